import type { Problem } from '@gongkai/contracts';
import { useProblemText } from '../parts/use-problem-text.js';
import { stillWrong } from './still-wrong.js';
import type { Letter } from './use-letter.js';

type Wrong = NonNullable<Problem['fields']>[number];

/** What is wrong in the form now: what the server refused, without what was changed since. */
export function useWrong({ draft, logging }: Pick<Letter, 'draft' | 'logging'>): readonly Wrong[] {
  const textOf = useProblemText();
  if (logging.step !== 'refused') return [];
  const wrong = stillWrong(logging.problem.fields ?? [], logging.sent, draft);
  return wrong.map((each) => ({ ...each, message: textOf(each) }));
}
