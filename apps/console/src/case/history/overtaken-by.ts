import type { JournalEntryView } from '@gongkai/contracts';

/** What tells that an answer came, by the period whose silent end was journalled before. */
const ANSWER_TO: Readonly<Record<string, string>> = {
  CONSULTATION_LAPSED: 'CONSULTATION_ANSWERED',
  CORRECTION_PERIOD_OVER: 'CORRECTION_RECEIVED',
  FEE_PERIOD_OVER: 'FEE_PAID',
};

/** The answer that was entered after the end of its period had been journalled without one; none in a later round. */
export function overtakenBy(
  { type, seq, fact }: JournalEntryView,
  journal: readonly JournalEntryView[],
): JournalEntryView | undefined {
  const answer = ANSWER_TO[type];
  if (answer === undefined) return undefined;
  const later = journal.filter((entry) => entry.seq > seq);
  const round = later.findIndex((entry) => entry.type === 'ROUND_ORDERED');
  return later
    .slice(0, round < 0 ? later.length : round)
    .find((entry) => entry.type === answer && entry.fact.consultationId === fact.consultationId);
}
