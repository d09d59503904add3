import type { LocalDate } from '@gongkai/calendar';
import { Stretch, type TrendFilters } from '@gongkai/contracts';
import type { Statement } from '@gongkai/platform';
import type { Person } from '../person.js';
import { LISTED_FROM } from '../queries/case-list.js';
import { IN_WORK_FROM } from '../queries/in-work.js';
import { conditionsOf, DUE, Parameters, type LightDays } from '../queries/list-sql.js';
import { organInSight } from '../visibility.js';
import { correctedSql, endsOf, extendedSql, inTimeSql, missedSql, WorkingDaysSql, type ReplyTable } from './pace-sql.js';

/** What a row counts: one week, by its Monday, one organ, or all where both are null. */
export type Cut = { readonly week: LocalDate | null; readonly organ: string | null };
/** Cases that were answered, each once however many replies of it left there. */
export type AnsweredRow = Cut & {
  readonly replied: number;
  readonly inTime: number;
  readonly late: number;
  readonly extended: number;
  readonly corrected: number;
};
export type ReceivedRow = Cut & { readonly received: number };
export type StretchRow = {
  readonly stretch: Stretch;
  readonly cases: number;
  readonly median: number | null;
  readonly ninth: number | null;
  /** How many took the ninth of ten or longer. */
  readonly slowest: number;
};

/** Everything trends are made of, as it was at one moment. */
export type TrendsRow = {
  readonly answered: readonly AnsweredRow[];
  readonly received: readonly ReceivedRow[];
  readonly stretches: readonly StretchRow[];
  readonly overdue: number;
};

export type Period = { readonly from: LocalDate; readonly to: LocalDate };

/** What is asked for. */
export type LookingBack = {
  readonly person: Person;
  readonly filters: Omit<TrendFilters, 'from' | 'to'>;
  readonly period: Period;
  readonly days: LightDays;
};

/** Without names of people, so that an index alone tells how many came in. */
const RECEIVED_FROM = `FROM case_file JOIN organ ON organ.id = case_file.organ_id AND ${organInSight(1, 2)}`;

const all = (conditions: readonly string[]): string => conditions.map((condition) => `(${condition})`).join(' AND ');

/**
 * All of it in one statement, so that each number is its list. Looks at the cases that came in or were answered in the period, by their
 * indexes, and at the open ones: whatever years lie before and after costs nothing. What is decided anew takes no reply from its week: each
 * counts where it left, as its own round judged it; a round that passed without one is late where it was due. A case with two replies in one
 * place is one case of it, as in its list, and in time only where none of them was late.
 */
export function trendsStatement({ person, filters, period: { from, to }, days }: LookingBack): Statement {
  const parameters = new Parameters();
  parameters.add(person.organId);
  parameters.add(person.seesBelow);
  const { person: assignee, ...where } = filters;
  const whose = { ...where, assignee };
  const asking = { person, days, parameters };
  const received = conditionsOf({ ...whose, receivedFrom: from, receivedTo: to }, asking);
  const overdue = conditionsOf({ ...whose, open: 'true', light: ['overdue'], dueFrom: from, dueTo: to }, asking);
  const counting = new WorkingDaysSql(days.calendar, parameters);
  const answered = (reply: ReplyTable): string =>
    answeredIn(reply, conditionsOf({ ...whose, repliedFrom: from, repliedTo: to }, { ...asking, reply }), counting);
  const text = `
    WITH answered AS MATERIALIZED (${answered('case_file')} UNION ALL ${answered('earlier_reply')})
    SELECT (
      SELECT coalesce(jsonb_agg(one), '[]') FROM (
        SELECT week, organ, count(*) FILTER (WHERE ever_replied) AS replied, count(*) FILTER (WHERE NOT ever_late) AS "inTime", count(*) FILTER (WHERE ever_late) AS late,
               count(*) FILTER (WHERE ever_extended) AS extended, count(*) FILTER (WHERE ever_corrected) AS corrected
          FROM (SELECT week, organ, bool_or(NOT missed) AS ever_replied, bool_or(NOT in_time) AS ever_late,
                       bool_or(extended AND NOT missed) AS ever_extended, bool_or(corrected AND NOT missed) AS ever_corrected
                  FROM answered GROUP BY GROUPING SETS ((week, id), (organ, id), (id))) AS each_case
         GROUP BY 1, 2) AS one) AS answered, (
      SELECT coalesce(jsonb_agg(one), '[]') FROM (
        SELECT date_trunc('week', case_file.received_on)::date AS week, organ.code AS organ, count(*) AS received
        ${RECEIVED_FROM} WHERE ${all(received)} GROUP BY GROUPING SETS ((1), (2), ())) AS one) AS received,
      jsonb_build_array(${Stretch.options.map(timesOf).join(', ')}) AS stretches, (
      SELECT count(*) ${IN_WORK_FROM} WHERE ${all(overdue)} AND ${DUE} IS NOT NULL) AS overdue`;
  return { text, values: parameters.values };
}

/** The replies of present rounds, or of those before them, with everything that is counted of them. */
const answeredIn = (reply: ReplyTable, conditions: readonly string[], counting: WorkingDaysSql): string => `
      SELECT case_file.id, date_trunc('week', ${reply}.replied_on)::date AS week, organ.code AS organ, ${inTimeSql(reply)} AS in_time,
             ${missedSql(reply)} AS missed,
             ${extendedSql(reply)} AS extended, ${correctedSql(reply)} AS corrected,
             ${Stretch.options.map((stretch) => `${lengthOf(stretch, reply, counting)} AS took_${stretch}`).join(', ')}
      ${LISTED_FROM} ${reply === 'case_file' ? '' : `JOIN ${reply} ON ${reply}.case_id = case_file.id`} WHERE ${all(conditions)}`;

function lengthOf(stretch: Stretch, reply: ReplyTable, counting: WorkingDaysSql): string {
  const { from, to } = endsOf(stretch, reply);
  return `CASE WHEN NOT ${missedSql(reply)} THEN ${counting.between(from, to)} END`;
}

const timesOf = (stretch: Stretch): string => `(
  SELECT jsonb_build_object('stretch', '${stretch}', 'cases', count(took), 'median', min(median), 'ninth', min(ninth),
                            'slowest', count(*) FILTER (WHERE took >= ninth))
    FROM (SELECT max(took_${stretch}) AS took FROM answered WHERE took_${stretch} IS NOT NULL GROUP BY id) AS each
   CROSS JOIN (SELECT percentile_disc(0.5) WITHIN GROUP (ORDER BY took_${stretch}) AS median,
                      percentile_disc(0.9) WITHIN GROUP (ORDER BY took_${stretch}) AS ninth FROM answered) AS those)`;
