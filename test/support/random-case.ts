import fc from 'fast-check';
import { calendarDaysAfter, calendarDaysBetween } from './days.js';
import type { Event, Facts, Receipt } from './facts.js';
import { diceOfExtensions, playExtensions } from './random-extensions.js';
import { diceOfHalts, playHalts } from './random-halts.js';

/** A case that might happen: facts that are valid by construction, and perhaps the day on which it is looked at. */
export type RandomCase = { readonly facts: Facts; readonly t: string | null; readonly asOf: string | undefined };
export type Window = { readonly from: string; readonly to: string };

/** Every T in it leaves room for the whole life of a case before the published calendars end. */
export const PUBLISHED: Window = { from: '2019-01-14', to: '2026-03-01' };

const CHANNELS = ['in_person', 'registered_mail', 'ems', 'ordinary_mail', 'fax', 'web', 'email'] as const;
const gap = (max: number, min = 0): fc.Arbitrary<number> => fc.integer({ min, max });
const perhaps = (max: number, freq = 2): fc.Arbitrary<number | undefined> => fc.option(gap(max), { nil: undefined, freq });

const diceOfReceipt = fc.record({
  channel: fc.constantFrom(...CHANNELS),
  /** Calendar days from arrival to T. */
  lag: gap(5),
  misaddressed: fc.boolean(),
  isConfirmed: fc.integer({ min: 0, max: 19 }).map((n) => n > 0),
});

const diceOfConsultations = fc.array(
  fc.record({
    kind: fc.constantFrom('third_party', 'third_party', 'joint_organ', 'other_organ', 'secrecy_authority'),
    at: gap(60),
    served: perhaps(6, 5),
    answered: perhaps(35, 2),
  }),
  { maxLength: 4 },
);

/** Random facts with T in a span of days, and a day to look at them from or none. */
export function randomCase(span: Window = PUBLISHED): fc.Arbitrary<RandomCase> {
  const dice = fc.record({
    t: gap(calendarDaysBetween(span.from, span.to)),
    receipt: diceOfReceipt,
    halts: diceOfHalts,
    extensions: diceOfExtensions,
    consultations: diceOfConsultations,
    withdrawn: fc.oneof({ weight: 6, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: gap(90) }),
    asOf: fc.option(fc.integer({ min: -6, max: 160 }), { nil: undefined, freq: 2 }),
  });
  return dice.map((thrown) => {
    const t = calendarDaysAfter(span.from, thrown.t);
    const receipt = receiptOf(t, thrown.receipt);
    const asOf = thrown.asOf === undefined ? undefined : calendarDaysAfter(t, thrown.asOf);
    if (!receipt.isSettled) return { facts: { receipt: receipt.receipt, events: [] }, t: null, asOf };
    return { facts: { receipt: receipt.receipt, events: eventsFrom(t, thrown) }, t, asOf };
  });
}

type Dice = {
  readonly halts: Parameters<typeof playHalts>[1];
  readonly extensions: Parameters<typeof playExtensions>[2];
  readonly consultations: readonly { kind: Kind; at: number; served: number | undefined; answered: number | undefined }[];
  readonly withdrawn: number | undefined;
};
type Kind = Extract<Event, { type: 'consultation' }>['kind'];

function eventsFrom(t: string, dice: Dice): Event[] {
  const halts = playHalts(t, dice.halts);
  const withdrawnOn = withdrawalDay(t, dice.withdrawn, halts);
  const taken = new Set([...halts.noticeDays, ...(withdrawnOn === undefined ? [] : [withdrawnOn])]);
  const consultations = dice.consultations
    .map((die, i) => consultationOf(calendarDaysAfter(t, die.at), die, `c${String(i)}`))
    .filter(({ dispatchedOn }) => withdrawnOn === undefined || dispatchedOn < withdrawnOn);
  const withdrawal: Event[] = withdrawnOn === undefined ? [] : [{ type: 'withdrawn', on: withdrawnOn }];
  return [...halts.events, ...playExtensions(t, taken, dice.extensions), ...consultations, ...withdrawal];
}

/** Nobody withdraws a case that is over already, nor on a day on which something else happens. */
function withdrawalDay(t: string, after: number | undefined, halts: ReturnType<typeof playHalts>): string | undefined {
  if (after === undefined) return undefined;
  const day = calendarDaysAfter(t, after);
  const isTaken = halts.noticeDays.includes(day) || halts.answerDays.includes(day);
  return isTaken || (halts.overAfter !== undefined && day > halts.overAfter) ? undefined : day;
}

type ConsultationDie = Dice['consultations'][number];

function consultationOf(
  dispatchedOn: string,
  { kind, served, answered }: ConsultationDie,
  id: string,
): Extract<Event, { type: 'consultation' }> {
  const servedOn = served === undefined ? undefined : calendarDaysAfter(dispatchedOn, served);
  const answeredOn = answered === undefined ? undefined : calendarDaysAfter(servedOn ?? dispatchedOn, answered);
  return {
    type: 'consultation',
    id,
    kind,
    dispatchedOn,
    ...(servedOn === undefined ? {} : { receivedByConsultedOn: servedOn }),
    ...(answeredOn === undefined ? {} : { answeredOn }),
  };
}

type ReceiptDie = { channel: (typeof CHANNELS)[number]; lag: number; misaddressed: boolean; isConfirmed: boolean };

/** An arrival that makes `t` the day of receipt, or one that waits to be confirmed. */
function receiptOf(t: string, { channel, lag, misaddressed, isConfirmed }: ReceiptDie): { receipt: Receipt; isSettled: boolean } {
  const before = calendarDaysAfter(t, -lag);
  const confirmation = isConfirmed ? { confirmedOn: t } : {};
  if (channel === 'in_person') return { receipt: { channel, submittedOn: t }, isSettled: true };
  if (channel === 'ordinary_mail') return { receipt: { channel, arrivedOn: before, ...confirmation }, isSettled: isConfirmed };
  if (channel !== 'ems' && channel !== 'registered_mail')
    return { receipt: { channel, submittedOn: before, ...confirmation }, isSettled: isConfirmed };
  if (!misaddressed) return { receipt: { channel, postedOn: before, signedOn: t }, isSettled: true };
  return { receipt: { channel, signedOn: before, misaddressed: true, ...confirmation }, isSettled: isConfirmed };
}
