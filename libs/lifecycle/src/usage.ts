import type { LocalDate } from '@gongkai/calendar';
import type { Derivation, CaseLedger } from '@gongkai/contracts';
import type { CaseFile } from './case-file.js';
import { ledgerOf, type CaseLaw } from './case-law.js';
import { dueOf } from './due.js';

/**
 * Working days of the period in force, those used up, those that consultations have stopped so far, and those still to come
 * that do not count because one is open: the date is then a forecast.
 */
export type Usage = {
  readonly budgetDays: number | null;
  readonly usedDays: number | null;
  readonly stoppedDays: number;
  readonly stoppedAhead: number;
};

const NOTHING_RUNS: Usage = { budgetDays: null, usedDays: null, stoppedDays: 0, stoppedAhead: 0 };

/** How much of its period a case has used, by the derivation of its date; a date that a person set has no budget of its own. */
export function usageOf(file: CaseFile, ledger: CaseLedger, today: LocalDate, law: CaseLaw): Usage {
  if (ledger.receivedOn === null || ledger.clock !== 'running') return NOTHING_RUNS;
  const plain = plainPeriod(ledger, ledger.receivedOn, law);
  const { derivation } = plain !== null || ledger.derivation.length > 0 ? ledger : ledgerOf(file, law, { asOf: today });
  const period = plain ?? periodOf(derivation);
  if (!period) return NOTHING_RUNS;
  const stoppedDays = stopped(period).filter((date) => date <= today).length;
  const used = law.calendar.count(period.from, today) - stoppedDays;
  const due = dueOf(ledger);
  const inForce = derivation.find((entry) => FINAL.has(entry.deadline) && entry.due === due);
  return {
    budgetDays: period.counted,
    usedDays: Math.min(period.counted, Math.max(0, used)),
    stoppedDays,
    stoppedAhead: inForce ? stopped(inForce).filter((date) => date > today).length : 0,
  };
}

/** The entries of the date that lists sort by. */
const FINAL: ReadonlySet<string> = new Set([
  'finalDue',
  'provisionalFinalDue',
  'cautiousFinalDue',
  'provisionalCautiousFinalDue',
]);

const stopped = ({ skipped }: Pick<Derivation, 'skipped'>): LocalDate[] =>
  skipped.flatMap(({ date, reason }) => (reason.startsWith('consultation:') ? [date] : []));

type Period = Pick<Derivation, 'from' | 'skipped'> & { readonly counted: number };

/** Where nothing stopped the clock and every date is known, the period is the days between its ends. */
function plainPeriod(ledger: CaseLedger, receivedOn: LocalDate, { calendar }: CaseLaw): Period | null {
  const due = ledger.extendedDue ?? ledger.replyDue;
  if (due === null || ledger.consultations.length > 0 || ledger.provisionalFinalDue !== undefined) return null;
  const from = ledger.restartedOn ?? receivedOn;
  return { from, skipped: [], counted: calendar.count(from, due) };
}

/** The counted period that reaches furthest, estimated where the calendar is not known yet. */
const PERIODS = ['extendedDue', 'provisionalFinalDue', 'replyDue', 'provisionalReplyDue'];

function periodOf(derivation: readonly Derivation[]): Period | null {
  const found = PERIODS.flatMap((name) => derivation.find((entry) => entry.deadline === name && entry.counted !== null) ?? []);
  const [first] = found;
  return first ? { ...first, counted: first.counted ?? 0 } : null;
}
