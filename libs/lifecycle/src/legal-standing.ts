import type { LocalDate } from '@gongkai/calendar';
import type { LegalOpinion } from '@gongkai/contracts';

/** What a legal reviewer found of a draft: that it may go on, as it is or with remarks. An objection sends it back instead. */
export type LegalReview = {
  readonly by: string;
  /** In whose place, where it was not in their own. */
  readonly actingFor: string | null;
  readonly on: LocalDate;
  readonly opinion: Exclude<LegalOpinion, 'objects'>;
  readonly reason?: string | undefined;
  /** The fingerprint of what was read. */
  readonly draft: string;
};

/** Whether the draft under way goes to a legal reviewer first, and what was found of it. */
export type LegalStanding = { readonly asked: boolean; readonly review: LegalReview | null };

export const NO_LEGAL_REVIEW: LegalStanding = { asked: false, review: null };

/** A draft that is submitted: a review of exactly this one stands, one of another is redone. @param asked the fingerprint, where one is asked for */
export const legalOnceSubmitted = ({ review }: LegalStanding, asked: string | undefined): LegalStanding => ({
  asked: asked !== undefined,
  review: review?.draft === asked ? review : null,
});

/** The draft waits for a legal reviewer before anybody approves it. */
export const owesLegalReview = ({ asked, review }: LegalStanding): boolean => asked && review === null;
