import type { CaseView, LedgerView } from '@gongkai/contracts';
import { consultationOf, firmName, nameOfOther, RESTART } from './deadlines.js';

type Met = Pick<CaseView, 'consultations' | 'notices' | 'round'>;
type Day = string | null | undefined;

/** The day on which what a deadline asks for was done, where it was done in time; null where it was not, or is not yet. */
export function metOn(deadline: string, due: string, ledger: LedgerView, view: Met): string | null {
  const done = doneOn(deadline, ledger, view) ?? null;
  return done !== null && done <= due ? done : null;
}

/** The day on which a fee was lifted that was to be paid by then: nothing was paid, and nothing has to be any more. */
export function liftedOn(deadline: string, { derivation, restartedOn }: LedgerView): string | null {
  const isLifted = derivation.some(({ deadline: name, rule }) => name === RESTART && rule === 'fee_lifted');
  return firmName(deadline) === 'feePaymentDue' && isLifted ? (restartedOn ?? null) : null;
}

function doneOn(deadline: string, ledger: LedgerView, view: Met): Day {
  const consulted = consultationOf(deadline);
  if (consulted !== null) return view.consultations.find(({ id }) => id === consulted)?.answeredOn;
  const name = firmName(deadline);
  return name in DONE ? DONE[name]?.(ledger, view) : ledger.others.find((one) => nameOfOther(one) === deadline)?.metOn;
}

const sentOn = (wanted: 'correction' | 'reply', { notices, round: now }: Met): Day =>
  notices.findLast(({ kind, round }) => kind === wanted && round === now)?.dispatchedOn;

const DONE: Readonly<Record<string, (ledger: LedgerView, view: Met) => Day>> = {
  correctionNoticeDeadline: (_, view) => sentOn('correction', view),
  correctionDueFromApplicant: ({ restartedOn }) => restartedOn,
  feePaymentDue: ({ restartedOn }) => restartedOn,
  finalDue: (_, view) => sentOn('reply', view),
};
