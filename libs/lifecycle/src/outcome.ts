import type { DecisionCode } from '@gongkai/contracts';
import type { CaseFile, CaseItem } from './case-file.js';
import type { Conclusion } from './conclusion.js';
import { repliedOn } from './replied-on.js';

const GIVEN: ReadonlySet<DecisionCode> = new Set<DecisionCode>(['granted', 'already_public', 'partly_granted']);

/**
 * How a case ended: one outcome for the case, however many items it has. Part given and part not counts as partly granted,
 * and nowhere else (annual report, table B); otherwise the first item speaks. Null while it is open.
 */
export function outcomeOf({ ending, round, items }: CaseFile): DecisionCode | null {
  if (ending) return ending.outcome;
  if (round.reply.dispatchedOn === null) return null;
  return answerOf(items);
}

function answerOf(items: readonly CaseItem[]): DecisionCode | null {
  const codes = items.flatMap(({ decision }) => decision?.code ?? []);
  const given = codes.filter((code) => GIVEN.has(code));
  if (given.length > 0 && given.length < codes.length) return 'partly_granted';
  return codes.includes('partly_granted') ? 'partly_granted' : (codes[0] ?? null);
}

const NOT_HELD: ReadonlySet<DecisionCode> = new Set<DecisionCode>(['not_existing', 'not_this_organ']);

/**
 * When and how an application ended first, as the annual report counts it; null while it is open, and of what was no application.
 * A decision that a court or a reconsideration ordered anew does not count once more (format of the report, counting rule 5).
 */
export const conclusionOf = (file: CaseFile): Conclusion | null =>
  file.ending?.voided ? null : (file.concluded ?? conclusionOfRound(file));

function conclusionOfRound(file: CaseFile): Conclusion | null {
  const outcome = outcomeOf(file);
  if (outcome === null) return null;
  if (file.ending !== null) return { on: file.ending.on, outcome, reason: null };
  const on = repliedOn(file);
  return on === null ? null : { on, outcome, reason: reasonOf(outcome, file.items) };
}

/** How an open application would end with what is decided on its items by now; null while one of them is undecided, and once it is over. */
export function conclusionAhead(file: CaseFile): Omit<Conclusion, 'on'> | null {
  const isOpen = file.ending === null && file.concluded === null && file.round.reply.dispatchedOn === null;
  const outcome = isOpen && file.items.every(({ decision }) => decision !== null) ? answerOf(file.items) : null;
  return outcome === null ? null : { outcome, reason: reasonOf(outcome, file.items) };
}

function reasonOf(outcome: DecisionCode, items: readonly CaseItem[]): Conclusion['reason'] {
  const decisions = items.flatMap(({ decision }) => decision ?? []);
  if (outcome === 'refused') return decisions.find(({ code }) => code === 'refused')?.ground ?? null;
  const withheld = decisions.filter(({ code }) => !GIVEN.has(code) || code === 'partly_granted');
  const isHeld = withheld.some(({ code }) => !NOT_HELD.has(code));
  return outcome === 'partly_granted' && withheld.length > 0 && !isHeld ? 'not_held' : null;
}
