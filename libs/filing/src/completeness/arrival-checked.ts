import type { CaseView } from '@gongkai/contracts';

/** How an application came, who its applicant is, and the papers that came from outside. */
export type Arrived = {
  readonly receipt: CaseView['receipt'];
  readonly applicant: Pick<CaseView['applicant'], 'idNumber'>;
  readonly cameIn: readonly { readonly id?: string | undefined; readonly name?: string | undefined }[];
};
type Found = { readonly passed: boolean; readonly count: number };
type Receipt = CaseView['receipt'];

const BY_POST: ReadonlySet<Receipt['channel']> = new Set(['ems', 'registered_mail', 'ordinary_mail']);

/** What came by post lies in its envelope, which bears the postmark (REG 31, 45): the record names the file that shows it. What came otherwise has none. */
export function envelopeChecked({ receipt: { channel, envelopeFileId }, cameIn }: Arrived): Found {
  const kept = cameIn.filter(({ id, name = '' }) => (id !== undefined && id === envelopeFileId) || ENVELOPE.test(name));
  return { passed: !BY_POST.has(channel) || kept.length > 0, count: kept.length };
}

const ENVELOPE = /信封|envelope/iu;
const IDENTITY = /身份|证件|护照|执照|信用代码|identity|passport|licen[cs]e/iu;

/** The proof of identity (REG 29): its number is on record, or a copy came in that is called so. */
export function identityChecked({ applicant: { idNumber }, cameIn }: Arrived): Found {
  const copies = cameIn.filter(({ name = '' }) => IDENTITY.test(name)).length;
  return { passed: idNumber !== undefined || copies > 0, count: copies };
}

/** What proves the day of receipt, by its channel (REG 31): the slip of this program, who signed for which letter, or who confirmed it how. */
export const receiptChecked = ({ receipt }: Arrived): Found => {
  const passed = receipt.receivedOn !== null && PROVEN[receipt.channel](receipt);
  return { passed, count: passed ? 1 : 0 };
};

const isSigned = ({ signedBy, trackingNumber, envelopeFileId }: Receipt): boolean =>
  [signedBy, trackingNumber, envelopeFileId].some((said) => said !== undefined);
const isConfirmed = ({ confirmedBy, confirmedHow }: Receipt): boolean => confirmedBy !== undefined || confirmedHow !== undefined;
const hasSlip = (): boolean => true;

const PROVEN: Readonly<Record<Receipt['channel'], (receipt: Receipt) => boolean>> = {
  in_person: hasSlip,
  web: hasSlip,
  ems: isSigned,
  registered_mail: isSigned,
  ordinary_mail: isConfirmed,
  fax: isConfirmed,
  email: isConfirmed,
};
