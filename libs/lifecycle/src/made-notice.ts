import type { LocalDate } from '@gongkai/calendar';
import type { CommandOf, NoticeKind } from '@gongkai/contracts';
import type { Making } from './establish-step.js';
import type { Way } from './facts.js';
import { handsOf } from './postal.js';
import { checkWay } from './proof-of-way.js';

type Made = Way & { readonly noticeId: string; readonly number: string | undefined; readonly dispatchedOn: LocalDate | null };

/** When and how it leaves, where it leaves with the step that makes it. */
type Leaving = Pick<
  CommandOf<'askReasons'>,
  | ('dispatchedOn' | 'mode' | 'trackingNumber' | 'carrier')
  | ('signedBy' | 'throughOrgan' | 'witness' | 'agreedTo' | 'agreedOn' | 'addressFrom')
>;

/**
 * What every outgoing document says of itself: its id, its number, the day it left, and the way as far as it was told with the step; null:
 * it has not left yet.
 * @param kind to whom it goes: of an electronic way the applicant's consent is told (CPL 90)
 */
export function made(making: Making, kind: NoticeKind, said: Leaving): Made {
  const { newId, noticeNumber, days, ledger } = making;
  const dispatchedOn = days.sent('dispatchedOn', said.dispatchedOn, ledger.receivedOn);
  return { noticeId: newId(), number: noticeNumber, dispatchedOn, ...wayOf(said, { dispatchedOn, kind, days }) };
}

type Document = Pick<Made, 'dispatchedOn'> & Pick<Making, 'days'> & { readonly kind: NoticeKind };

/** The way alone; of what has not left there is none. */
function wayOf({ mode, trackingNumber, carrier, ...said }: Leaving, { dispatchedOn, kind, days }: Document): Way {
  const way: Way = { mode, trackingNumber, carrier, ...handsOf(said) };
  const told = (Object.keys(way) as (keyof Way)[]).find((name) => way[name] !== undefined);
  if (told === undefined) return {};
  if (dispatchedOn === null) days.add({ path: told, code: 'not-dispatched' });
  // The files of the step are the letter itself: none of them is a signed slip.
  else checkWay({ ...way, mode: mode ?? null, sentOn: dispatchedOn }, { kind, attempts: [] }, days);
  return way;
}
