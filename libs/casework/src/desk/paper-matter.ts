import type { JournalFact } from '@gongkai/lifecycle';
import type { CaseHead } from '../views/case-view.js';
import type { Reckoned } from './columns.js';

/** What a paper can tell of a case: all that is known of it, and with a step what the step makes of it. */
export type PaperMatter = {
  readonly organId: string;
  readonly head: CaseHead;
  readonly reckoned: Reckoned;
  /** Oldest first; the entry of the step is the last. */
  readonly journal: readonly JournalFact[];
};

/**
 * Makes the paper that goes out with a step, while the case is locked and its number is drawn. The desk knows nothing of how.
 * @returns the files, by their ids, kept for the organ of the case
 * @throws Refusal where it cannot be made; then the step is not taken either
 */
export type PaperMaker = (matter: PaperMatter) => Promise<readonly string[]>;
