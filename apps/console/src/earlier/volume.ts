import type { CaseView, EarlierRequests } from '@gongkai/contracts';
import type { LocalDate } from '@gongkai/calendar';

type Frequency = NonNullable<EarlierRequests['own']>['frequency'];
type Asked = Pick<CaseView, 'items'> & { readonly receipt: Pick<CaseView['receipt'], 'receivedOn'> };

/** How often somebody has asked by this case, in the words of the step that asks for reasons (REG 35): this case is one of the requests. */
export function volumeWith({ cases, itemsThisMonth }: Frequency, { receipt, items }: Asked, today: LocalDate) {
  const since = (length: number): boolean => (receipt.receivedOn ?? today).slice(0, length) === today.slice(0, length);
  const isOfMonth = since('2026-03'.length);
  return {
    requestsThisMonth: String(cases.month + Number(isOfMonth)),
    requestsThisYear: String(cases.year + Number(since('2026'.length))),
    itemsThisMonth: String(itemsThisMonth + (isOfMonth ? items.length : 0)),
  };
}
