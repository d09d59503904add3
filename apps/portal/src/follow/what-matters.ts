import type { ApplicationStanding } from '@gongkai/contracts';

/** The one day that an applicant has to know now, and what it is. */
export type DayThatMatters = { readonly kind: 'reply' | 'correction' | 'payment' | 'sent'; readonly on: string };

/** What is told in the largest type; null where no day is due. */
export function dayThatMatters({ state, dueOn, yourDueOn, notices }: ApplicationStanding): DayThatMatters | null {
  const sentOn = notices.findLast(({ kind }) => kind === 'reply')?.dispatchedOn ?? null;
  const days = {
    your_correction: ['correction', yourDueOn],
    your_payment: ['payment', yourDueOn],
    reply_sent: ['sent', sentOn],
  } as const;
  const [kind, on] = state in days ? days[state as keyof typeof days] : (['reply', dueOn] as const);
  return on === null ? null : { kind, on };
}

/** The office owes a reply, and its day is over. */
export const isLate = ({ dueOn, today }: ApplicationStanding): boolean => dueOn !== null && dueOn < today;
