import type { LocalDate } from '@gongkai/calendar';
import type { DashboardFilters, RecordsOwed } from '@gongkai/contracts';
import type { Remedies } from '@gongkai/lifecycle';
import type { Statement } from '@gongkai/platform';
import type { LawShelf } from '../law-shelf.js';
import type { Person } from '../person.js';
import { belowSql, Parameters, unitSql } from '../queries/list-sql.js';
import { organInSight } from '../visibility.js';
import { OWED } from './record-rows.js';
import { answerTo, type OURS } from './record-remedies.js';
import type { RecordNow, RedoOrder } from './record-file.js';
import { recordDue, RECORD_READERS, ROLE_OF, UNSENT } from './record-view.js';

/** A request to correct a record that is owed an answer, and by when. */
export type RecordOwed = {
  readonly id: string;
  readonly number: string;
  readonly due: LocalDate;
  readonly provisional: boolean;
  /** Which: the answer itself, or to what was brought against one. */
  readonly deadline: 'recordCorrectionDue' | (typeof OURS)[number];
};

type Row = Pick<RecordOwed, 'id' | 'number'> & {
  readonly organId: string;
  readonly receivedOn: LocalDate;
  readonly state: RecordNow['state'];
  readonly remedies: Remedies;
  readonly redo: RedoOrder | null;
};

/** Whose step comes next: of what has left, who answers what was brought against it. */
const NEXT = {
  ...{ open: ROLE_OF.decide, drafted: ROLE_OF.sign, signed: ROLE_OF.send },
  ...{ sent: ROLE_OF.answerRemedy, served: ROLE_OF.answerRemedy, withdrawn: ROLE_OF.answerRemedy },
} as const;

type Where = Pick<DashboardFilters, 'organ' | 'unit'>;
type Parts = { readonly laws: LawShelf; readonly query: (statement: Statement) => Promise<readonly object[]> };

/** Whether somebody may look at such requests: they tell of persons. */
export const mayReadRecords = ({ roles }: Pick<Person, 'roles'>): boolean => RECORD_READERS.some((role) => roles.includes(role));

/**
 * What organs in sight owe to such requests, due first coming first; nothing to those who may not look at them (REG 41).
 * @param own only those of the person's organ in which the next step is one of their roles
 */
export async function recordsOwed(
  person: Pick<Person, 'organId' | 'seesBelow' | 'roles'>,
  { own = false, ...where }: Where & { readonly own?: boolean },
  { laws, query }: Parts,
): Promise<RecordOwed[]> {
  if (!mayReadRecords(person)) return [];
  const rows = (await query(owedIn(person, where))) as readonly Row[];
  const mine = own ? rows.filter(({ organId, state }) => organId === person.organId && person.roles.includes(NEXT[state])) : rows;
  const owed = mine.flatMap(({ id, number, ...row }) =>
    firstOf(row, laws).map((first): RecordOwed => ({ id, number, ...first })),
  );
  return owed.sort((a, b) => a.due.localeCompare(b.due) || a.number.localeCompare(b.number));
}

type First = Pick<RecordOwed, 'due' | 'provisional' | 'deadline'>;

/** What is due first of it. */
function firstOf({ organId, receivedOn, redo, state, remedies }: Omit<Row, 'id' | 'number'>, laws: LawShelf): First[] {
  const law = laws.lawOf(laws.statute, receivedOn, organId);
  const brought = remedies.flatMap((remedy) => {
    const owed = remedy.closedOn === null && remedy.answeredOn === null ? answerTo(remedy, law) : undefined;
    return owed === undefined ? [] : [owed];
  });
  const all = [...(UNSENT.has(state) ? [ownOf(recordDue(receivedOn, law, redo))] : []), ...brought];
  return all.sort((a, b) => a.due.localeCompare(b.due)).slice(0, 1);
}

const ownOf = ({ on: due, provisional }: ReturnType<typeof recordDue>): First => ({
  ...{ due, provisional, deadline: 'recordCorrectionDue' },
});

/** Few, by the partial index of what is open. */
function owedIn({ organId, seesBelow }: Pick<Person, 'organId' | 'seesBelow'>, { organ, unit }: Where): Statement {
  const parameters = new Parameters();
  const [own, below] = [parameters.add(organId), parameters.add(seesBelow)];
  const conditions = [
    organInSight(Number(own.slice(1)), Number(below.slice(1))),
    ...(organ === undefined ? [] : [belowSql(organ, parameters)]),
    ...(unit === undefined ? [] : [unitSql(unit, { parameters })]),
  ];
  const text = `
    SELECT record_correction.id, number, record_correction.organ_id AS "organId", received_on AS "receivedOn", state, redo, remedies
      FROM record_correction JOIN organ ON organ.id = record_correction.organ_id
     WHERE ${OWED} AND ${conditions.map((one) => `(${one})`).join(' AND ')}`;
  return { text, values: parameters.values };
}

/** How many, and how many of them are late. */
export function recordsCounted(owed: readonly RecordOwed[], today: LocalDate, { organ, unit }: Where): RecordsOwed {
  const filters = { state: 'owed', ...(organ === undefined ? {} : { organ }), ...(unit === undefined ? {} : { unit }) };
  return { total: owed.length, late: owed.filter(({ due }) => due < today).length, filters };
}
