import { addDays, type LocalDate } from '@gongkai/calendar';
import type { CaseCountFilters, CaseState, DashboardFilters } from '@gongkai/contracts';
import type { Pace } from '@gongkai/lifecycle';
import type { Statement } from '@gongkai/platform';
import type { Person } from '../person.js';
import { LISTED, LISTED_FROM } from '../queries/case-list.js';
import { IN_WORK_FROM } from '../queries/in-work.js';
import { conditionsOf, DUE, Parameters, type LightDays } from '../queries/list-sql.js';
import { organInSight } from '../visibility.js';
import { missedSql, replyDueSql, type ReplyTable } from './pace-sql.js';

/** What is learnt from: the latest so many replies, none of them older than so many days. */
const LEARNT = 4_000;
const OLDEST = 730;

/** A case whose reply has left, as it is learnt from: once for each of its rounds. */
export type PastRow = {
  readonly organ: string;
  readonly received_on: LocalDate;
  readonly replied_on: LocalDate;
  readonly due: LocalDate;
  readonly pace: Pace;
};

/** Replies that left in (after, before): the latest so many. */
export type Since = { readonly after: LocalDate; readonly before: LocalDate; readonly most: number };

/** What is learnt from on a day. */
export const learntOn = (today: LocalDate): Since => ({ after: addDays(today, -OLDEST), before: today, most: LEARNT });

const latestIn = (reply: ReplyTable): string => `(
    SELECT organ.code AS organ, case_file.received_on, ${reply}.replied_on, ${replyDueSql(reply)} AS due, ${reply}.pace, case_file.id
      FROM case_file JOIN organ ON organ.id = case_file.organ_id AND ${organInSight(1, 2)}
           ${reply === 'case_file' ? '' : `JOIN ${reply} ON ${reply}.case_id = case_file.id`}
     WHERE ${reply}.replied_on > $3::date AND ${reply}.replied_on < $4::date
       AND case_file.received_on IS NOT NULL AND ${replyDueSql(reply)} IS NOT NULL AND NOT ${missedSql(reply)}
     ORDER BY ${reply}.replied_on DESC, case_file.id LIMIT $5)`;

const LATEST_REPLIES = `
    SELECT organ, received_on, replied_on, due, pace FROM (${latestIn('case_file')} UNION ALL ${latestIn('earlier_reply')}) AS reply
     ORDER BY replied_on DESC, id LIMIT $5`;

const inSight = ({ organId, seesBelow }: Person, { after, before, most }: Since): Statement['values'] => [
  ...[organId, seesBelow],
  ...[after, before, most],
];

/** The latest replies in sight, the newest first. */
export const pastStatement = (person: Person, since: Since): Statement => ({
  name: 'past-cases',
  text: LATEST_REPLIES,
  values: inSight(person, since),
});

/** A print of the same replies: another one as soon as one is added or anything of one is corrected. */
export type PastPrint = { readonly print: string };

/** What tells, without reading them, whether the latest replies in sight are those that were learnt from. */
export const pastPrintStatement = (person: Person, since: Since): Statement => ({
  name: 'past-cases-print',
  text: `
    SELECT count(*) || ' ' || coalesce(sum(hashtextextended(one::text, 0)), 0) AS print FROM (${LATEST_REPLIES}) AS one`,
  values: inSight(person, since),
});

/** States in which the reply is still to leave, and nobody outside is waited for without a date. */
const OWED = ['received', 'registered', 'accepted', 'approving', 'signed'] as const satisfies readonly CaseState[];

/** Open cases that stand alike. */
export type OpenRow = {
  readonly organ: string;
  readonly state: (typeof OWED)[number];
  readonly extended: boolean;
  readonly due: LocalDate;
  /** Somebody is asked, and the days up to this one do not count. */
  readonly paused_until: LocalDate | null;
  readonly ids: readonly string[];
};

export type LookingAhead = { readonly person: Person; readonly filters: DashboardFilters; readonly days: LightDays };

/** Open cases that have a date to be kept: found among what is in work, whatever is kept beside it. */
export function openStatement({ person, filters, days }: LookingAhead): Statement {
  const parameters = new Parameters();
  parameters.add(person.organId);
  parameters.add(person.seesBelow);
  const { person: assignee, ...where } = filters;
  const owed: CaseCountFilters = { open: 'true', state: [...OWED], light: ['red', 'yellow', 'green', 'stopped'] };
  const conditions = conditionsOf({ ...where, assignee, ...owed }, { person, days, parameters });
  const today = `${parameters.add(days.today)}::date`;
  const text = `
    SELECT organ, state, extended, due, paused_until, array_agg(id ORDER BY id) AS ids FROM (
      SELECT case_file.id, organ.code AS organ, case_file.state, ${DUE} AS due,
             case_file.extended,
             CASE WHEN case_file.stopped THEN (
               SELECT max(coalesce(deadline.due, deadline.provisional)) FROM deadline
                WHERE deadline.case_id = case_file.id AND deadline.name LIKE 'answerDue:%'
                  AND coalesce(deadline.due, deadline.provisional) >= ${today}) END AS paused_until
      ${IN_WORK_FROM}
      WHERE ${DUE} IS NOT NULL AND ${conditions.map((condition) => `(${condition})`).join(' AND ')}) AS one
     GROUP BY 1, 2, 3, 4, 5`;
  return { text, values: parameters.values };
}

/** Cases by their ids, as lists show them. */
export function casesStatement(person: Person, ids: readonly string[]): Statement {
  const text = `${LISTED}, ${DUE} AS sort_key ${LISTED_FROM} WHERE case_file.id = ANY ($3::uuid[])`;
  return { text, values: [person.organId, person.seesBelow, ids] };
}
