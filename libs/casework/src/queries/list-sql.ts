import type { LocalDate, WorkingDays } from '@gongkai/calendar';
import type { CaseCountFilters, DONE_BY_ME, Light, Stretch } from '@gongkai/contracts';
import { regionOf, type Parameter } from '@gongkai/platform';
import { answerKeysSql, lettersHereSql } from '../consulted/letters-sql.js';
import type { LawShelf } from '../law-shelf.js';
import type { Person } from '../person.js';
import { asUuid } from '../visibility.js';
import { containing, isPair, searchQuery } from './bigrams.js';
import { correctedSql, endsOf, extendedSql, inTimeSql, missedSql, WorkingDaysSql, type ReplyTable } from '../pace/pace-sql.js';

/** The parameters of a statement that is put together piece by piece. */
export class Parameters {
  readonly values: Parameter[] = [];

  /** @returns the place of the value in the text, e.g. `$3` */
  add(value: Parameter): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }
}

/** The date that lists sort and lights shine by. */
export const DUE = 'case_file.due';

const OVER = `case_file.state IN ('dispatched', 'returned', 'closed', 'filed')`;
const WAITING = `case_file.clock IN ('awaiting_correction', 'awaiting_payment', 'deemed_abandoned')`;

/** The days at which a light changes, once for a request. */
export type LightDays = {
  readonly today: LocalDate;
  readonly yellowFrom: LocalDate;
  readonly greenFrom: LocalDate;
  readonly calendar: WorkingDays;
  /** Those of organs that have days off of their own. */
  readonly own: readonly ({ readonly organs: readonly string[] } & Turns)[];
};

/** The first day on which a light is yellow, and green. */
type Turns = { readonly yellowFrom: LocalDate; readonly greenFrom: LocalDate };

/** Red has up to one working day left, yellow up to five. */
const turnsBy = (calendar: WorkingDays, today: LocalDate): Turns => ({
  yellowFrom: calendar.add(today, 2),
  greenFrom: calendar.add(today, 6),
});

/** The days at which lights change by the calendars of the statute that new cases come under. */
export function lightDays(today: LocalDate, laws: LawShelf): LightDays {
  const { statute, calendar } = laws.lawOf(laws.statute, today);
  const { own } = laws.calendars.calendars(regionOf(statute));
  const standard = turnsBy(calendar, today);
  const others = own.map(({ organs, calendar: theirs }) => ({ organs, ...turnsBy(theirs, today) }));
  return {
    today,
    ...standard,
    calendar,
    own: others.filter(({ greenFrom, yellowFrom }) => differs({ greenFrom, yellowFrom }, standard)),
  };
}

const differs = (one: Turns, other: Turns): boolean => one.greenFrom !== other.greenFrom || one.yellowFrom !== other.yellowFrom;

/** The day from which a light has a colour, by the organ of the case. */
function turnSql(turn: keyof Turns, days: LightDays, parameters: Parameters): string {
  const standard = `${parameters.add(days[turn])}::date`;
  if (days.own.length === 0) return standard;
  const own = days.own.map(
    (one) => `WHEN case_file.organ_id = ANY (${parameters.add(one.organs)}::uuid[]) THEN ${parameters.add(one[turn])}::date`,
  );
  return `CASE ${own.join(' ')} ELSE ${standard} END`;
}

/**
 * The light of a case as SQL, the same as the lifecycle's `lightOf`: the first that applies. A consultation stops the clock
 * up to the last day for its answer, even if nobody has recorded its lapse yet.
 */
export function lightSql(days: LightDays, parameters: Parameters): string {
  const day = `${parameters.add(days.today)}::date`;
  const stopped = `case_file.stopped AND EXISTS (
    SELECT FROM deadline WHERE deadline.case_id = case_file.id AND deadline.name LIKE 'answerDue:%'
       AND (deadline.due IS NULL OR deadline.due >= ${day}))`;
  return `CASE
    WHEN ${OVER} OR case_file.clock = 'withdrawn' OR (case_file.received_on IS NULL AND ${DUE} IS NULL) THEN 'none'
    WHEN ${DUE} < ${day} THEN 'overdue'
    WHEN ${WAITING} OR (${stopped}) THEN 'stopped'
    WHEN ${DUE} IS NULL THEN 'none'
    WHEN ${DUE} < ${turnSql('yellowFrom', days, parameters)} THEN 'red'
    WHEN ${DUE} < ${turnSql('greenFrom', days, parameters)} THEN 'yellow'
    ELSE 'green' END`;
}

