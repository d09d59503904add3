import type { LocalDate } from '@gongkai/calendar';
import type { CommandOf } from '@gongkai/contracts';
import type { Making } from './establish-step.js';

type Made = { readonly noticeId: string; readonly number: string | undefined; readonly dispatchedOn: LocalDate | null };

/** What every outgoing document says of itself: its id, its number, and the day it left; null: it has not yet. */
export const made = (
  { newId, noticeNumber, days, ledger }: Making,
  dispatchedOn: CommandOf<'askReasons'>['dispatchedOn'],
): Made => ({
  noticeId: newId(),
  number: noticeNumber,
  dispatchedOn: days.sent('dispatchedOn', dispatchedOn, ledger.receivedOn),
});
