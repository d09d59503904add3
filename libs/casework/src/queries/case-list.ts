import type { LocalDate } from '@gongkai/calendar';
import type { CaseCountFilters, CaseFilters, CaseList, CaseRow, Link, PersonRef } from '@gongkai/contracts';
import { ledgerOf, unitDue, type CaseFile, type ChartValue, type Standing, type UnitRequest } from '@gongkai/lifecycle';
import type { Statement } from '@gongkai/platform';
import { receiptDay } from '@gongkai/statutes';
import { reckon } from '../desk/columns.js';
import type { LawOfCase, LawShelf } from '../law-shelf.js';
import type { Person } from '../person.js';
import { pressingOf } from '../views/order-view.js';
import { shineOf, turnView } from '../views/case-view.js';
import { organInSight } from '../visibility.js';
import { containing } from './bigrams.js';
import { IN_WORK_FROM, isInWork } from './in-work.js';
import { ANSWERED_BY_LINK, conditionsOf, lightSql, Parameters, type LightDays } from './list-sql.js';
import { afterSql, cursorOf, orderOf, orderSql, type Order } from './paging.js';

/** A case as a list reads it. */
export type ListedRow = {
  readonly id: string;
  readonly number: string;
  readonly serial: number;
  readonly version: number;
  readonly machine_version: number;
  readonly clock_edition: number | null;
  readonly statute: string;
  readonly file: CaseFile;
  readonly value: ChartValue;
  readonly channel: string;
  readonly applicant_name: string;
  readonly subject: string;
  readonly opened_on: LocalDate;
  readonly organ_id: string;
  readonly organ_code: string;
  readonly assignee_id: string | null;
  readonly assignee_name: string | null;
  readonly answered_by_link: boolean;
  readonly sort_key: LocalDate | null;
};

/** Cases joined with what a list shows and filters by; the person's organ is $1, whether they see below $2. */
export const LISTED_FROM = `
  FROM case_file
  JOIN organ ON organ.id = case_file.organ_id AND ${organInSight(1, 2)}
  LEFT JOIN person ON person.id = case_file.assignee_id`;

/** What a list reads of a case. */
export const LISTED = `
  SELECT case_file.id, case_file.number, case_file.serial, case_file.version, case_file.machine_version, case_file.clock_edition, case_file.statute, case_file.file, case_file.value,
         case_file.channel, case_file.applicant_name, case_file.subject, case_file.opened_on, organ.id AS organ_id, organ.code AS organ_code,
         person.id AS assignee_id, person.name AS assignee_name, (${ANSWERED_BY_LINK}) AS answered_by_link`;

/** Cases are counted up to here: more than anybody works through, and soon done. */
export const MOST_COUNTED = 10_000;

/** How many cases of each light a list has, of the first that are found. */
export function countListed(person: Person, filters: CaseCountFilters, days: LightDays): Statement {
  const parameters = new Parameters();
  parameters.add(person.organId);
  parameters.add(person.seesBelow);
  const light = lightSql(days, parameters);
  const where = whereAll(conditionsOf(filters, { person, days, parameters }));
  const some = `SELECT ${light} AS light ${isInWork(filters) ? IN_WORK_FROM : LISTED_FROM} ${where} LIMIT ${MOST_COUNTED}`;
  return { text: `SELECT light, count(*) AS total FROM (${some}) AS counted GROUP BY light`, values: parameters.values };
}

/**
 * One page of the cases in a person's sight, and one more to know whether another page follows. What is in work is found by the few columns
 * that are filtered by, and read as far as the page goes.
 */
export function listStatement(person: Person, { sort, limit, cursor, ...where }: CaseFilters, days: LightDays): Statement {
  const paging = { sort, limit, cursor };
  if (!isInWork(where)) return pageStatement(person, { ...paging, ...where }, days, () => ({ first: '', of: '' }));
  const parameters = new Parameters();
  parameters.add(person.organId);
  parameters.add(person.seesBelow);
  const place = orderOf(paging);
  const order = orderSql(place);
  const conditions = [...conditionsOf(where, { person, days, parameters }), ...afterSql(cursor, place, parameters)];
  const text = `${firstInWork(conditions, { ...place, limit: parameters.add(limit + 1) })} ${order}`;
  return { text, values: parameters.values };
}

/** The first cases in work of an order, as lists show them: few columns find them, and of `case_file` is read what is shown. */
export const firstInWork = (conditions: readonly string[], { limit, ...place }: Order & { readonly limit: string }): string => `
  ${LISTED}, ${place.key} AS sort_key ${LISTED_FROM} WHERE case_file.id IN (
    SELECT case_file.id ${IN_WORK_FROM} ${whereAll(conditions)} ${orderSql(place)} LIMIT ${limit})`;

