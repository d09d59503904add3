import type { Writable } from 'node:stream';
import { DatabaseError, Pool, type PoolClient, type QueryResult, type QueryResultRow } from 'pg';
import { traced } from './tracing/traced.js';
import { pgTypes, type Statement } from './pg-values.js';
import { behind, type Wall } from './wall/walled-client.js';

/** What a pool needs to know; times in milliseconds. */
export type CommandPoolOptions = {
  readonly url: string;
  /** Connections at most. */
  readonly max?: number;
  /** How long a statement waits for a row that another command holds. */
  readonly lockTimeout?: number;
  /** How long one statement may take. */
  readonly statementTimeout?: number;
  /** How long an open transaction waits for its own program; without it as long as one statement may take. */
  readonly idleTimeout?: number;
  /** Told about connections that break while nobody uses them; the pool replaces them. */
  readonly onIdleError?: (error: Error) => void;
  /** Behind it each statement sees what the work that asks may see; without one it sees everything. */
  readonly wall?: Wall | undefined;
};

/** What is sent in the first flight. */
export type Departure = {
  /** The organ in whose name this happens; the transaction knows it as `app.organ_id`. */
  readonly organId: string;
  /** At least the read that locks the row. */
  readonly reads: readonly Statement[];
  /**
   * All its statements have names and find their rows by keys: their plans are made once, whatever the values. Those of others are made
   * for the tables as they are: a plan kept from when they were small would read all of one for each row of another.
   */
  readonly byKeys?: boolean;
  /** An advisory lock that is held together with others until the transaction ends; the reads see what was committed while it was waited for. */
  readonly shares?: number;
};

/** The rows of each read, in the order of the reads. */
export type ReadRows = readonly QueryResultRow[][];

/** The open transaction, in the hands of the work. */
export type OpenTransaction = {
  /** One more read, a flight of its own: where the first rows decide what has to be known. */
  readonly read: <Row extends QueryResultRow>(statement: Statement) => Promise<Row[]>;
  /** The write, or several, and the end of the transaction, sent together. Nothing can follow it. @returns the first one's answer */
  readonly commit: <Row extends QueryResultRow>(...writes: readonly [Statement, ...Statement[]]) => Promise<QueryResult<Row>>;
};

/** The connection broke after COMMIT was sent: written or not, only a look at the database can tell. */
export class CommitUncertain extends Error {
  constructor(cause: unknown) {
    super('The connection broke while the transaction was being committed: whether it took place is not known.', { cause });
  }
}

/** COMMIT was answered with ROLLBACK although every statement before it went well. */
export class CommitRefused extends Error {
  constructor(answer: string) {
    super(`COMMIT was answered with ${answer}: nothing was written.`);
  }
}

type Begun = { readonly client: PoolClient; ended: boolean; broken?: Error };

/**
 * Connections for the command path: statements are sent without waiting for the answers of those before them, so a
 * command costs two trips to the database.
 */
export class CommandPool {
  readonly #pool: Pool;

