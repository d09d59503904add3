import type { LocalDate } from '@gongkai/calendar';
import { arrivalDay } from '@gongkai/statutes';
import type { CaseFile } from './case-file.js';
import type { FactOf } from './facts.js';
import type { Folds } from './fold-step.js';
import type { Promotion } from './promotion.js';

type PublicationFact = 'PUBLICATION_SUGGESTED' | 'PUBLICATION_DECLINED' | 'PUBLISHED' | 'WITHHOLDING_REVIEWED';

/** How what was asked for comes before everybody, or does not. */
export const foldPublication: Folds<PublicationFact> = {
  PUBLICATION_SUGGESTED: (file, { on, byApplicant = false }) => suggested(file, { on, byApplicant }),
  PUBLICATION_DECLINED: (file, { on, reason }) => ({
    ...file,
    publication: 'none',
    promotion: { ...promotionOf(file, on), decidedOn: null, declined: { on, reason } },
  }),
  PUBLISHED: (file, { on: publishedOn }) => ({
    ...file,
    publication: 'published',
    promotion: { ...promotionOf(file, publishedOn), publishedOn },
  }),
  WITHHOLDING_REVIEWED: (file, { type: _, itemId, on, result, reason }) => {
    const after = { ...file, withholdingReviews: [...file.withholdingReviews, { itemId, on, result, reason }] };
    return result === 'withheld' ? after : suggested(after, { on, byApplicant: false });
  },
};

const promotionOf = ({ promotion }: CaseFile, on: LocalDate): Promotion =>
  promotion ?? { suggestedOn: on, byApplicant: false, decidedOn: on, publishedOn: null, declined: null };

/** What an applicant suggests while applying waits from the arrival; of items that were taken out of a case, what was suggested there. */
export function suggestedWith({
  receipt,
  suggestion,
  inherited,
}: FactOf<'APPLICATION_RECEIVED'>): Pick<CaseFile, 'publication' | 'promotion'> {
  if (inherited?.promotion !== undefined) return { publication: 'suggested', promotion: inherited.promotion };
  if (suggestion === undefined) return { publication: 'none', promotion: null };
  const open = { byApplicant: true, decidedOn: null, publishedOn: null, declined: null };
  return { publication: 'suggested', promotion: { suggestedOn: arrivalDay(receipt), ...open } };
}

type Suggestion = { readonly on: LocalDate; readonly byApplicant: boolean };

/** Who is to publish it decides by suggesting it; an applicant's suggestion waits for that. */
function suggested(file: CaseFile, { on, byApplicant }: Suggestion): CaseFile {
  if (file.publication === 'published') return file;
  const standing = file.publication === 'suggested' ? file.promotion : null;
  const before = standing ?? { suggestedOn: on, byApplicant, decidedOn: null, publishedOn: null, declined: null };
  const decidedOn = before.decidedOn ?? (byApplicant ? null : on);
  return { ...file, publication: 'suggested', promotion: { ...before, decidedOn } };
}
