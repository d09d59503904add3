import { Client } from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { migrations } from './migrations/migrations.js';
import { pgTypes } from './pg-values.js';
import { tracedSource } from './tracing/traced-source.js';
import { raiseWall } from './wall/raise-wall.js';
import { behind, type Wall } from './wall/walled-client.js';

type PostgresOptions = Extract<DataSourceOptions, { type: 'postgres' }>;

/** Parts of the program that bring their own tables. */
export type DatabaseParts = {
  readonly entities?: PostgresOptions['entities'];
  /** Steps of the schema beside those of this lib; their names end in the millisecond they were begun. */
  readonly migrations?: readonly (abstract new () => unknown)[];
  /** Connections at most; 10 where nothing is said. */
  readonly poolSize?: number;
  /** Behind it each statement sees what the work that asks may see; without one it sees everything. */
  readonly wall?: Wall | undefined;
};

/** Any number that nobody else uses: who holds this lock may change the schema. */
const SCHEMA_LOCK = 7_110_508;

/** What a step of the schema is called: its class, and the millisecond it was begun. */
type Step = abstract new () => unknown;

/** Where TypeORM notes which steps of the schema were taken. */
const STEPS = 'migrations';

/** How to open the database with TypeORM, for entities, reads and migrations; nothing is synchronised, ever. */
export function dataSourceOptions(url: string, parts: DatabaseParts = {}): PostgresOptions {
  return {
    type: 'postgres',
    url,
    entities: parts.entities ?? [],
    migrations: [...migrations, ...(parts.migrations ?? [])] as (new () => object)[],
    migrationsTableName: STEPS,
    migrationsTransactionMode: 'each',
    synchronize: false,
    installExtensions: false,
    poolSize: parts.poolSize ?? 10,
    applicationName: 'gongkai',
    extra: { types: pgTypes, ...behind(parts.wall) },
  };
}

/** A TypeORM data source, not yet opened. */
export function createDataSource(url: string, parts: DatabaseParts = {}): DataSource {
  return tracedSource(new DataSource(dataSourceOptions(url, parts)));
}

/**
 * Takes the steps of the schema that this database has not taken yet, and gives the role of the connections behind the wall what they need.
 * Several may call it at once: one works, the others wait and find nothing left to do.
 * @returns the names of the steps taken now, in order
 * @throws Error when the database has taken steps that this version does not know: it belongs to a newer one
 */
export function migrate(url: string, parts: DatabaseParts = {}): Promise<readonly string[]> {
  return guarded(url, async (guard) => {
    const taken = await takeSteps(guard, dataSourceOptions(url, { ...parts, entities: [], poolSize: 1 }));
    await raiseWall(guard);
    return taken;
  });
}

/**
 * Takes exactly these steps of the schema, as far as they are not taken: for rows that were written under them.
 * @throws Error when there is one that this version does not know
 */
export function migrateUpTo(url: string, steps: readonly string[]): Promise<readonly string[]> {
  refuseNewer(steps, migrations.map(nameOf));
  const options = {
    ...dataSourceOptions(url, { poolSize: 1 }),
    migrations: migrations.filter((step) => steps.includes(nameOf(step))),
  };
  return guarded(url, (guard) => takeSteps(guard, options));
}

const nameOf = ({ name }: Step): string => name;

async function guarded<T>(url: string, work: (guard: Client) => Promise<T>): Promise<T> {
  const guard = new Client({ connectionString: url, application_name: 'gongkai migrate' });
  // That it has gone is told by the next question.
  guard.on('error', () => undefined);
  await guard.connect();
  try {
    await guard.query('SELECT pg_advisory_lock($1)', [SCHEMA_LOCK]);
    return await work(guard);
  } finally {
    // Ends the session, and with it the lock.
    await guard.end();
  }
}

async function takeSteps(guard: Client, options: PostgresOptions): Promise<readonly string[]> {
  const source = new DataSource(options);
  await source.initialize();
  try {
    refuseNewer(
      await stepsTaken(guard),
      source.migrations.map((step) => step.name ?? step.constructor.name),
    );
    const taken = await source.runMigrations();
    return taken.map(({ name }) => name);
  } finally {
    await source.destroy();
  }
}

/** The names of the steps that a database has taken, in order. */
export async function stepsTaken(guard: Client): Promise<readonly string[]> {
  const { rows: found } = await guard.query<{ there: boolean }>('SELECT to_regclass($1) IS NOT NULL AS there', [STEPS]);
  if (found[0]?.there !== true) return [];
  const { rows } = await guard.query<{ name: string }>(`SELECT name FROM ${STEPS} ORDER BY id`);
  return rows.map(({ name }) => name);
}

function refuseNewer(taken: readonly string[], known: readonly string[]): void {
  const unknown = taken.filter((name) => !known.includes(name));
  if (unknown.length === 0) return;
  throw new Error(
    `This database was used by a newer version of Gongkai (${unknown.join(', ')}). Use that version, or restore a backup made before it.`,
  );
}