/** What conditions are made with. */
export type Asking = {
  readonly person: Person;
  readonly days: LightDays;
  readonly parameters: Parameters;
  /** Whose reply is asked about; left out: that of any round. */
  readonly reply?: ReplyTable;
  /** Other filters leave those alone that are in somebody's hands, a few in a hundred. */
  readonly amongFew?: boolean;
};
type Given<K extends keyof CaseCountFilters> = NonNullable<CaseCountFilters[K]>;
type Condition<K extends keyof CaseCountFilters> = (value: Given<K>, asking: Asking) => string;

const oneOf =
  (column: string) =>
  (values: readonly string[], { parameters }: Asking): string =>
    `${column} = ANY (${parameters.add(values)})`;
const since =
  (column: string) =>
  (day: LocalDate, { parameters }: Asking): string =>
    `${column} >= ${parameters.add(day)}::date`;
const until =
  (column: string) =>
  (day: LocalDate, { parameters }: Asking): string =>
    `${column} <= ${parameters.add(day)}::date`;

const OPEN = 'case_file.in_work AND case_file.closed_on IS NULL';

/** Cases with one of these lights; all but `none` are open. */
function shining(lights: readonly Light[], { days, parameters }: Asking): string {
  const light = `(${lightSql(days, parameters)}) = ANY (${parameters.add(lights)})`;
  return lights.includes('none') ? light : `${OPEN} ${pressing(lights, days, parameters)} AND ${light}`;
}

/** Lights that say that it is late or soon will be, the latest day last. */
const PRESSING: readonly Light[] = ['overdue', 'red', 'yellow'];

/** Where such lights alone are asked for: the days before which they end, so that those who have time left are not looked at. */
function pressing(lights: readonly Light[], days: LightDays, parameters: Parameters): string {
  if (!lights.every((light) => PRESSING.includes(light))) return '';
  if (lights.includes('yellow')) return `AND ${DUE} < ${turnSql('greenFrom', days, parameters)}`;
  if (lights.includes('red')) return `AND ${DUE} < ${turnSql('yellowFrom', days, parameters)}`;
  return `AND ${DUE} < ${parameters.add(days.today)}::date`;
}

/** What the reader has in hand is also what those have whom they stand in for today. */
function heldBy(assignee: string, { person, days: { today }, parameters }: Asking): string {
  if (assignee === 'none') return 'case_file.assignee_id IS NULL';
  if (assignee !== 'me') return `case_file.assignee_id = ${parameters.add(asUuid(assignee))}`;
  const [me, day] = [parameters.add(person.id), parameters.add(today)];
  return `case_file.assignee_id = ${me} OR case_file.assignee_id IN (
    SELECT person_id FROM absence WHERE substitute_id = ${me} AND ${day}::date BETWEEN from_day AND to_day)`;
}

/**
 * Pairs of characters find candidates; the text itself decides, unless it is such a pair. One character alone is looked for everywhere. By a
 * function: behind the wall PostgreSQL would not use the index (docs/decisions/0157). It takes any function for one that finds a thousand, and
 * holds each of a few cases against all that are found; `IS TRUE` keeps it from that: what is found is a set in which each case is looked up.
 */
function found(text: string, { parameters, amongFew = false }: Asking): string {
  const query = searchQuery(text);
  const saying = (): string => {
    const said = `case_file.id IN (SELECT cases_saying(${parameters.add(query)}::tsquery))`;
    return amongFew ? `(${said}) IS TRUE` : said;
  };
  if (isPair(text)) return saying();
  const there = `case_file.words LIKE ${parameters.add(containing(text.toLowerCase()))}`;
  return query === null ? there : `${saying()} AND ${there}`;
}

/** Whether filters leave only cases that are in somebody's hands. */
const areAmongFew = ({ open, underWay, waiting, turnRole, light }: CaseCountFilters): boolean =>
  open === 'true' || [underWay, waiting, turnRole].some((one) => one !== undefined) || light?.includes('none') === false;

/** An organ, by code or id, and everything below it. */
export const belowSql = (organ: string, parameters: Parameters): string =>
  `organ.path && ARRAY(SELECT id FROM organ WHERE code = ${parameters.add(organ)} OR id = ${parameters.add(asUuid(organ))})`;

/** An organ alone, by code or id. */
export const unitSql = (unit: string, { parameters }: Pick<Asking, 'parameters'>): string =>
  `organ.code = ${parameters.add(unit)} OR organ.id = ${parameters.add(asUuid(unit))}`;

