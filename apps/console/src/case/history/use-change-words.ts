import { isKey, say } from '../../i18n/i18n.js';
import { useGrounds } from '../use-case.js';
import type { FactChange } from './changes-of.js';
import type { HistoryCase } from './events.js';
import { saidOf } from './fact-words.js';

/** A change as a person reads it; null on a side where there is nothing. */
export type ChangeWords = {
  readonly label: string;
  readonly before: string | null;
  readonly after: string | null;
  /** Somebody wrote both sides in words of their own. */
  readonly isProse: boolean;
};

/** Says changes, without those that say nothing to a person. */
export function useChangeWords(view: HistoryCase): (changes: readonly FactChange[]) => readonly ChangeWords[] {
  const grounds = useGrounds();
  return (changes) =>
    changes.flatMap((change) => {
      const telling = { view, grounds, fact: change.of.fact };
      const [before, after] = [sideOf(change.field, change.before, telling), sideOf(change.field, change.after, telling)];
      return before === after
        ? []
        : [{ label: labelOf(change, view), before, after, isProse: before === change.before && after === change.after }];
    });
}

/** Nobody who holds a case is the pool. */
const sideOf = (field: string, value: unknown, telling: Parameters<typeof saidOf>[2]): string | null =>
  field === 'assignee' && value === null ? say('history')('changed.pool') : saidOf(field, value, telling);

function labelOf({ field, itemId }: FactChange, { items }: HistoryCase): string {
  const place = items.findIndex(({ id }) => id === itemId);
  const name = nameOf(field);
  return place < 0 ? name : say('history')('changed.of-item', { item: place + 1, field: name });
}

function nameOf(field: string): string {
  const [own, ofStep, ofIntake] = [`changed.${field}`, `field.${field}`, `evidence.${field}`];
  if (isKey('history', own)) return say('history')(own);
  if (isKey('step', ofStep)) return say('step')(ofStep);
  return isKey('intake', ofIntake) ? say('intake')(ofIntake) : field;
}