  constructor({ url, max = 10, onIdleError, wall, ...patience }: CommandPoolOptions) {
    const { lockTimeout = 10_000, statementTimeout = 30_000, idleTimeout = statementTimeout } = patience;
    this.#pool = new Pool({
      connectionString: url,
      max,
      pipeline: true,
      application_name: 'gongkai commands',
      types: pgTypes,
      lock_timeout: lockTimeout,
      statement_timeout: statementTimeout,
      idle_in_transaction_session_timeout: idleTimeout,
      keepAlive: true,
      ...behind(wall),
    });
    this.#pool.on('error', (error) => onIdleError?.(error));
  }

  /** Connections that are there, those at rest among them, and who waits for one. */
  load(): { readonly open: number; readonly idle: number; readonly waiting: number } {
    return { open: this.#pool.totalCount, idle: this.#pool.idleCount, waiting: this.#pool.waitingCount };
  }

  /** One statement outside any transaction. */
  async query<Row extends QueryResultRow>(statement: Statement): Promise<QueryResult<Row>> {
    // Not by the pool's own `query`: who waits there for a connection goes on in the name of who gives it back.
    const client = await this.#pool.connect();
    client.on('error', noteNothing);
    try {
      const told = { 'db.system.name': 'postgresql', 'db.query.summary': namesOf([statement]) };
      const answer = await traced('db query', told, () => client.query<Row>(asQuery(statement)));
      giveBack(client);
      return answer;
    } catch (error) {
      giveBack(client, error);
      throw error;
    }
  }

  /**
   * A transaction in two flights. The first carries BEGIN, the organ and the reads; the work decides by their rows and
   * calls `commit` with the one write, which goes out together with COMMIT. Work that ends without `commit`, or throws,
   * has changed nothing.
   * @returns what the work returns
   * @throws CommitUncertain when nobody can know whether the write took place
   */
  async flights<T>(departure: Departure, work: (rows: ReadRows, transaction: OpenTransaction) => Promise<T>): Promise<T> {
    const client = await this.#pool.connect();
    const begun: Begun = { client, ended: false };
    const noteBreak = (error: Error): void => void (begun.broken ??= error);
    client.on('error', noteBreak);
    try {
      return await work(await takeOff(begun, departure), openTransaction(begun));
    } finally {
      await land(begun);
      client.off('error', noteBreak);
    }
  }

  /** Waits for what is under way and closes every connection. */
  async close(): Promise<void> {
    if (!this.#pool.ending) await this.#pool.end();
  }
}

/** What breaks is told by the statement that was under way. */
const noteNothing = (): void => undefined;

function giveBack(client: PoolClient, error?: unknown): void {
  client.off('error', noteNothing);
  client.release(error instanceof Error ? error : error !== undefined);
}

const asQuery = ({ name, text, values = [] }: Statement): { name?: string; text: string; values: unknown[] } => ({
  ...(name === undefined ? {} : { name }),
  text,
  values: [...values],
});

/** What is asked, by the names of the statements: their values stay here. */
const namesOf = (statements: readonly Statement[]): string[] => statements.map(({ name = 'unnamed' }) => name);

const BEGIN: Statement = { name: 'begin', text: 'BEGIN' };
const COMMIT: Statement = { name: 'commit', text: 'COMMIT' };
const SETTINGS = `set_config('app.organ_id', $1, true), set_config('plan_cache_mode', $2, true)`;

/** What holds for the whole transaction, in one statement. Policies make plans dear: by keys, a plan of one's own for each set of values would take as long as the statement. */
function opening({ organId, byKeys = false, shares }: Departure): Statement {
  const values = [organId, byKeys ? 'force_generic_plan' : 'force_custom_plan'];
  if (shares === undefined) return { name: 'organ', text: `SELECT ${SETTINGS}`, values };
  return { name: 'organ-sharing', text: `SELECT ${SETTINGS}, pg_advisory_xact_lock_shared($3)`, values: [...values, shares] };
}

async function takeOff({ client }: Begun, departure: Departure): Promise<ReadRows> {
  const told = { 'db.system.name': 'postgresql', 'db.query.summary': namesOf(departure.reads) };
  const answers = await traced('db read', told, () => together(client, [BEGIN, opening(departure), ...departure.reads]));
  return answers.slice(2).map(({ rows }) => rows as QueryResultRow[]);
}

/** Sends all statements at once and waits for all answers: none may be left on the connection when it goes back. */
async function together(client: PoolClient, statements: readonly Statement[]): Promise<QueryResult[]> {
  const answers = await Promise.allSettled(sendTogether(client, statements));
  return answers.map((answer) => {
    if (answer.status === 'rejected') throw answer.reason;
    return answer.value;
  });
}

/** What leaves together, leaves in one packet: a write to the connection each would cost more than the statements do here. */
function sendTogether<Row extends QueryResultRow>(
  client: PoolClient,
  statements: readonly Statement[],
): Promise<QueryResult<Row>>[] {
  const { stream } = (client as unknown as { readonly connection: { readonly stream: Writable } }).connection;
  stream.cork();
  try {
    return statements.map((statement) => client.query<Row>(asQuery(statement)));
  } finally {
    stream.uncork();
  }
}

function openTransaction(begun: Begun): OpenTransaction {
  const refuseAfterEnd = (): void => {
    if (begun.ended) throw new Error('The transaction has ended: nothing can follow commit.');
  };
  return {
    read: async <Row extends QueryResultRow>(statement: Statement) => {
      refuseAfterEnd();
      return (await begun.client.query<Row>(asQuery(statement))).rows;
    },
    commit: async <Row extends QueryResultRow>(...writes: readonly Statement[]) => {
      refuseAfterEnd();
      begun.ended = true;
      // Nothing was sent yet: this much is certain.
      if (begun.broken !== undefined) throw begun.broken;
      return commit<Row>(begun.client, writes);
    },
  };
}

async function commit<Row extends QueryResultRow>(client: PoolClient, writes: readonly Statement[]): Promise<QueryResult<Row>> {
  const told = { 'db.system.name': 'postgresql', 'db.query.summary': namesOf(writes) };
  const sent = await traced('db commit', told, () => Promise.allSettled(sendTogether<Row>(client, [...writes, COMMIT])));
  const answers = sent.map((answer) => {
    if (answer.status === 'rejected') throw explain(answer.reason);
    return answer.value;
  });
  const [written] = answers;
  const end = answers.at(-1)?.command ?? '';
  if (written === undefined || end !== 'COMMIT') throw new CommitRefused(end);
  return written;
}

/** An answer of the server says what happened; a broken connection does not. */
const explain = (reason: unknown): unknown => (reason instanceof DatabaseError ? reason : new CommitUncertain(reason));

/** Ends what is still open, and gives the connection back; one that cannot even roll back is thrown away. */
async function land({ client, ended }: Begun): Promise<void> {
  try {
    if (!ended || client.getTransactionStatus() !== 'I') await client.query('ROLLBACK');
    client.release();
  } catch (error) {
    client.release(error instanceof Error ? error : true);
  }
}