/** An entry of the case waits for a second person. */
export const TO_CONFIRM = `'confirmation' = ANY (case_file.waits)`;

/** What moves its clock was entered after the due day, and waits for one. The entries themselves are read of the few that have any. */
export const ENTERED_LATE = `CASE WHEN ${TO_CONFIRM} THEN EXISTS (
  SELECT FROM case_file AS whole WHERE whole.id = case_file.id AND whole.file @> '{"toConfirm": [{"reason": "entered-late"}]}') ELSE false END`;

/** Facts by which somebody is known to have done it. */
const DONE: Readonly<Record<(typeof DONE_BY_ME)[number], readonly string[]>> = {
  review: ['REVIEW_PASSED', 'REVIEW_BLOCKED', 'LEGAL_REVIEW_PASSED', 'LEGAL_REVIEW_OBJECTED'],
  approval: ['APPROVAL_GIVEN', 'APPROVED', 'SENT_BACK', 'REPLY_SIGNED', 'EXTENSION', 'EXTENSION_REFUSED'],
  filing: ['FILED'],
};

const doneByReader = (what: (typeof DONE_BY_ME)[number], { person, parameters }: Asking): string => `EXISTS (
  SELECT FROM journal WHERE journal.case_id = case_file.id AND journal.actor_id = ${parameters.add(person.id)}
     AND journal.type = ANY (${parameters.add(DONE[what])}))`;

/** Whose step of the chain it is; once all have approved, the last one's post signs. */
const APPROVAL_STEP = `coalesce(
  case_file.file #> '{round,reply,chain,steps}' ->> jsonb_array_length(case_file.file #> '{round,reply,approvals}'),
  case_file.file #> '{round,reply,chain,steps}' ->> -1)`;

/** A person has written of the draft, and so approves none of it, for themselves or for another (`draftersOf`). */
const draftedBy = ({ id }: Asking['person'], parameters: Parameters): string => {
  const wrote = [
    { items: [{ decision: { decidedBy: id } }] },
    { items: [{ review: { submittedBy: id } }] },
    { round: { reply: { submittedBy: id } } },
  ];
  return `(case_file.file @> ANY (${parameters.add(wrote.map((part) => JSON.stringify(part)))}::text[]::jsonb[]))`;
};

/** An answer by link waits in the inbox; asked of those alone that wait for one. */
export const ANSWERED_BY_LINK = `'consultation' = ANY (case_file.waits) AND EXISTS (
  SELECT FROM (${lettersHereSql('case_file.id')}) AS letter
    JOIN incoming ON incoming.organ_id = case_file.organ_id AND incoming.source = 'portal'
     AND incoming.state = 'waiting' AND incoming.key = ANY (${answerKeysSql('letter.id')}))`;

/** At least so many working days in a stretch of its way. */
function tookSql(took: string, { days: { calendar }, parameters, reply = 'case_file' }: Asking): string {
  const [stretch = '', least = ''] = took.split(':');
  const { from, to } = endsOf(stretch as Stretch, reply);
  return `${new WorkingDaysSql(calendar, parameters).between(from, to)} >= ${parameters.add(Number(least))}`;
}

/** An answer to a remedy is owed by that day: the deadlines that are kept of a case are those that still run. @param day of type date */
export const answerDueBy = (day: string): string => `
  case_file.waits && '{remedy}' AND EXISTS (
    SELECT FROM deadline WHERE deadline.case_id = case_file.id AND coalesce(deadline.due, deadline.provisional) <= ${day}
       AND split_part(deadline.name, ':', 1) IN ('complaintDue', 'reconsiderationAnswerDue', 'defenceDue'))`;

type Filter = keyof CaseCountFilters;

