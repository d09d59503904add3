import type { LocalDate } from '@gongkai/calendar';
import { Refusal, type CaseLedger } from '@gongkai/contracts';
import type { CaseFile } from './case-file.js';
import { ledgerOf, type CaseLaw } from './case-law.js';
import { checkDecision } from './check-decision.js';
import type { CaseNow } from './decide.js';
import { DayCheck } from './day-check.js';
import { checkFee } from './fee-charged.js';
import type { Digest } from './draft.js';
import { SERVED_AT_ONCE } from './establish-reply.js';
import { actingForOf, type CaseFact, type FactOf, type FactType } from './facts.js';
import { judge } from './judge.js';
import { corrected, tell, type JournalFact } from './replay.js';

/** A journal, and the law and the day it is read by. */
type Reading = { readonly journal: readonly JournalFact[]; readonly law: CaseLaw; readonly today: LocalDate };

/**
 * What stands against an entry as it is told now, corrections included: what its step would have been refused for, judged in the
 * case as it stood before it. Null where nothing does, and for the application itself.
 */
export function objectionTo(entryId: string, { journal, law, today }: Reading): Refusal | null {
  const told = corrected(journal);
  const at = told.findIndex(({ id }) => id === entryId);
  const entry = told[at];
  if (entry === undefined || at === 0) return null;
  const [before, after] = [tell(told.slice(0, at), law).file, tell(told.slice(0, at + 1), law).file];
  const [clock, next] = [clockOf(before, law, today), clockOf(after, law, today)];
  // Days that do not fit together are found in the whole case.
  if (clock === null || next === null) return null;
  return refusalOf(() => {
    checkContent(entry, law, today);
    judge(entry.fact, { before, after, clock, next, today, selves: selvesOf(entry), digest: asRead(entry.fact, before), ...law });
  });
}

/**
 * The case as it was told when the round of an entry ended, corrections included: its days stand in order there as well. For an entry
 * of the present round it is the whole case.
 */
export function roundOf(entryId: string, journal: readonly JournalFact[], law: CaseLaw): CaseNow {
  const told = corrected(journal);
  const at = told.findIndex(({ id }) => id === entryId);
  const next = told.findIndex(({ fact }, i) => i > at && fact.type === 'ROUND_ORDERED');
  return tell(next === -1 ? told : told.slice(0, next), law);
}

function clockOf(file: CaseFile, law: CaseLaw, today: LocalDate): CaseLedger | null {
  try {
    return ledgerOf(file, law, { asOf: today, derivation: false });
  } catch (problem) {
    if (problem instanceof Refusal) return null;
    throw problem;
  }
}

const selvesOf = ({ actorId, fact }: JournalFact): readonly string[] => [actorId, actingForOf(fact) ?? actorId];

function checkContent({ fact }: JournalFact, { grounds, tariffs }: CaseLaw, today: LocalDate): void {
  const days = new DayCheck(today);
  if (fact.type === 'ITEM_DECIDED') checkDecision(fact, { days, grounds });
  if (fact.type === 'FEE_NOTICE_MADE' && tariffs !== undefined) checkFee(fact, { days, tariffs });
  // A reply that was handed over is served; one that was sent waits for its service.
  if (fact.type === 'REPLY_HANDED_OVER') days.knows(SERVED_AT_ONCE.has(fact.mode), 'mode', 'changes-course');
  if (fact.type === 'REPLY_DISPATCHED') days.knows(!SERVED_AT_ONCE.has(fact.mode), 'mode', 'changes-course');
  days.settle();
}

const READ: ReadonlySet<string> = new Set<FactType>([
  'APPROVED',
  'APPROVAL_GIVEN',
  'LEGAL_REVIEW_PASSED',
  'LEGAL_REVIEW_OBJECTED',
]);

/** What was read then is what was approved: an entry that stands is not held against another draft. */
const asRead =
  (fact: CaseFact, { round }: CaseFile): Digest =>
  () =>
    (READ.has(fact.type) ? (fact as FactOf<'APPROVED'>).draft : round.reply.approvedDraft) ?? '';

function refusalOf(check: () => void): Refusal | null {
  try {
    check();
    return null;
  } catch (problem) {
    if (problem instanceof Refusal) return problem;
    throw problem;
  }
}
