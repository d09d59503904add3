import { randomUUID } from 'node:crypto';
import type { LocalDate } from '@gongkai/calendar';
import type { ArrivalOutlook, OutlookRequest, Receipt } from '@gongkai/contracts';
import { ledgerOf, openCase, standingOf, type FactOf } from '@gongkai/lifecycle';
import { arrivalDay, receiptDay } from '@gongkai/statutes';
import { checkDays, isLoggedLate, settlesLate } from '../desk/opening.js';
import type { LawShelf } from '../law-shelf.js';

/** The application as far as its dates go: what is asked and by whom moves none of them. */
const arrivalOf = (receipt: Receipt): FactOf<'APPLICATION_RECEIVED'> => ({
  type: 'APPLICATION_RECEIVED',
  receipt,
  items: [],
  applicantId: '',
  wantedForm: '',
  delivery: '',
});

/** Where and when it would be logged. */
type Office = { readonly laws: LawShelf; readonly today: LocalDate; readonly organId: string };

/**
 * What an arrival would mean if it were logged today, by the same way a case is opened.
 * @throws Refusal `invalid-request` where its days do not fit
 */
export function outlookOf(receipt: OutlookRequest['receipt'], { laws, today, organId }: Office): ArrivalOutlook {
  checkDays(receipt, today);
  const law = laws.lawOf(laws.statute, today, organId);
  const { after } = openCase(arrivalOf(receipt), { actor: 'clock', entryId: '', today, law, newId: randomUUID });
  const ledger = ledgerOf(after.file, law, { asOf: today });
  const { light, daysLeft } = standingOf(after, ledger, today, law);
  const { rule, article } = receiptDay(law.statute, receipt, today);
  const arrivedOn = arrivalDay(receipt);
  const waitedDays = waitedSince(arrivedOn, today, law);
  const late = isLoggedLate(arrivedOn, today, law);
  const toConfirm = late && settlesLate(receipt, today, law);
  return { rule, article, ledger, light, daysLeft, waitedDays, late, toConfirm };
}

/** Working days since an arrival; null before the first calendar. */
export const waitedSince = (arrivedOn: LocalDate, today: LocalDate, { calendar }: ReturnType<LawShelf['lawOf']>): number | null =>
  calendar.covers(arrivedOn) && calendar.covers(today) ? calendar.count(arrivedOn, today) : null;
