import type { Text } from './text.js';

/** What a deadline is called, by its name in the ledger, in `others` and in the reminders. */
export const deadlineTexts = {
  finalDue: { 'zh-CN': '答复期限', en: 'reply due date' },
  correctionNoticeDeadline: { 'zh-CN': '补正告知期限', en: 'last day for a correction notice' },
  correctionDueFromApplicant: { 'zh-CN': '申请人补正期限', en: 'correction due from the applicant' },
  feePaymentDue: { 'zh-CN': '申请人缴费期限', en: 'payment due from the applicant' },
  answerDue: { 'zh-CN': '征求意见答复期限', en: 'answer to a consultation due' },
  arrival: { 'zh-CN': '来件确认', en: 'arrival to be confirmed' },
  publicationDue: { 'zh-CN': '主动公开期限', en: 'publication due' },
  promotionDue: { 'zh-CN': '转为主动公开期限', en: 'publication after a request due' },
  withholdingReviewDue: { 'zh-CN': '不予公开信息定期评估', en: 'review of what is withheld' },
  complaintDue: { 'zh-CN': '投诉举报答复期限', en: 'answer to a complaint due' },
  recordCorrectionDue: { 'zh-CN': '信息更正答复期限', en: 'answer on a record about a person due' },
  redoDue: { 'zh-CN': '重新答复期限', en: 'new reply due' },
  filingDue: { 'zh-CN': '归档期限', en: 'filing due' },
  annualReportDue: { 'zh-CN': '年度报告公布期限', en: 'annual report due' },
  publicNoticeServedOn: { 'zh-CN': '公告送达之日', en: 'served by public notice' },
  reconsiderationUntil: { 'zh-CN': '申请行政复议期限', en: 'last day to apply for reconsideration' },
  suitUntil: { 'zh-CN': '提起行政诉讼期限', en: 'last day to sue' },
  reconsiderationAcceptanceDue: { 'zh-CN': '复议受理期限', en: 'acceptance of a reconsideration due' },
  reconsiderationCopyDue: { 'zh-CN': '复议申请书副本送达期限', en: 'copy of a reconsideration due' },
  reconsiderationAnswerDue: { 'zh-CN': '行政复议答复期限', en: 'answer to a reconsideration due' },
  reconsiderationDecisionDue: { 'zh-CN': '行政复议决定期限', en: 'reconsideration decision due' },
  suitAfterReconsiderationUntil: { 'zh-CN': '不服复议决定起诉期限', en: 'last day to sue over a reconsideration' },
  defenceDue: { 'zh-CN': '行政诉讼答辩期限', en: 'defence due' },
  appealUntil: { 'zh-CN': '上诉期限', en: 'last day to appeal' },
} as const satisfies Readonly<Record<string, Text>>;
