import { APPEAL_ENDS } from '@gongkai/contracts';
import type { CaseRemedy } from './case-file.js';

const CHANGES_NOTHING: ReadonlySet<string> = new Set(APPEAL_ENDS);

/** Results that leave what the organ did as it is, or do not judge it: none of them has it act anew. */
const ORDERS_NOTHING: ReadonlySet<string> = new Set([
  ...['upheld', 'rejected', 'not_accepted', 'application_dismissed', 'terminated'],
  ...['dismissed', 'withdrawn', 'transferred'],
]);

/** Whether it says no more than that an appeal is over, and what the first instance said holds (ALL 89). */
export const isAppealEnd = (result: string): boolean => CHANGES_NOTHING.has(result);

/** What counts in the end: of two instances the one that holds, so that an appeal in vain leaves the result of the first. */
export const resultOf = (said: string, before: CaseRemedy | undefined): string =>
  isAppealEnd(said) ? (before?.result ?? said) : said;

/** Whether an order to act anew can come with it (ARL 64; ALL 70). */
export const mayOrder = (said: string, before: CaseRemedy | undefined): boolean => !ORDERS_NOTHING.has(resultOf(said, before));
