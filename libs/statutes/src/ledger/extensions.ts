import type { LocalDate } from '@gongkai/calendar';
import type { ExtensionRefused } from '@gongkai/contracts';
import { eventsOf, hasOrderedPeriod, type EventOf } from './ledger-facts.js';
import { publishedDate } from './period-end.js';
import { belongsTo, reckon, type ClockInput, type DueDate, type Reckoning } from './reckoning.js';

/** What the extensions for the T in force come to (REG 33(2)). */
export type Extensions = {
  readonly workingDays: number;
  readonly dispatchedOn: LocalDate | null;
  readonly refused: ExtensionRefused | null;
};

type Granted = { readonly workingDays: number; readonly count: number };

const NONE: Extensions = { workingDays: 0, dispatchedOn: null, refused: null };

/**
 * Judges each extension by what was known on the day its notice was dispatched: running, by the date due,
 * not a second one, not over the limit. A restart drops those before it. A period that a decision or a
 * judgment has set knows none.
 */
export function judgeExtensions(input: ClockInput, asOf: LocalDate | undefined): Extensions {
  if (hasOrderedPeriod(input.facts.receipt)) return NONE;
  const sent = eventsOf(input.facts, 'extension').filter(({ dispatchedOn: on }) => asOf === undefined || on <= asOf);
  if (sent.length === 0) return NONE;
  const { waits } = reckon(input, asOf, 0);
  const candidates = sent
    .filter(({ dispatchedOn: on, ...more }) => belongsTo({ ...more, on }, waits))
    .sort((a, b) =>
      a.dispatchedOn === b.dispatchedOn ? a.workingDays - b.workingDays : a.dispatchedOn < b.dispatchedOn ? -1 : 1,
    );
  let granted: Granted & Extensions = { ...NONE, count: 0 };
  for (const extension of candidates) granted = judge(input, extension, granted);
  return granted;
}

function judge(input: ClockInput, extension: EventOf<'extension'>, granted: Granted & Extensions): Granted & Extensions {
  const that = reckon(input, extension.dispatchedOn, granted.workingDays);
  const code = refusal(input, extension, that, granted);
  const { dispatchedOn, workingDays } = extension;
  if (code === null)
    return { ...granted, workingDays: granted.workingDays + workingDays, count: granted.count + 1, dispatchedOn };
  return { ...granted, refused: { code, dispatchedOn, due: shown(that.finalDue), article: input.law.extension.article } };
}

function refusal(
  { law }: ClockInput,
  extension: EventOf<'extension'>,
  that: Reckoning,
  granted: Granted,
): ExtensionRefused['code'] | null {
  if (that.clock !== 'running') return 'clock_not_running';
  if (isLate(extension.dispatchedOn, that.finalDue)) return 'late';
  if (granted.count >= law.extensionsPerReceipt) return 'second';
  return granted.workingDays + extension.workingDays > law.extension.days ? 'over_limit' : null;
}

/** While a secrecy authority is asked no date can be named, so none can be missed. */
const isLate = (day: LocalDate, due: DueDate): boolean => due !== null && due !== 'no_forecast' && day > due.date;

const shown = (due: DueDate): LocalDate | null => (due === 'no_forecast' ? null : publishedDate(due));
