import type { LocalDate } from '@gongkai/calendar';
import type { CaseLedger } from '@gongkai/contracts';
import type { CaseFile, EntryToConfirm } from './case-file.js';
import { correctionNoticeDue, dueOf } from './due.js';
import type { CaseFact, FactType, Noted } from './facts.js';
import type { Entry } from './fold-step.js';

/** What the organ itself does to the clock: it lengthens the period, stops it, or begins a wait. */
const MOVES_CLOCK: ReadonlySet<FactType> = new Set<FactType>([
  ...(['EXTENSION_PROPOSED', 'EXTENSION', 'DELAY_SET', 'NOTICE_DISPATCHED'] as const),
  ...(['CORRECTION_NOTICE_MADE', 'CORRECTION_NOTICE_RECEIVED', 'FEE_NOTICE_MADE', 'FEE_NOTICE_RECEIVED'] as const),
  ...(['CONSULTATION', 'CONSULTATION_RECEIVED'] as const),
]);

type Days = { readonly dispatchedOn?: LocalDate | null; readonly on?: LocalDate };

/** The day a fact tells: of a document the day it left. */
const toldOf = (fact: CaseFact): LocalDate | null => {
  const { dispatchedOn, on } = fact as Days;
  return dispatchedOn ?? on ?? null;
};

/** The clock as of today without the fact and with it. */
type Clocks = { readonly before: CaseLedger; readonly next: CaseLedger; readonly today: LocalDate };

/**
 * Whether something is typed for an earlier day that, had it happened on the day of typing, would have been too late: the reply was
 * overdue, and by this it is not; or the last day of a correction notice, or of a proposal to extend, has passed in between (REG 30, 33).
 * It is accepted, since the law looks at the day of the fact; but nobody else has seen that day.
 */
export function isEnteredLate(fact: CaseFact, file: CaseFile, clocks: Clocks): boolean {
  const told = toldOf(fact);
  if (!MOVES_CLOCK.has(fact.type) || told === null || told >= clocks.today) return false;
  return (isCorrectionNotice(fact, file) && passedSince(told, clocks)) || endsDelay(fact, clocks);
}

/** Whether the last day of a correction notice lies between the day that is told and today. */
function passedSince(told: LocalDate, { before, today }: Clocks): boolean {
  const last = correctionNoticeDue(before)?.day;
  return last !== undefined && told <= last && today > last;
}

/** Whether the reply was overdue, and is not so by the fact, or can be spared that by what is proposed. */
function endsDelay({ type }: CaseFact, { before, next, today }: Clocks): boolean {
  const due = dueOf(before);
  if (before.clock !== 'running' || due === null || today <= due) return false;
  return type === 'EXTENSION_PROPOSED' || !isDueBy(due, next);
}

const isDueBy = (due: LocalDate, clock: CaseLedger): boolean => {
  const day = dueOf(clock);
  return clock.clock === 'running' && day !== null && day <= due;
};

function isCorrectionNotice(fact: CaseFact, { notices }: CaseFile): boolean {
  if (fact.type === 'CORRECTION_NOTICE_MADE') return true;
  if (fact.type !== 'NOTICE_DISPATCHED') return false;
  return notices.some(({ id, kind, dispatchedOn }) => id === fact.noticeId && kind === 'correction' && dispatchedOn === null);
}

/** The mark of a fact that was entered late: kept with it. */
export type EnteredLate = { readonly enteredLate?: true | undefined };

/** What waits for a second person then; null where it was not entered late. A proposal is proven by its own papers, a document by those of its delivery. */
export function lateEntry(fact: CaseFact & EnteredLate & Noted, { id: entryId, actorId: by }: Entry): EntryToConfirm | null {
  if (fact.enteredLate !== true) return null;
  const noticeId = 'noticeId' in fact ? fact.noticeId : 'consultationId' in fact ? fact.consultationId : undefined;
  const isProven = fact.type === 'EXTENSION_PROPOSED' && (fact.fileIds ?? []).length > 0;
  return {
    ...{ entryId, reason: 'entered-late', by },
    ...(noticeId === undefined ? {} : { noticeId }),
    ...(isProven ? { proven: true } : {}),
  };
}

/** Whether nothing in the file shows yet that the day of a late entry is right: no receipt of its dispatch or service, no word of its approval. */
export const isUnproven = ({ reason, noticeId, proven }: EntryToConfirm, { notices }: Pick<CaseFile, 'notices'>): boolean =>
  reason === 'entered-late' && proven !== true && !notices.some(({ id, proofs }) => id === noticeId && proofs.length > 0);
