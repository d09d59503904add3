import type { LocalDate } from '@gongkai/calendar';
import type { CaseRow, DashboardFilters, Light, PersonRef } from '@gongkai/contracts';
import type { Statement } from '@gongkai/platform';
import { HELPING } from '../helping/helping-sql.js';
import type { Person } from '../person.js';
import { organInSight } from '../visibility.js';
import { firstInWork, type ListedRow } from './case-list.js';
import { IN_WORK_FROM } from './in-work.js';
import { answerDueBy, conditionsOf, DUE, ENTERED_LATE, lightSql, Parameters, TO_CONFIRM, type LightDays } from './list-sql.js';

/** Open cases that are alike in everything the dashboard counts by. */
export type CountRow = {
  readonly light: Light;
  readonly state: CaseRow['state'];
  readonly channel: CaseRow['channel'];
  readonly organ: string;
  readonly person_id: string | null;
  readonly person_name: string | null;
  readonly turn_role: string | null;
  readonly to_confirm: boolean;
  readonly entered_late: boolean;
  /** Up to the last day drawn; null later, or where no date is due. */
  readonly due: LocalDate | null;
  readonly total: number;
};

/** Everything a dashboard is made of, as it was at one moment. */
export type DashboardRow = {
  readonly counts: readonly CountRow[];
  readonly due: readonly ListedRow[];
  readonly overdue: readonly ListedRow[];
  readonly answers: AnswersOwed;
  /** Cases that nobody has taken up, whoever is asked about. */
  readonly unclaimed: number;
  readonly staff: readonly Colleague[];
};

/** That of an office without anything. */
export const NO_DASHBOARD: DashboardRow = {
  ...{ counts: [], due: [], overdue: [], staff: [] },
  ...{ answers: { total: 0, late: 0 }, unclaimed: 0 },
};

/** Who is at work or away, with how many open cases they can carry at a time where somebody said so. */
export type Colleague = PersonRef & {
  readonly capacity: number | null;
  /** Co-handling requests that wait for their answer. */
  readonly helping: number;
  readonly awayUntil: LocalDate | null;
};

/** Cases that are challenged, over or not, with an answer that is ours to give; how many of them are late. */
export type AnswersOwed = { readonly total: number; readonly late: number };

/** What they are listed by. */
export const OWED = { waiting: 'remedy' } as const;

/** What nobody has taken up is listed by; of one person's cases none is. */
export const UNCLAIMED = { assignee: 'none', turnRole: 'caseworker' } as const;

/** What is asked for, and how far ahead. */
export type Looking = {
  readonly person: Person;
  readonly filters: DashboardFilters;
  readonly days: LightDays;
  /** The last day whose cases are named. */
  readonly last: LocalDate;
  /** The last day that is counted by itself, no earlier than that. */
  readonly drawn: LocalDate;
  readonly shown: number;
};

const all = (conditions: readonly string[]): string => conditions.map((condition) => `(${condition})`).join(' AND ');

/** Those with a capacity, who are asked to help, and who are away; of others there is nothing to say. */
const colleagues = (today: string, condition: string): string => `
      SELECT coalesce(jsonb_agg(jsonb_build_object(
               'id', one.id, 'name', one.name, 'capacity', one.capacity, 'helping', one.helping, 'awayUntil', one.away_until) ORDER BY one.name), '[]') FROM (
        SELECT person.id, person.name, person.capacity, coalesce(helping.open, 0) AS helping, (
                 SELECT max(to_day) FROM absence WHERE person_id = person.id AND ${today} BETWEEN from_day AND to_day) AS away_until
          FROM person JOIN organ ON organ.id = person.organ_id LEFT JOIN (${HELPING}) AS helping ON helping.person_id = person.id
         WHERE person.active AND ${condition}) AS one
       WHERE one.capacity IS NOT NULL OR one.helping > 0 OR one.away_until IS NOT NULL`;

/** What is counted is made first: to group by what costs something to make, the database would sort all of it. */
const APART = 'OFFSET 0';

/** Counts and names in one statement: all of it is of the same moment, so each number is its list. */
export function dashboardStatement({ person, filters, days, last, drawn, shown }: Looking): Statement {
  const parameters = new Parameters();
  parameters.add(person.organId);
  parameters.add(person.seesBelow);
  const { person: assignee, ...where } = filters;
  const light = lightSql(days, parameters);
  const conditions = conditionsOf({ ...where, assignee, open: 'true' }, { person, days, parameters });
  const owed = conditionsOf({ ...where, assignee, waiting: [OWED.waiting] }, { person, days, parameters });
  const [day, counted] = [`${parameters.add(last)}::date`, `${parameters.add(drawn)}::date`];
  const { assignee: nobody, turnRole } = UNCLAIMED;
  const unclaimed = conditionsOf(
    { ...where, assignee: nobody, open: 'true', turnRole: [turnRole] },
    { person, days, parameters },
  );
  const today = `${parameters.add(days.today)}::date`;
  const staff = conditionsOf(where, { person, days, parameters });
  const limit = parameters.add(shown);
  const listed = (condition: string): string => `(
    SELECT coalesce(jsonb_agg(listed ORDER BY listed.sort_key, listed.id), '[]') FROM (
      ${firstInWork([...conditions, condition], { key: DUE, descending: false, limit })}) AS listed)`;
  const text = `
    SELECT (
      SELECT coalesce(jsonb_agg(counted), '[]') FROM (
        SELECT alike.*, organ.code AS organ, person.name AS person_name FROM (
          SELECT light, state, channel, organ_id, person_id, turn_role, to_confirm, entered_late, due, count(*) AS total FROM (
            SELECT (${light}) COLLATE "C" AS light, case_file.state, case_file.channel, case_file.organ_id,
                   case_file.assignee_id AS person_id, case_file.turn_role, ${TO_CONFIRM} AS to_confirm, (${ENTERED_LATE}) AS entered_late,
                   CASE WHEN ${DUE} <= ${counted} THEN ${DUE} END AS due
              ${IN_WORK_FROM} WHERE ${all(conditions)} ${APART}) AS open_case
           GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9) AS alike
          JOIN organ ON organ.id = alike.organ_id
          LEFT JOIN person ON person.id = alike.person_id) AS counted) AS counts,
      ${listed(`${DUE} <= ${day} AND ${light} <> 'none'`)} AS due,
      ${listed(`${DUE} < ${today} AND ${light} = 'overdue'`)} AS overdue, (
      SELECT jsonb_build_object('total', count(*), 'late', count(*) FILTER (WHERE ${answerDueBy(`${today} - 1`)}))
        ${IN_WORK_FROM} WHERE ${all(owed)}) AS answers, (
      SELECT count(*)::int ${IN_WORK_FROM} WHERE ${all(unclaimed)}) AS unclaimed, (
      ${colleagues(today, all([organInSight(1, 2), ...staff]))}) AS staff`;
  return { text, values: parameters.values };
}
