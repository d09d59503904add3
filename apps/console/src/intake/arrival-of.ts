import type { ReceiptWithEvidence } from '@gongkai/contracts';

/** The day an application came in, what it is called for its channel, and the day on its postmark. */
export function arrivalOf(receipt: ReceiptWithEvidence) {
  if ('submittedOn' in receipt) return { name: 'submittedOn', day: receipt.submittedOn } as const;
  if ('arrivedOn' in receipt) return { name: 'arrivedOn', day: receipt.arrivedOn, posted: receipt.postmarkOn } as const;
  return { name: 'signedOn', day: receipt.signedOn, posted: receipt.postedOn ?? receipt.postmarkOn } as const;
}
