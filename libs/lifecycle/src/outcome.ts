import type { DecisionCode } from '@gongkai/contracts';
import type { CaseFile } from './case-file.js';

const GIVEN: ReadonlySet<DecisionCode> = new Set<DecisionCode>(['granted', 'already_public', 'partly_granted']);

/**
 * How a case ended: one outcome for the case, however many items it has. Part given and part not counts as partly granted,
 * and nowhere else (annual report, table B); otherwise the first item speaks. Null while it is open.
 */
export function outcomeOf({ ending, round, items }: CaseFile): DecisionCode | null {
  if (ending) return ending.outcome;
  if (round.reply.dispatchedOn === null) return null;
  const codes = items.flatMap(({ decision }) => decision?.code ?? []);
  const given = codes.filter((code) => GIVEN.has(code));
  if (given.length > 0 && given.length < codes.length) return 'partly_granted';
  return codes.includes('partly_granted') ? 'partly_granted' : (codes[0] ?? null);
}
