import type { LocalDate, WorkingDays } from '@gongkai/calendar';
import { earlierOf, localDate, yearOf } from '@gongkai/calendar';
import type { FieldCode, FieldProblem } from '@gongkai/contracts';
import type { Statute } from '../in-force.js';
import { clockLaw, feesInForceFrom } from '../law.js';
import { eventsOf, knownOn, type EventOf, type LedgerEvent, type LedgerFacts } from './ledger-facts.js';
import { arrivalDay, confirmedDay, receiptDay } from './receipt-day.js';
import { contradictions, foldWaits } from './waits.js';

/** A period may reach this many years past the last fact and still be reckoned. */
const MARGIN_YEARS = 3;

/** What does not fit in the facts, field by field; empty when they can be reckoned. */
export function checkFacts(facts: LedgerFacts, statute: Statute, calendar: WorkingDays, asOf?: LocalDate): FieldProblem[] {
  const first = [...rangeProblems(facts, calendar, asOf), ...receiptProblems(facts.receipt)];
  if (first.length > 0) return first;
  const { on: receivedOn } = receiptDay(statute, facts.receipt);
  if (receivedOn === null) return unsettledProblems(facts.events);
  const each = facts.events.flatMap((event, i) =>
    eventProblems(event, receivedOn, statute).map((problem) => ({ ...problem, path: `events.${String(i)}${problem.path}` })),
  );
  const together = [...each, ...duplicateProblems(facts.events)];
  return together.length > 0 ? together : waitProblems(facts, receivedOn, statute, calendar);
}

const DATE_FIELDS = [
  'on',
  'dispatchedOn',
  'receivedByConsultedOn',
  'answeredOn',
  'until',
  'postedOn',
  'submittedOn',
  'signedOn',
  'arrivedOn',
  'confirmedOn',
  'servedOn',
] as const;

type Dated = { readonly field: string; readonly date: LocalDate };

/** Each date of a receipt or an event with the name of its field. Each ledger asks for all of them: no more is made than is answered. */
function datesOf(of: object): Dated[] {
  const values = of as Partial<Record<(typeof DATE_FIELDS)[number], LocalDate>>;
  const dates: Dated[] = [];
  for (const field of DATE_FIELDS) {
    const date = values[field];
    if (date !== undefined) dates.push({ field, date });
  }
  return dates;
}

function rangeProblems({ receipt, events }: LedgerFacts, calendar: WorkingDays, asOf: LocalDate | undefined): FieldProblem[] {
  const to = earlierOf(calendar.to, localDate(`${String(yearOf(calendar.to) - MARGIN_YEARS)}-12-31`));
  const outside = (dates: readonly Dated[]): Dated[] => dates.filter(({ date }) => date < calendar.from || date > to);
  const wrong = [
    ...outside(datesOf(receipt)).map(({ field, date }) => ({ path: `receipt.${field}`, date })),
    ...events.flatMap((event, i) =>
      outside(datesOf(event)).map(({ field, date }) => ({ path: `events.${String(i)}.${field}`, date })),
    ),
    ...outside(asOf === undefined ? [] : [{ field: 'asOf', date: asOf }]).map(({ field, date }) => ({ path: field, date })),
  ];
  return wrong.map(({ path, date }) =>
    date < calendar.from ? problem(path, 'before-calendar', { from: calendar.from }) : problem(path, 'after-calendar', { to }),
  );
}

function receiptProblems(receipt: LedgerFacts['receipt']): FieldProblem[] {
  if (receipt.channel === 'order') return [];
  const arrived = arrivalDay(receipt);
  const confirmed = confirmedDay(receipt);
  const posted = 'postedOn' in receipt ? receipt.postedOn : undefined;
  return [
    ...when(posted !== undefined && arrived < posted, { path: 'receipt.signedOn', code: 'signed-before-posted' }),
    ...when(confirmed !== undefined && confirmed < arrived, {
      path: 'receipt.confirmedOn',
      code: 'confirmed-before-arrival',
      facts: { arrived },
    }),
  ];
}

