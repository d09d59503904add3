import type { LocalDate } from '@gongkai/calendar';
import type { Channel, Receipt } from '@gongkai/contracts';
import { inForce, type Statute } from '../in-force.js';
import type { RuleKey } from '../rule-keys.js';
import type { LedgerFacts } from './ledger-facts.js';

/** The date of receipt T, or null while nothing has fixed it, with the rule that does (REG 31). */
export type ReceiptDay = { readonly on: LocalDate | null; readonly rule: RuleKey; readonly article: string };
type SignedMail = Extract<Receipt, { signedOn: LocalDate }>;

/** Settles the date of receipt of an arrival. A day after `asOf` is not known yet. */
export function receiptDay(statute: Statute, receipt: LedgerFacts['receipt'], asOf?: LocalDate): ReceiptDay {
  if (receipt.channel === 'order')
    return known({ on: receipt.servedOn, rule: 'redo.days', article: statute.rules['redo.days'].article }, asOf);
  const rule = isMisaddressed(receipt) ? 'receipt.misaddressed' : (`receipt.${receipt.channel}` as const);
  return known({ on: settledOn(statute, receipt), rule, article: statute.rules[rule].article }, asOf);
}

const known = (day: ReceiptDay, asOf: LocalDate | undefined): ReceiptDay =>
  day.on !== null && asOf !== undefined && day.on > asOf ? { ...day, on: null } : day;

/** Whether two readings of the date of receipt are possible: the day the organ signed, and the day it was confirmed. */
export function hasCautiousReading(statute: Statute, receipt: LedgerFacts['receipt']): receipt is SignedMail {
  return (
    receipt.channel !== 'order' &&
    isMisaddressed(receipt) &&
    inForce(statute, 'receipt.misaddressed', receipt.signedOn) === 'confirm'
  );
}

function settledOn(statute: Statute, receipt: Receipt): LocalDate | null {
  if (hasCautiousReading(statute, receipt)) return receipt.confirmedOn ?? null;
  const arrived = arrivalDay(receipt);
  const by = inForce<`receipt.${Channel}`>(statute, `receipt.${receipt.channel}`, arrived);
  return by === 'confirmed' ? (confirmedDay(receipt) ?? null) : arrived;
}

/** The day the application came in, by whatever proof its channel has. */
export function arrivalDay(receipt: Receipt): LocalDate {
  if ('submittedOn' in receipt) return receipt.submittedOn;
  return 'arrivedOn' in receipt ? receipt.arrivedOn : receipt.signedOn;
}

/** The day receipt was confirmed with the applicant, where that has happened. */
export const confirmedDay = (receipt: Receipt): LocalDate | undefined =>
  'confirmedOn' in receipt ? receipt.confirmedOn : undefined;

const isMisaddressed = (receipt: Receipt): receipt is SignedMail => 'misaddressed' in receipt && receipt.misaddressed === true;
