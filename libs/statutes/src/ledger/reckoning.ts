import type { LocalDate, WorkingDays } from '@gongkai/calendar';
import { earlierOf } from '@gongkai/calendar';
import type { ClockState } from '@gongkai/contracts';
import type { ClockLaw } from '../law.js';
import { consultationWindows, type ConsultationWindow } from './consultation-windows.js';
import { eventsOf, hasOrderedPeriod, knownOn, type EventOf, type LedgerFacts } from './ledger-facts.js';
import { endOfWorkingDays, uniteStops, type PeriodEnd } from './period-end.js';
import { foldWaits, type Waits } from './waits.js';

/** The clock of one application on its law and calendar, from a first date of receipt on. */
export type ClockInput = {
  readonly facts: LedgerFacts;
  readonly receivedOn: LocalDate;
  readonly law: ClockLaw;
  readonly calendar: WorkingDays;
};

/** A date that can be given, or the reason why it cannot. */
export type DueDate = PeriodEnd | 'no_forecast' | null;

/** The clock as it stands, before it is worded as a ledger. */
export type Reckoning = {
  readonly clock: ClockState;
  readonly waits: Waits;
  readonly windows: readonly ConsultationWindow[];
  readonly delay: EventOf<'delay_set'> | null;
  readonly replyDue: DueDate;
  readonly extendedDue: DueDate;
  /** Set by a person, extended, or plain: the one that holds. */
  readonly finalDue: DueDate;
};

/**
 * Works the clock out from what was known at the end of `asOf` (everything, without it).
 * @param extension working days effectively granted for the T in force
 */
export function reckon(input: ClockInput, asOf: LocalDate | undefined, extension: number): Reckoning {
  const withdrawnOn = withdrawal(input.facts, asOf);
  const horizon = withdrawnOn && asOf ? earlierOf(withdrawnOn, asOf) : (withdrawnOn ?? asOf);
  const facts = horizon ? knownOn(input.facts, horizon) : input.facts;
  const { waits, windows } = movesOf(facts, input, horizon);
  const clock = withdrawnOn ? 'withdrawn' : clockOf(waits);
  const delay = hasOrderedPeriod(facts.receipt) ? null : delayInForce(facts, waits);
  const dues =
    clock === 'running'
      ? runningDues(input, { waits, windows, delay, extension })
      : { replyDue: null, extendedDue: null, finalDue: null };
  return { clock, waits, windows, delay, ...dues };
}

/** What waits and consultations make of the period: of one that a decision or a judgment has set, nothing (ARL 77; ALL 94). */
function movesOf(facts: LedgerFacts, input: ClockInput, horizon: LocalDate | undefined): Pick<Reckoning, 'waits' | 'windows'> {
  const waits = foldWaits(facts.events, input.receivedOn, input, horizon);
  const windows = consultationWindows(eventsOf(facts, 'consultation'), input, horizon);
  if (!hasOrderedPeriod(facts.receipt)) return { waits, windows };
  return {
    waits: { ...waits, ...UNMOVED, startedOn: input.receivedOn },
    windows: windows.map((window) => ({ ...window, stop: null, endless: false, excludedWorkingDays: 0 })),
  };
}

const UNMOVED = { restartedOn: null, restartedBy: null, awaiting: null, abandoned: false, undone: null } as const;

function withdrawal(facts: LedgerFacts, asOf: LocalDate | undefined): LocalDate | undefined {
  const days = eventsOf(facts, 'withdrawn').map(({ on }) => on);
  return days.filter((on) => asOf === undefined || on <= asOf).sort()[0];
}

function clockOf(waits: Waits): ClockState {
  if (waits.abandoned) return 'deemed_abandoned';
  if (waits.awaiting === null) return 'running';
  return waits.awaiting === 'correction' ? 'awaiting_correction' : 'awaiting_payment';
}

/** When something was done; on the day of a restart the case knows whether it was done after it. */
type Done = { readonly on: LocalDate; readonly afterRestart?: true };

/** Whether it belongs to the T in force: a restart, also on the same day, drops what came before. */
export const belongsTo = ({ on, afterRestart }: Done, { startedOn, restartedOn }: Waits): boolean =>
  on > startedOn || (on === startedOn && (restartedOn === null || afterRestart === true));

function delayInForce(facts: LedgerFacts, waits: Waits): EventOf<'delay_set'> | null {
  const delays = eventsOf(facts, 'delay_set').filter(({ on, ...more }) => on === undefined || belongsTo({ ...more, on }, waits));
  const key = ({ on, until }: EventOf<'delay_set'>): string => `${on ?? '9999-12-31'} ${until}`;
  return delays.sort((a, b) => (key(a) < key(b) ? -1 : 1)).at(-1) ?? null;
}

type Running = Pick<Reckoning, 'waits' | 'windows' | 'delay'> & { readonly extension: number };

/** Working days for the reply: those of the law, or those of the order that opened the round. */
export function replyBudget(receipt: LedgerFacts['receipt'], law: ClockLaw): number {
  return receipt.channel === 'order' ? (receipt.workingDays ?? law.redo.days) : law.reply.days;
}

function runningDues(
  { law, calendar, facts }: ClockInput,
  { waits, windows, delay, extension }: Running,
): Pick<Reckoning, 'replyDue' | 'extendedDue' | 'finalDue'> {
  const stops = uniteStops(windows.flatMap(({ stop }) => stop ?? []));
  const budget = replyBudget(facts.receipt, law);
  const endless = windows.find((window) => window.endless)?.consultation.dispatchedOn;
  const known = (end: PeriodEnd): DueDate => (endless !== undefined && end.date > endless ? 'no_forecast' : end);
  const replyDue = known(endOfWorkingDays(calendar, waits.startedOn, budget, stops));
  const extendedDue = extension > 0 ? known(endOfWorkingDays(calendar, waits.startedOn, budget + extension, stops)) : null;
  const set =
    delay && known({ from: delay.on ?? waits.startedOn, unit: 'calendar_day', counted: 0, date: delay.until, unknownFrom: null });
  return { replyDue, extendedDue, finalDue: set ?? extendedDue ?? replyDue };
}
