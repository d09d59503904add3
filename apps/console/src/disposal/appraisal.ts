import type { ExpiredCase, NewDisposal } from '@gongkai/contracts';

/** What may be said of a case: nothing yet, that it is destroyed, or for how long it is kept after all. */
export const VERDICTS = ['later', 'destroy', 'keep-10', 'keep-30', 'keep-permanent'] as const;
export type Verdict = (typeof VERDICTS)[number];
export type Said = { readonly verdict: Verdict; readonly reason: string };

/** What is said of each case, by its id. */
export type Appraisal = Readonly<Record<string, Said>>;

export const NOTHING_SAID: Said = { verdict: 'later', reason: '' };
const YEARS = { 'keep-10': 10, 'keep-30': 30, 'keep-permanent': null } as const;

/** The shortest reason that is taken. */
const SHORTEST = 2;

/** Whether a case is kept without a reason. */
export const lacksReason = ({ verdict, reason }: Said): boolean =>
  verdict !== 'later' && verdict !== 'destroy' && reason.trim().length < SHORTEST;

/** The list that is drawn up of it: only of cases of which something is said. */
export const linesOf = (cases: readonly ExpiredCase[], said: Appraisal): NewDisposal['lines'] =>
  cases.flatMap(({ caseId }): NewDisposal['lines'] => {
    const { verdict, reason } = said[caseId] ?? NOTHING_SAID;
    if (verdict === 'later') return [];
    if (verdict === 'destroy') return [{ caseId, verdict }];
    return [{ caseId, verdict: 'keep', years: YEARS[verdict], reason: reason.trim() }];
  });
