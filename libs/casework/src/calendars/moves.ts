import type { LocalDate, OrganCalendars } from '@gongkai/calendar';
import type { CalendarMove } from '@gongkai/contracts';
import { ledgerOf, replay, MACHINE_VERSION, type CaseFile, type CaseNow, type ChartValue } from '@gongkai/lifecycle';
import { EVERYTHING, withSight, type CommandPool, type Statement } from '@gongkai/platform';
import { messageOf } from '../audit/refold.js';
import { alarmRows, CLOCK_NAMES, deadlineRows, reckon, type AlarmRow, type DeadlineRow } from '../desk/columns.js';
import { journalFactsOf, readJournal } from '../desk/stored-case.js';
import type { LawOfCase, LawShelf } from '../law-shelf.js';

/** A case with its deadlines as they are stored. */
type CountedCase = {
  readonly id: string;
  readonly number: string;
  readonly organ: string;
  readonly organPath: readonly string[];
  readonly organId: string;
  readonly assigneeId: string | null;
  readonly assigneeName: string | null;
  readonly statute: string;
  /** The edition of the calendars under which its clock ended; null while it runs. */
  readonly clockEdition: number | null;
  readonly value: ChartValue;
  readonly file: CaseFile;
  readonly machine: number;
  /** The day of the last entry: that on which its deadlines were reckoned. */
  readonly asOf: LocalDate;
  readonly deadlines: readonly DeadlineRow[] | null;
  /** The days on which something becomes true by time alone. */
  readonly alarms: readonly AlarmRow[] | null;
};

/** A case whose deadlines a calendar changes, or which could not be reckoned by it. */
export type Moved = Omit<CountedCase, 'file' | 'value' | 'deadlines' | 'alarms' | 'organId'> & {
  /** None where only the day moves on which it is looked at again. */
  readonly moves: readonly CalendarMove[];
  readonly problem: string | null;
};

const BATCH = 200;

/**
 * Cases in which a deadline still runs, or an alarm waits, on or after a day: no other can be moved by days from then on. `$2`: of these
 * organs, null: of all. `$3`: what ends with the clock of a case, and is moved no more once it has.
 */
const CASES_FROM = `
  SELECT id FROM case_file
   WHERE id IN (SELECT case_id FROM deadline JOIN case_file AS of_case ON of_case.id = case_id
                 WHERE greatest(deadline.due, provisional) >= $1
                   AND (clock_edition IS NULL OR split_part(name, ':', 1) <> ALL ($3::text[]))
                UNION SELECT case_id FROM alarm WHERE alarm.due >= $1 OR kind <> 'reminder' AND rings_on >= $1)
     AND ($2::uuid[] IS NULL OR organ_id = ANY ($2)) ORDER BY id`;

const casesBy = (ids: readonly string[]): Statement => ({
  name: 'cases-under-calendar',
  text: `
    SELECT case_file.id, case_file.number, organ.name_zh AS organ, organ.id AS "organId", organ.path AS "organPath", case_file.statute, clock_edition AS "clockEdition", case_file.value, case_file.file,
           case_file.machine_version AS machine, journal.on_day AS "asOf", person.id AS "assigneeId", person.name AS "assigneeName",
           (SELECT jsonb_agg(jsonb_build_object('name', name, 'due', due, 'provisional', provisional))
              FROM deadline WHERE deadline.case_id = case_file.id) AS deadlines,
           (SELECT jsonb_agg(jsonb_build_object('kind', kind, 'subject', subject, 'rings_on', rings_on, 'due', due, 'provisional', provisional))
              FROM alarm WHERE alarm.case_id = case_file.id) AS alarms
      FROM case_file
      JOIN organ ON organ.id = case_file.organ_id
      JOIN journal ON journal.case_id = case_file.id AND journal.seq = case_file.seq
      LEFT JOIN person ON person.id = case_file.assignee_id
     WHERE case_file.id = ANY ($1::uuid[])`,
  values: [ids],
});

/** By which calendar cases are reckoned, and which of them can be moved by it. */
export type Counting = {
  readonly pool: CommandPool;
  readonly laws: LawShelf;
  /** The calendars to be; null: those in use. */
  readonly calendars: OrganCalendars | null;
  readonly first: LocalDate;
  /** The organs whose days change; null: every one. */
  readonly organs: readonly string[] | null;
};

/** Every case that a calendar could move, in batches of those that it does, with how many each batch looked at. */
export async function* movedCases(counting: Counting): AsyncGenerator<{ looked: number; moved: Moved[] }> {
  const { pool, first, organs } = counting;
  const found = await ofAllOrgans<{ id: string }>(pool, { text: CASES_FROM, values: [first, organs, CLOCK_NAMES] });
  for (let at = 0; at < found.length; at += BATCH) {
    const rows = await ofAllOrgans<CountedCase>(pool, casesBy(found.slice(at, at + BATCH).map(({ id }) => id)));
    const moved: Moved[] = [];
    for (const row of rows) moved.push(...(await movedCase(row, counting)));
    yield { looked: rows.length, moved };
  }
}

