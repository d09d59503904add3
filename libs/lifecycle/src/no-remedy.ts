import type { CaseState, NoRemedy } from '@gongkai/contracts';
import type { OtherDeadline } from '@gongkai/statutes';
import type { CaseFile } from './case-file.js';

const OVER: ReadonlySet<CaseState> = new Set<CaseState>(['closed', 'filed']);
const ENDED: Readonly<Partial<Record<string, NoRemedy>>> = { withdrawn: 'withdrawn', merged: 'merged' };

/**
 * Why the applicant of a case that is over has no period for a remedy (ARL 20; ALL 46): nothing was decided, it is answered in another
 * case, or no day is known on which the reply reached them.
 * @param others the deadlines beside the clock
 * @returns null where there is a period, also one that is over or was used, and while the case is open
 */
export function noRemedyOf(
  { ending }: Pick<CaseFile, 'ending'>,
  others: readonly Pick<OtherDeadline, 'whose'>[],
  state: CaseState,
): NoRemedy | null {
  if (!OVER.has(state) || others.some(({ whose }) => whose === 'applicant')) return null;
  if (ending === null) return 'service_unknown';
  return ending.voided === true ? 'voided' : (ENDED[ending.outcome] ?? 'service_unknown');
}
