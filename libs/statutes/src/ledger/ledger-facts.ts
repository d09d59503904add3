import type { LocalDate } from '@gongkai/calendar';
import type { DeadlineEvent, Receipt } from '@gongkai/contracts';

/** A new round of the case, ordered by a reconsideration organ or a court, or taken up by the organ itself. */
export type RoundOrdered = {
  readonly channel: 'order';
  readonly servedOn: LocalDate;
  /** Working days the decision gives; else the rule `redo.days`. */
  readonly workingDays?: number;
};

type Extra = {
  /** postedOn: for the rule `correction.in_time_by`; goodReason: for `correction.late_answer`. */
  readonly correction_received: { readonly postedOn?: LocalDate; readonly goodReason?: boolean };
  /** replaces: the id of an earlier letter to the same party that came back; firstDispatchedOn: of this letter, which came back and was sent again. */
  readonly consultation: { readonly replaces?: string; readonly firstDispatchedOn?: LocalDate };
  /** lifted: nothing was paid; nothing was to be paid any more, or (`in_error`) nothing ever was. */
  readonly fee_paid: { readonly lifted?: true | 'in_error' };
  readonly extension: SentAfter;
  readonly delay_set: SentAfter;
};
/** Sent on the day of a restart, and after it: it belongs to the new period. */
type SentAfter = { readonly afterRestart?: true };

/** A fact the clock reads: what the command line takes, and what only the case itself knows. */
export type LedgerEvent = {
  [K in DeadlineEvent['type']]: Extract<DeadlineEvent, { type: K }> & (K extends keyof Extra ? Extra[K] : unknown);
}[DeadlineEvent['type']];
export type EventOf<K extends LedgerEvent['type']> = Extract<LedgerEvent, { type: K }>;

/** Everything a ledger is derived from. The order of the events does not matter. */
export type LedgerFacts = { readonly receipt: Receipt | RoundOrdered; readonly events: readonly LedgerEvent[] };

/** Whether the decision or judgment that opened the round has set its period: the time of REG 33 runs in the others. */
export const hasOrderedPeriod = (receipt: LedgerFacts['receipt']): boolean =>
  receipt.channel === 'order' && receipt.workingDays !== undefined;

/** The events of one type. */
export function eventsOf<K extends LedgerEvent['type']>(facts: LedgerFacts, type: K): EventOf<K>[] {
  return facts.events.filter((event): event is EventOf<K> => event.type === type);
}

/** The facts as they were known on a day: each date after it is left out, and with it what would not be known without it. */
export function knownOn(facts: LedgerFacts, day: LocalDate): LedgerFacts {
  return { receipt: facts.receipt, events: facts.events.flatMap((event) => eventKnownOn(event, day)) };
}

function eventKnownOn(event: LedgerEvent, day: LocalDate): LedgerEvent[] {
  const on = dayOf(event);
  if (on !== undefined && on > day) return [];
  return [event.type === 'consultation' ? consultationKnownOn(event, day) : event];
}

function consultationKnownOn(event: EventOf<'consultation'>, day: LocalDate): EventOf<'consultation'> {
  const isLater = (on: LocalDate | undefined): boolean => on !== undefined && on > day;
  if (!isLater(event.receivedByConsultedOn) && !isLater(event.answeredOn)) return event;
  const { receivedByConsultedOn: received, answeredOn: answered, ...sent } = event;
  return {
    ...sent,
    ...(received === undefined || isLater(received) ? {} : { receivedByConsultedOn: received }),
    ...(answered === undefined || isLater(answered) ? {} : { answeredOn: answered }),
  };
}

/** The day an event belongs to; undefined for the few that carry none. */
function dayOf(event: LedgerEvent): LocalDate | undefined {
  if (event.type === 'consultation' || event.type === 'extension') return event.dispatchedOn;
  return 'on' in event ? event.on : undefined;
}
