import type { CaseRow } from '@gongkai/contracts';

/** Whether the period of the applicant is over, and yet nobody may close the case: what was posted in time may be in the mail. */
export const awaitsMail = ({ clock, turn }: Pick<CaseRow, 'clock' | 'turn'>): boolean =>
  clock === 'deemed_abandoned' && turn.who?.role === 'applicant';
