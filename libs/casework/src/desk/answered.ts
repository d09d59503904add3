import type { CaseView } from '@gongkai/contracts';
import type { Answer } from './envelope.js';

type Told = Omit<Answer, 'view'>;

/**
 * An answer whose view is drawn when somebody looks at it, and once: every step with its reason is half the work of a command, and
 * the clock, the importer and others that only act look at none of it.
 */
export function answered(told: Told, draw: () => CaseView): Answer {
  let drawn: CaseView | undefined;
  return {
    ...told,
    get view() {
      drawn ??= draw();
      return drawn;
    },
  };
}
