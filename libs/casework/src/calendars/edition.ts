import type { Closing, ImportedVersion } from '@gongkai/calendar';
import type { CommandPool, InForce, OpenTransaction, ReadRows, Statement } from '@gongkai/platform';
import { READ_LADDERS } from '../ladders/ladder-rows.js';
import type { OwnRungs } from '../ladders/ladder-shelf.js';
import { lawShelf, type LawShelf } from '../law-shelf.js';

/**
 * Any number that nobody else uses. Who writes what follows from a calendar holds it together with others; who changes the calendars
 * holds it alone, and so waits for those under way, and those that come wait for them.
 */
const CALENDAR_LOCK = 7_110_521;

/** A statement after that which takes the lock: it sees what was committed while the lock was waited for. */
const READ_EDITION: Statement = {
  name: 'editions',
  text: `SELECT (SELECT coalesce(max(id), 0) FROM calendar_edition) AS edition, (SELECT coalesce(max(id), 0) FROM ladder_edition) AS ladders`,
};

/** For who changes the calendars: from here to the end of the transaction nobody writes by them. */
export const TAKE_ALONE = `SELECT pg_advisory_xact_lock(${CALENDAR_LOCK})`;

/** What was approved and not taken back. */
export const IN_FORCE = `
  EXISTS (SELECT FROM calendar_edition WHERE import_id = calendar_import.id AND act = 'approve')
  AND NOT EXISTS (SELECT FROM calendar_edition WHERE import_id = calendar_import.id AND act = 'revert')`;

/** From which edition on an import is in force, and from which it is no more. */
const SPAN = `
  'since', (SELECT min(id) FROM calendar_edition WHERE import_id = calendar_import.id AND act = 'approve'),
  'until', (SELECT min(id) FROM calendar_edition WHERE import_id = calendar_import.id AND act = 'revert')`;

/** The edition with everything that ever was in force, as of one moment: what has ended goes by the days it ended by. */
const READ_CALENDARS: Statement = {
  name: 'imported-calendars',
  text: `
    SELECT (SELECT coalesce(max(id), 0) FROM calendar_edition) AS edition,
           coalesce(jsonb_agg(jsonb_build_object('region', region, 'year', year,
                    'version', content || jsonb_build_object('version', version), ${SPAN}) ORDER BY year, version)
                    FILTER (WHERE organs IS NULL), '[]') AS imported,
           coalesce(jsonb_agg(jsonb_build_object('region', region, 'year', year, 'version', version, 'organs', organs,
                    'holidays', content -> 'holidays', 'makeupWorkdays', content -> 'makeupWorkdays', ${SPAN}) ORDER BY year, version)
                    FILTER (WHERE organs IS NOT NULL), '[]') AS closings
      FROM calendar_import WHERE EXISTS (SELECT FROM calendar_edition WHERE import_id = calendar_import.id)`,
};

type Row = {
  readonly edition: number;
  readonly imported: readonly (ImportedVersion & InForce)[];
  readonly closings: readonly (Closing & InForce)[];
};
type LadderRow = { readonly edition: number; readonly own: readonly OwnRungs[] };
type Read = <Found extends object>(statement: Statement) => Promise<readonly Found[]>;
type Parts = { readonly pool: CommandPool; readonly laws: LawShelf };

/** The last editions of calendars and of ladders. */
type Editions = { readonly edition: number; readonly ladders: number };

/** Reads the calendars, and the ladders of reminders, anew where the process has another edition than the database. */
async function follow(laws: LawShelf, editions: Editions | undefined, read: Read): Promise<void> {
  const { edition, ladders } = editions ?? { edition: 0, ladders: 0 };
  if (edition !== laws.calendars.edition) {
    const [row] = await read<Row>(READ_CALENDARS);
    if (row !== undefined) laws.calendars.adopt(row.edition, row.imported, row.closings);
  }
  if (ladders !== laws.ladders.edition) {
    const [row] = await read<LadderRow>(READ_LADDERS);
    if (row !== undefined) laws.ladders.adopt(row.edition, row.own);
  }
}

/** Sees to it that what is read or reckoned next goes by the calendars of the database: one short question, mostly. */
export async function followCalendars({ pool, laws }: Parts): Promise<void> {
  const read: Read = async <Found extends object>(statement: Statement) => (await pool.query<Found>(statement)).rows;
  const [row] = await read<Editions>(READ_EDITION);
  await follow(laws, row, read);
}

/** The laws of an installation with the calendars of its database, for a program that asks once and ends. */
export async function lawsIn(pool: CommandPool, configDir: string): Promise<LawShelf> {
  const laws = lawShelf(configDir);
  await followCalendars({ pool, laws });
  return laws;
}

/**
 * A transaction as `flights` has it, in which the calendars cannot change: the law that the work asks for is that of the database,
 * whatever this process knew before.
 */
export const underCalendar = <T>(
  { pool, laws }: Parts,
  { reads, ...departure }: Parameters<CommandPool['flights']>[0],
  work: (rows: ReadRows, transaction: OpenTransaction) => Promise<T>,
): Promise<T> =>
  pool.flights(
    { ...departure, shares: CALENDAR_LOCK, reads: [READ_EDITION, ...reads] },
    async ([editions = [], ...rows], transaction) => {
      const [row] = editions as Editions[];
      await follow(laws, row, transaction.read);
      return work(rows, transaction);
    },
  );
