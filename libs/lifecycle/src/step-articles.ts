import type { LocalDate } from '@gongkai/calendar';
import type { CommandType } from '@gongkai/contracts';
import { articleInForce, type Statute } from '@gongkai/statutes';

/** The provision each step rests on; those of plain office work rest on none. */
const ARTICLES: Readonly<Partial<Record<CommandType, string>>> = {
  confirmReceipt: 'REG 31',
  register: 'REG 29',
  sendCorrectionNotice: 'REG 30',
  receiveCorrection: 'REG 30',
  closeAbandoned: 'REG 30',
  recordSearch: 'REG 36(4)',
  askThirdParty: 'REG 32',
  askJointProducer: 'REG 34',
  askOtherOrgan: 'REG 11',
  askSecrecyAuthority: 'REG 17(3)',
  overrideThirdParty: 'REG 32',
  askReasons: 'REG 35',
  acceptReasons: 'REG 35',
  rejectReasons: 'REG 35',
  setDelay: 'REG 35',
  sendFeeNotice: 'REG 42',
  liftFee: 'REG 42',
  recordPayment: 'REG 42',
  decideItem: 'REG 36',
  submitReview: 'REG 17',
  passReview: 'REG 17',
  blockReview: 'REG 17',
  serveByPublicNotice: 'CPL 95',
  issueOrder: 'REG 47',
  recordComplaint: 'REG 51',
  recordReconsiderationCopy: 'REG 51',
  recordSuitCopy: 'REG 51',
  updateRemedy: 'REG 51',
  suggestPublication: 'REG 44',
  declinePublication: 'REG 44',
  publish: 'REG 44',
  reviewWithholding: 'REG 18',
};

/** The provision on extensions for an application first received on that day: the Regulations of 2007 had another one. */
export const extensionArticle = (statute: Statute, receivedOn: LocalDate): string =>
  articleInForce(statute, 'extension.max_total', receivedOn);

const EXTENDING: ReadonlySet<CommandType> = new Set(['proposeExtension', 'approveExtension', 'refuseExtension']);

/** What the provision of a step depends on: the first date of receipt chooses the law; a fee is waited for, or not. */
type Place = { readonly receivedOn: LocalDate; readonly isPaymentAwaited: boolean };

/** The provision a step rests on. */
export function articleOfStep(step: CommandType, statute: Statute, { receivedOn, isPaymentAwaited }: Place): string | undefined {
  if (EXTENDING.has(step)) return extensionArticle(statute, receivedOn);
  return step === 'closeAbandoned' && isPaymentAwaited ? 'REG 42' : ARTICLES[step];
}
