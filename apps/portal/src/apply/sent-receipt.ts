import type { PublicReceipt } from '@gongkai/contracts';
import type { Draft } from './draft.js';
import { stepAt, type Step } from './steps.js';

/** In this page alone: gone once it is left, loaded again or wiped. */
let sent: PublicReceipt | null = null;

/** What was sent last. */
export const sentReceipt = (): PublicReceipt | null => sent;

/** An application was sent, and nothing of another one was typed since. */
export const isSent = ({ organ }: Draft): boolean => sent !== null && organ === '';

/** The step that an address names; of an application that was sent, none is gone back to. */
export const stepOn = (draft: Draft, place: string | null): Step => stepAt(isSent(draft) ? null : place);

/** Keeps what was sent last; null forgets it. */
export function keepReceipt(receipt: PublicReceipt | null): void {
  sent = receipt;
}
