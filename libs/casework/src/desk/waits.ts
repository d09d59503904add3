import { CASE_WAITS } from '@gongkai/contracts';
import { consultationsHere, owesAnswer, owesLegalReview, type CaseFile, type Standing } from '@gongkai/lifecycle';

type Wait = (typeof CASE_WAITS)[number];

const isOver = (state: Standing['state']): boolean => state === 'closed' || state === 'filed';

const WAITS: Readonly<Record<Wait, (file: CaseFile, state: Standing['state']) => boolean>> = {
  review: ({ items }, state) => !isOver(state) && items.some(({ review }) => review?.status === 'pending'),
  legal: (file, state) => state === 'approving' && owesLegalReview(file.round.reply.legal),
  approval: (file, state) => state === 'approving' && !owesLegalReview(file.round.reply.legal),
  extension: ({ round }, state) => round.extensionProposed !== null && !isOver(state),
  confirmation: ({ toConfirm }) => toConfirm.length > 0,
  // It waits on, even past its last day.
  consultation: (file, state) => !isOver(state) && consultationsHere(file).some(({ answeredOn }) => answeredOn === null),
  unit: ({ unitRequests, round }, state) =>
    unitRequests.some(({ answeredOn }) => answeredOn === null) && round.reply.dispatchedOn === null && !isOver(state),
  publication: ({ publication }) => publication === 'suggested',
  // Also of a case that is still open: silence is challenged before it ends.
  remedy: (file) => owesAnswer(file),
};

/** What about a case waits for somebody, by what the case has become. */
export const waitsOf = (file: CaseFile, state: Standing['state']): readonly Wait[] =>
  CASE_WAITS.filter((wait) => WAITS[wait](file, state));
