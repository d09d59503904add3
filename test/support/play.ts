import { localDate } from '@gongkai/calendar';
import { DeadlinesRequest, parseInput, Refusal, type Ledger } from '@gongkai/contracts';
import { readCalendar, readStatute } from '@gongkai/platform';
import { ledger, withRules } from '@gongkai/statutes';
import type { Event, EventOf, Facts, Receipt } from './facts.js';

const statute = readStatute('config', 'cn-ogi-711');
const calendar = readCalendar('config', 'cn');

type Rules = Parameters<typeof withRules>[1];
export type Setting = {
  readonly asOf?: string | undefined;
  readonly derivation?: boolean;
  /** The office's own choices of rules. */
  readonly rules?: Rules;
  /** The newest calendar published by that day; default: the newest of all. */
  readonly calendarKnownOn?: string;
};

/** What the engine makes of these facts. */
export function play(facts: Facts, setting: Setting = {}): Ledger {
  const law = {
    statute: setting.rules ? withRules(statute, setting.rules) : statute,
    calendar: setting.calendarKnownOn ? readCalendar('config', 'cn', localDate(setting.calendarKnownOn)) : calendar,
  };
  const { asOf, derivation } = setting;
  return ledger(facts as Parameters<typeof ledger>[0], law.statute, law.calendar, {
    ...(asOf === undefined ? {} : { asOf: localDate(asOf) }),
    ...(derivation === undefined ? {} : { derivation }),
  });
}

/** The fields that were refused, as `path code`, after the shape check and then by the ledger; empty when the input was taken. */
export function refusedFields(input: unknown): string[] {
  try {
    const { receipt, events } = parseInput(DeadlinesRequest, input);
    ledger({ receipt, events }, statute, calendar);
    return [];
  } catch (problem) {
    if (!(problem instanceof Refusal)) throw problem;
    return [problem.code, ...problem.fields.map(({ path, code }) => `${path} ${code}`)];
  }
}

// Facts in the words of the office.

export const atCounter = (submittedOn: string): Receipt => ({ channel: 'in_person', submittedOn });
export const byEms = (signedOn: string): Receipt => ({ channel: 'ems', signedOn });
export const onWeb = (submittedOn: string, confirmedOn?: string): Receipt => ({
  channel: 'web',
  submittedOn,
  ...(confirmedOn ? { confirmedOn } : {}),
});

export const correctionNotice = (on: string, period: number, dispatchedOn?: string): Event => ({
  type: 'correction_notice_received',
  on,
  period,
  periodUnit: 'working_day',
  ...(dispatchedOn ? { dispatchedOn } : {}),
});
export const corrected = (on: string): Event => ({ type: 'correction_received', on });
export const extension = (dispatchedOn: string, workingDays: number): Event => ({ type: 'extension', dispatchedOn, workingDays });
export const feeNotice = (on: string): Event => ({ type: 'fee_notice_received', on });
export const paid = (on: string): Event => ({ type: 'fee_paid', on });
export const withdrawn = (on: string): Event => ({ type: 'withdrawn', on });

type Letter = { out: string; served?: string; answered?: string };
/** A letter that asks somebody else: dispatched, served, answered. */
export const consultation = (
  id: string,
  kind: EventOf<'consultation'>['kind'],
  { out, served, answered }: Letter,
): EventOf<'consultation'> => ({
  type: 'consultation',
  id,
  kind,
  dispatchedOn: out,
  ...(served ? { receivedByConsultedOn: served } : {}),
  ...(answered ? { answeredOn: answered } : {}),
});
