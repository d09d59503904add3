import type { LocalDate } from '@gongkai/calendar';
import type { RecordFilters } from '@gongkai/contracts';
import type { CaseRemedy } from '@gongkai/lifecycle';
import { json, SealBroken, type CommandPool, type Sealer, type Statement } from '@gongkai/platform';
import type { Person } from '../person.js';
import { belowSql, Parameters, unitSql } from '../queries/list-sql.js';
import { asUuid, organInSight } from '../visibility.js';
import { recordNow, type RecordFile, type RecordNow, type RedoOrder } from './record-file.js';
import { isChallenged } from './record-remedies.js';

/** A request as it is kept, with the name of its organ. */
export type RecordRow = {
  readonly id: string;
  readonly version: number;
  readonly number: string;
  readonly organId: string;
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly receivedOn: LocalDate;
  readonly sealed: Uint8Array;
};

const COLUMNS = `
  record_correction.id, version, number, organ_id AS "organId", organ.code, organ.name_zh AS "nameZh", organ.name_en AS "nameEn",
  received_on AS "receivedOn", sealed`;
const JOINED = 'FROM record_correction JOIN organ ON organ.id = record_correction.organ_id';
const SELECT = `SELECT ${COLUMNS} ${JOINED}`;

/** That are told at a time. */
const MOST = 1000;

/** What is challenged is not done. */
const DONE = `(state IN ('served', 'withdrawn') AND NOT challenged)`;
/** Of which no answer has left, or of which something was brought that we have not answered. */
export const OWED = `
  (state IN ('open', 'drafted', 'signed')
   OR challenged AND remedies @? '$[*] ? (@.closedOn == null && @.answeredOn == null)')`;
const IN_STATE = { done: DONE, open: `NOT ${DONE}`, owed: OWED } as const;
/** What is not done comes first, the oldest of it before the rest; of what is done, the newest: those that are left out are wanted least. */
const ORDER = [`received_on - DATE 'epoch'`, 'number_year', 'serial']
  .map((of) => `(${of}) * CASE WHEN ${DONE} THEN -1 ELSE 1 END`)
  .join(', ');

/** Those of the organs in sight, and how many there are. */
export async function readRecords(
  { organId, seesBelow }: Person,
  { state, year, organ, unit }: RecordFilters,
  pool: CommandPool,
): Promise<{ readonly rows: readonly RecordRow[]; readonly total: number }> {
  const parameters = new Parameters();
  const [own, below] = [parameters.add(organId), parameters.add(seesBelow)];
  const wanted = [
    organInSight(Number(own.slice(1)), Number(below.slice(1))),
    ...(state === undefined ? [] : [IN_STATE[state]]),
    ...(organ === undefined ? [] : [belowSql(organ, parameters)]),
    ...(unit === undefined ? [] : [`(${unitSql(unit, { parameters })})`]),
    ...(year === undefined ? [] : [`number_year = ${parameters.add(year)}`]),
  ].join(' AND ');
  const text = `
    SELECT ${COLUMNS}, count(*) OVER ()::int AS total ${JOINED}
     WHERE ${wanted} ORDER BY ${DONE}, ${ORDER} LIMIT ${String(MOST)}`;
  const { rows } = await pool.query<RecordRow & { readonly total: number }>({ text, values: parameters.values });
  return { rows, total: rows[0]?.total ?? 0 };
}

/** One of them; undefined where there is none in sight. */
export async function readRecord({ organId, seesBelow }: Person, id: string, pool: CommandPool): Promise<RecordRow | undefined> {
  const text = `${SELECT} WHERE record_correction.id = $3 AND ${organInSight(1, 2)}`;
  return (await pool.query<RecordRow>({ text, values: [organId, seesBelow, asUuid(id)] })).rows[0];
}

/** Those that bear a number: organs number each for itself. */
export const readNumbered = async (numbers: readonly string[], pool: CommandPool): Promise<RecordRow[]> =>
  (await pool.query<RecordRow>({ text: `${SELECT} WHERE number = ANY ($1)`, values: [[...numbers]] })).rows;

/** Where its bytes lie. */
export const placeOf = (id: string): string => `record correction:${id}`;

/** @throws SealBroken when the key does not fit */
export const fileOfRow = ({ id, sealed }: Pick<RecordRow, 'id' | 'sealed'>, sealer: Sealer): RecordFile =>
  sealer.open(sealed, placeOf(id)) as RecordFile;

/** The same; null where no key opens it. */
export function fileIfOpened(row: Pick<RecordRow, 'id' | 'sealed'>, sealer: Sealer): RecordFile | null {
  try {
    return fileOfRow(row, sealer);
  } catch (error) {
    if (error instanceof SealBroken) return null;
    throw error;
  }
}

const sealedIn = (id: string, file: RecordFile, sealer: Sealer): string => `\\x${sealer.seal(file, placeOf(id)).toString('hex')}`;

type Numbered = { readonly number: string; readonly number_year: number; readonly serial: number };
type Placed = { readonly id: string; readonly organId: string };

/** Puts a new one down. */
export const addRecord = ({ id, organId }: Placed, file: RecordFile, numbered: Numbered, sealer: Sealer): Statement => ({
  text: `INSERT INTO record_correction (id, organ_id, number, number_year, serial, state, received_on, file_ids, sealed)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
  values: [
    id,
    organId,
    numbered.number,
    numbered.number_year,
    numbered.serial,
    recordNow(file).state,
    file.asked.receivedOn,
    [...file.asked.fileIds],
    sealedIn(id, file, sealer),
  ],
});

/** Reads one to change it: others wait. */
export const lockRecord = (id: string, organId: string): Statement => ({
  text: `${SELECT} WHERE record_correction.id = $1 AND organ_id = $2 FOR UPDATE OF record_correction`,
  values: [asUuid(id), organId],
});

/** What of it stands beside the seal: lists, reports and reminders go by it. */
export type Beside = Pick<RecordNow, 'state'> & {
  readonly remedies: readonly object[];
  readonly redo: RedoOrder | null;
  readonly challenged: boolean;
};

/** What that is by the file. */
export function besideOf(file: RecordFile): Beside {
  const now = recordNow(file);
  return { state: now.state, remedies: now.remedies.map(broughtOf), redo: now.order, challenged: isChallenged(now) };
}

/** Of a remedy its kind, days, track and result, and nothing that is said in it. */
const broughtOf = ({ id, kind, openedOn, acceptedOn, track, answeredOn, closedOn, result, ...more }: CaseRemedy) => ({
  ...{ id, kind, openedOn, acceptedOn, track, answeredOn, closedOn, result },
  afterReconsideration: more.afterReconsideration ?? false,
});

/** Keeps it with what was done. */
export function changeRecord(id: string, file: RecordFile, sealer: Sealer): Statement {
  const { state, remedies, redo, challenged } = besideOf(file);
  const text = `
    UPDATE record_correction
       SET version = version + 1, state = $2, sealed = $3, remedies = $4, redo = $5, challenged = $6
     WHERE id = $1`;
  const order = redo === null ? null : json(redo);
  return { text, values: [id, state, sealedIn(id, file, sealer), json(remedies), order, challenged] };
}