const conditions: { readonly [K in Filter]: Condition<K> } = {
  organ: (organ, { parameters }) => belowSql(organ, parameters),
  unit: unitSql,
  state: (states, asking) =>
    `${states.includes('filed') ? '' : 'case_file.in_work AND '}${oneOf('case_file.state')(states, asking)}`,
  light: shining,
  assignee: heldBy,
  channel: oneOf('case_file.channel'),
  dueOn: (day, { parameters }) => `${DUE} = ${parameters.add(day)}::date`,
  dueFrom: since(DUE),
  dueTo: until(DUE),
  answerDueTo: (day, { parameters }) => answerDueBy(`${parameters.add(day)}::date`),
  receivedFrom: since('case_file.received_on'),
  receivedTo: until('case_file.received_on'),
  openedFrom: since('case_file.opened_on'),
  openedTo: until('case_file.opened_on'),
  repliedFrom: (day, asking) => since(`${asking.reply ?? 'case_file'}.replied_on`)(day, asking),
  repliedTo: (day, asking) => until(`${asking.reply ?? 'case_file'}.replied_on`)(day, asking),
  inTime: (inTime, { reply = 'case_file' }) =>
    `${reply}.replied_on IS NOT NULL AND ${inTime === 'true' ? '' : 'NOT '}${inTimeSql(reply)}`,
  extended: (_extended, { reply = 'case_file' }) => extendedSql(reply),
  corrected: (_corrected, { reply = 'case_file' }) => correctedSql(reply),
  took: tookSql,
  q: found,
  underWay: () => `case_file.in_work AND (case_file.closed_on IS NULL OR case_file.turn_role IN ('caseworker', 'remedy_organ'))`,
  turnRole: (roles, asking) => `case_file.in_work AND ${oneOf('case_file.turn_role')(roles, asking)}`,
  asked: (_me, { person, parameters }) => `'unit' = ANY (case_file.waits) AND EXISTS (
    SELECT FROM jsonb_array_elements(case_file.file -> 'unitRequests') AS asked
     WHERE asked ->> 'person' = ${parameters.add(person.id)} AND asked ->> 'answeredOn' IS NULL)`,
  watched: (_me, { person, parameters }) =>
    `EXISTS (SELECT FROM case_watch WHERE case_watch.case_id = case_file.id AND person_id = ${parameters.add(person.id)})`,
  answered: () => ANSWERED_BY_LINK,
  waiting: (waits, { parameters }) => `case_file.waits <> '{}' AND case_file.waits && ${parameters.add(waits)}::text[]`,
  entered: () => ENTERED_LATE,
  approvals: (_mine, { person, parameters }) =>
    `case_file.state <> 'approving' OR (NOT ${draftedBy(person, parameters)} AND coalesce(${APPROVAL_STEP}, 'approver') = ANY (${parameters.add(['approver', ...person.titles, ...person.standsFor.flatMap(({ titles }) => titles)])}))`,
  done: doneByReader,
  open: (open) => (open === 'true' ? OPEN : 'case_file.closed_on IS NOT NULL'),
};

/** Filters that ask for a reply that has left, and those that say of it how its round went. */
const OF_A_REPLY = ['repliedFrom', 'repliedTo', 'inTime', 'took'] as const satisfies readonly Filter[];
const ABOUT_A_REPLY: readonly Filter[] = [...OF_A_REPLY, 'extended', 'corrected'];

/** The conditions of the filters that were given; those of a reply are met by one and the same, of whichever round, unless `reply` says which. */
export function conditionsOf(filters: CaseCountFilters, whose: Asking): string[] {
  const asking = { ...whose, amongFew: areAmongFew(filters) };
  const names = (Object.keys(conditions) as Filter[]).filter((name) => filters[name] !== undefined);
  const each = (some: readonly Filter[], of: Asking): string[] =>
    some.map((name) => (conditions[name] as Condition<Filter>)(filters[name] as Given<Filter>, of));
  if (asking.reply !== undefined || OF_A_REPLY.every((name) => filters[name] === undefined)) return each(names, asking);
  const [about, others] = [true, false].map((is) => names.filter((name) => ABOUT_A_REPLY.includes(name) === is)) as [
    Filter[],
    Filter[],
  ];
  const found = (reply: ReplyTable): string =>
    [...each(about, { ...asking, reply }), ...(filters.inTime === 'false' ? [] : [`NOT ${missedSql(reply)}`])]
      .map((condition) => `(${condition})`)
      .join(' AND ');
  const replied = `case_file.id IN (${inEither(found)})`;
  // In time is a case of which no reply there was late, or never left.
  const between = about.filter((name) => name === 'repliedFrom' || name === 'repliedTo');
  const late = (reply: ReplyTable): string =>
    [...each(between, { ...asking, reply }), `${reply}.replied_on IS NOT NULL`, `NOT ${inTimeSql(reply)}`].join(' AND ');
  return [...each(others, asking), replied, ...(filters.inTime === 'true' ? [`case_file.id NOT IN (${inEither(late)})`] : [])];
}

const inEither = (found: (reply: ReplyTable) => string): string => `
    SELECT case_file.id FROM case_file WHERE ${found('case_file')}
     UNION ALL SELECT earlier_reply.case_id FROM earlier_reply WHERE ${found('earlier_reply')}`;