/** A calendar is for all who have it, whoever imports it and whatever cases they see: they are told how many move. */
const ofAllOrgans = async <Row extends object>(pool: CommandPool, statement: Statement): Promise<readonly Row[]> =>
  (await withSight(EVERYTHING, () => pool.query<Row>(statement))).rows;

async function movedCase(
  row: CountedCase,
  { pool, laws, calendars }: Pick<Counting, 'pool' | 'laws' | 'calendars'>,
): Promise<Moved[]> {
  const { file: _file, value: _value, deadlines, alarms, organId, ...known } = row;
  try {
    const law = laws.lawOf(row.statute, row.asOf, organId, row.clockEdition);
    const by = calendars === null ? law : { ...law, calendar: calendars.of(organId) };
    const now = await nowOf(row, pool, by);
    const reckoned = reckon(now, ledgerOf(now.file, by, { asOf: row.asOf, derivation: false }), by, row.asOf);
    const ringing = alarmRows(reckoned);
    const moves = movesBetween(withWatched(deadlines ?? [], alarms ?? []), withWatched(deadlineRows(reckoned), ringing));
    const isSame = moves.length === 0 && ringsOf(alarms ?? []) === ringsOf(ringing);
    return isSame ? [] : [{ ...known, moves, problem: null }];
  } catch (problem) {
    return [{ ...known, moves: [], problem: messageOf(problem) }];
  }
}

/** What people are told of and no row of the clock names: by when a unit, an order, a letter is to be seen to. */
function withWatched(rows: readonly DeadlineRow[], alarms: readonly AlarmRow[]): DeadlineRow[] {
  const known = new Set(rows.map(({ name }) => name));
  const watched = alarms.filter(({ kind, subject }) => kind === 'reminder' && !known.has(subject));
  return [
    ...rows,
    ...watched.map(({ subject: name, due, provisional }) => ({
      name,
      due: provisional ? null : due,
      provisional: provisional ? due : null,
    })),
  ];
}

/** Reminders have a clock of their own. */
const ringsOf = (alarms: readonly AlarmRow[]): string =>
  alarms
    .filter(({ kind }) => kind !== 'reminder')
    .map(({ kind, subject, rings_on }) => `${kind} ${subject} ${String(rings_on)}`)
    .sort()
    .join();

/** A case of an older chart is told again from its journal. */
async function nowOf({ id, file, value, machine }: CountedCase, pool: CommandPool, law: LawOfCase): Promise<CaseNow> {
  if (machine >= MACHINE_VERSION) return { file, value };
  const rows = await ofAllOrgans(pool, readJournal(id));
  return replay(journalFactsOf(rows), law);
}

/** Deadlines that have no row while they are an estimate, and the one whose row has their day then. */
const ESTIMATED_AS: Readonly<Record<string, string>> = { extendedDue: 'finalDue', replyDueAtRegistration: 'replyDue' };

/** A deadline on one side; one that is only an estimate there stands under the name of another, if it is the same day on the other side. */
function rowOn(rows: readonly DeadlineRow[], others: readonly DeadlineRow[], deadline: string): DeadlineRow | undefined {
  const named = (list: readonly DeadlineRow[], name: string): DeadlineRow | undefined => list.find((row) => row.name === name);
  const own = named(rows, deadline);
  const shared = ESTIMATED_AS[deadline] ?? '';
  if (own !== undefined || named(others, deadline)?.due !== named(others, shared)?.due) return own;
  return named(rows, shared);
}

function movesBetween(before: readonly DeadlineRow[], after: readonly DeadlineRow[]): CalendarMove[] {
  const names = [...new Set([...before, ...after].map(({ name }) => name))];
  return names.flatMap((deadline) => {
    const [was, is] = [rowOn(before, after, deadline), rowOn(after, before, deadline)];
    if (was?.due === is?.due && was?.provisional === is?.provisional) return [];
    return [{ deadline, ...sideOf('before', was), ...sideOf('after', is) } as CalendarMove];
  });
}

const sideOf = (side: 'before' | 'after', row: DeadlineRow | undefined): object => {
  const due = row?.due ?? null;
  const provisional = row?.provisional ?? null;
  return { [side]: due ?? provisional, [`${side}Provisional`]: due === null && provisional !== null };
};

/** Whether any deadline is on another day; else it only rests on an estimate no more, or again. */
export const isShifted = ({ moves }: Pick<Moved, 'moves'>): boolean => moves.some(({ before, after }) => before !== after);
