import type { CommandType } from '@gongkai/contracts';

/** Steps that are about a paper which can be in somebody's hand: sent, received, signed for. */
export const PAPERS: ReadonlySet<CommandType> = new Set<CommandType>([
  ...([
    'confirmReceipt',
    'sendCorrectionNotice',
    'receiveCorrection',
    'recordSearch',
    'askUnit',
    'recordUnitAnswer',
    'answerOrder',
    'withdraw',
    'withdrawItem',
    'note',
    'changeAgent',
    'confirmFact',
  ] as const),
  ...(['askThirdParty', 'askJointProducer', 'askOtherOrgan', 'askSecrecyAuthority', 'recordAnswer'] as const),
  ...(['overrideThirdParty', 'approveExtension', 'askReasons', 'setDelay', 'sendFeeNotice', 'liftFee', 'recordPayment'] as const),
  ...(['dispatchNotice', 'recordService', 'addProof', 'addStamped', 'signReply', 'dispatch'] as const),
  ...(['recordReturn', 'serveByPublicNotice'] as const),
  ...(['decideItem', 'submitReview', 'recordComplaint', 'recordReconsiderationCopy', 'answerRemedy', 'updateRemedy'] as const),
  ...(['recordReconsiderationDecision', 'recordSuitCopy', 'recordJudgment', 'reviewWithholding'] as const),
]);