const when = (wrong: boolean, problem: FieldProblem): FieldProblem[] => (wrong ? [problem] : []);

const unsettledProblems = (events: readonly LedgerEvent[]): FieldProblem[] =>
  events.flatMap((event, i) => when(event.type !== 'withdrawn', { path: `events.${String(i)}`, code: 'receipt-not-settled' }));

/** Problems of one event by itself; `path` is relative to the event. */
function eventProblems(event: LedgerEvent, receivedOn: LocalDate, statute: Statute): FieldProblem[] {
  const early = datesOf(event).filter(({ date }) => date < receivedOn);
  if (early.length > 0) return early.map(({ field }) => ({ path: `.${field}`, code: 'before-receipt', facts: { receivedOn } }));
  const check = checks[event.type] as ((event: LedgerEvent, statute: Statute) => FieldProblem[]) | undefined;
  return check?.(event, statute) ?? [];
}

const checks: { readonly [K in LedgerEvent['type']]?: (event: EventOf<K>, statute: Statute) => FieldProblem[] } = {
  correction_notice_received: ({ on, dispatchedOn }) =>
    when(
      dispatchedOn !== undefined && on < dispatchedOn,
      problem('.on', 'received-before-dispatch', { dispatchedOn: dispatchedOn ?? '' }),
    ),
  consultation: ({ dispatchedOn, receivedByConsultedOn: received, answeredOn: answered }) => [
    ...when(
      received !== undefined && received < dispatchedOn,
      problem('.receivedByConsultedOn', 'received-before-dispatch', { dispatchedOn }),
    ),
    ...when(answered !== undefined && answered < dispatchedOn, problem('.answeredOn', 'answer-before-dispatch')),
  ],
  delay_set: ({ on, until }) => when(on !== undefined && until < on, problem('.until', 'until-before-set')),
  fee_notice_received: ({ on }, statute) => feeProblems(on, statute),
  fee_paid: ({ on }, statute) => feeProblems(on, statute),
};

const problem = (path: string, code: FieldCode, facts?: FieldProblem['facts']): FieldProblem =>
  facts ? { path, code, facts } : { path, code };

function feeProblems(on: LocalDate, statute: Statute): FieldProblem[] {
  const from = feesInForceFrom(statute);
  return when(from === undefined || on < from, problem('.on', 'fees-not-in-force', { from: from ?? '' }));
}

function duplicateProblems(events: readonly LedgerEvent[]): FieldProblem[] {
  const seen = new Set<string>();
  let notices = 0;
  return events.flatMap((event, i): FieldProblem[] => {
    if (event.type === 'correction_notice_received')
      return when((notices += 1) > 1, problem(`events.${String(i)}`, 'second-correction-notice'));
    if (event.type !== 'consultation') return [];
    const again = seen.has(event.id);
    seen.add(event.id);
    return when(again, problem(`events.${String(i)}.id`, 'duplicate-consultation', { id: event.id }));
  });
}

/** A withdrawal ends all: what comes after it has no effect, so it cannot be at odds with anything. */
function waitProblems(facts: LedgerFacts, receivedOn: LocalDate, statute: Statute, calendar: WorkingDays): FieldProblem[] {
  const withdrawnOn = eventsOf(facts, 'withdrawn')
    .map(({ on }) => on)
    .sort()[0];
  const events = withdrawnOn === undefined ? facts.events : knownOn(facts, withdrawnOn).events;
  const waits = foldWaits(events, receivedOn, { law: clockLaw(statute, receivedOn), calendar }, undefined);
  return [...waits.conflicts, ...contradictions(facts.events, waits)].map(({ event, field, code }) =>
    problem(`events.${String(facts.events.indexOf(event))}${field === null ? '' : `.${field}`}`, code),
  );
}