/** So many cases are looked through in the order of the list before what is sought is looked for among all. */
const NEAR = 2_000;

/**
 * The same of a search, as far as it is found among the first cases of the order: if that fills the page, it is the page. What stands in
 * many cases is found there at once, however wrong the database is about how many they are.
 */
export const nearStatement = (person: Person, { q = '', ...filters }: CaseFilters, days: LightDays): Statement =>
  pageStatement(person, filters, days, ({ after, order, parameters }) => ({
    first: `WITH near AS MATERIALIZED (SELECT case_file.id, case_file.words FROM case_file ${after} ${order} LIMIT ${NEAR})`,
    of: `JOIN near ON near.id = case_file.id AND near.words LIKE ${parameters.add(containing(q.toLowerCase()))}`,
  }));

type Placed = { readonly after: string; readonly order: string; readonly parameters: Parameters };
type Among = (placed: Placed) => { readonly first: string; readonly of: string };

function pageStatement(person: Person, filters: CaseFilters, days: LightDays, among: Among): Statement {
  const parameters = new Parameters();
  parameters.add(person.organId);
  parameters.add(person.seesBelow);
  const place = orderOf(filters);
  const order = orderSql(place);
  const after = afterSql(filters.cursor, place, parameters);
  const { first, of } = among({ after: whereAll(after), order, parameters });
  const where = whereAll([...conditionsOf(filters, { person, days, parameters }), ...after]);
  const limit = parameters.add(filters.limit + 1);
  const text = `${first} ${LISTED}, ${place.key} AS sort_key ${LISTED_FROM} ${of} ${where} ${order} LIMIT ${limit}`;
  return { text, values: parameters.values };
}

const whereAll = (conditions: readonly string[]): string =>
  conditions.length === 0 ? '' : `WHERE ${conditions.map((condition) => `(${condition})`).join(' AND ')}`;

/** Under which law and on which day a list is read, and by whom where that matters. */
type Seeing = { readonly laws: LawShelf; readonly today: LocalDate; readonly person?: Person };

/** The page that was read. */
export function pageOf(rows: readonly ListedRow[], limit: number, seeing: Seeing): CaseList {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const more = rows.length > limit && last !== undefined;
  return {
    items: shown.map((row) => caseRow(row, seeing)),
    nextCursor: more ? cursorOf({ key: last.sort_key, id: last.id }) : null,
  };
}

/** A case in a list; light and days by today, never by what was stored. */
export function caseRow(row: ListedRow, { laws, today, person }: Seeing): CaseRow {
  const { file, value } = row;
  const law = laws.lawOf(row.statute, today, row.organ_id, row.clock_edition);
  const ledger = ledgerOf(file, law, { asOf: today, derivation: false });
  const reckoned = reckon({ file, value }, ledger, law, today);
  const { standing } = reckoned;
  const assignee: PersonRef | null = row.assignee_id === null ? null : { id: row.assignee_id, name: row.assignee_name ?? '' };
  return {
    id: row.id,
    number: row.number,
    serial: row.serial,
    organ: row.organ_code,
    state: standing.state,
    voided: file.ending?.voided === true,
    link: linkOf(standing),
    ...shineOf(standing),
    channel: row.channel as CaseRow['channel'],
    applicantName: row.applicant_name,
    subject: row.subject,
    openedOn: row.opened_on,
    receivedOn: receiptDay(law.statute, file.receipt, today).on,
    finalDue: ledger.finalDue,
    provisional: ledger.provisionalFinalDue ?? null,
    cautious: ledger.cautiousFinalDue ?? null,
    provisionalCautious: ledger.provisionalCautiousFinalDue ?? null,
    turn: turnView(reckoned, assignee, person),
    assignee,
    unitsAsked: file.unitRequests.flatMap((one) => (one.answeredOn === null ? [askedOf(one, law)] : [])),
    answeredByLink: row.answered_by_link,
    ordered: pressingOf(file, { calendar: law.calendar, today }),
    version: row.version,
  };
}

/** By when a unit that was asked answers, and who for it. */
function askedOf(one: UnitRequest, { calendar }: LawOfCase): CaseRow['unitsAsked'][number] {
  const due = unitDue(one, calendar);
  return { person: one.person, due, provisional: calendar.isProvisional(due) };
}

/** The link a case is in; the last one when all are done. */
const linkOf = ({ links }: Standing): Link => links.find(({ status }) => status === 'current')?.link ?? 'filing';
