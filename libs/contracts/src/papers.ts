import { z } from 'zod';
import type { CommandType } from './commands.js';
import { keptText } from './kept-text.js';
import type { Text } from './text.js';
import { FileView } from './session.js';

/** The papers that are drawn (文书), each from one source under `config/notices`. */
export const PAPER_KINDS = [
  'registration_form',
  'receipt_slip',
  'correction',
  'explain_reasons',
  'extension_form',
  'extension',
  'consult_third_party',
  'consult_joint_producer',
  'consult_other_organ',
  'consult_secrecy_authority',
  'consultation_answer',
  'consultation_notice',
  'consultation_record',
  'answer_by_link',
  'consultation_ended',
  'third_party_disclosure',
  'fee',
  'fee_lifted',
  'delay',
  'reply',
  'review_form',
  'approval_sheet',
  'contact_record',
  'co_handling',
  'supervision_order',
  'search_record',
  'ending_notice',
  'closing_record',
  'service_proof',
  'delivery_slip',
  'envelope',
  'ems_slip',
  'address_list',
  'folder_cover',
  'file_catalogue',
] as const;
export const PaperKind = z.enum(PAPER_KINDS);
export type PaperKind = z.infer<typeof PaperKind>;

/** What each is called. */
export const paperTexts = {
  registration_form: { 'zh-CN': '申请登记表', en: 'registration form' },
  receipt_slip: { 'zh-CN': '接收回执', en: 'acknowledgement' },
  correction: { 'zh-CN': '补正告知书', en: 'correction notice' },
  explain_reasons: { 'zh-CN': '说明理由告知书', en: 'notice to explain' },
  extension_form: { 'zh-CN': '延长答复期限审批表', en: 'extension form' },
  extension: { 'zh-CN': '延期答复告知书', en: 'extension notice' },
  consult_third_party: { 'zh-CN': '第三方意见征求书', en: 'consultation letter to a third party' },
  consult_joint_producer: { 'zh-CN': '共同制作机关意见征求书', en: 'consultation letter to a joint producer' },
  consult_other_organ: { 'zh-CN': '其他机关意见征求书', en: 'consultation letter to another organ' },
  consult_secrecy_authority: { 'zh-CN': '保密审查请示函', en: 'letter to the secrecy authority' },
  consultation_answer: { 'zh-CN': '征求意见答复单', en: 'answer form' },
  consultation_notice: { 'zh-CN': '征求意见告知书', en: 'notice of consultation' },
  consultation_record: { 'zh-CN': '征求意见登记表', en: 'record of consultations' },
  answer_by_link: { 'zh-CN': '网上答复记录', en: 'record of an answer by link' },
  consultation_ended: { 'zh-CN': '终止征求意见告知书', en: 'notice that a consultation has ended' },
  third_party_disclosure: { 'zh-CN': '向第三方告知书', en: 'notice to third party' },
  fee: { 'zh-CN': '收费通知书', en: 'fee notice' },
  fee_lifted: { 'zh-CN': '不再收费告知书', en: 'notice that no fee is charged' },
  delay: { 'zh-CN': '延迟答复告知书', en: 'delay notice' },
  reply: { 'zh-CN': '答复书', en: 'reply' },
  review_form: { 'zh-CN': '保密审查单', en: 'confidentiality review form' },
  approval_sheet: { 'zh-CN': '发文签批单', en: 'approval sheet' },
  contact_record: { 'zh-CN': '与申请人联系记录', en: 'record of contacts' },
  co_handling: { 'zh-CN': '协办函', en: 'co-handling letter' },
  supervision_order: { 'zh-CN': '督办单', en: 'supervision order' },
  search_record: { 'zh-CN': '检索记录', en: 'search record' },
  ending_notice: { 'zh-CN': '终止办理告知书', en: 'notice of ending' },
  closing_record: { 'zh-CN': '结案登记表', en: 'closing record' },
  service_proof: { 'zh-CN': '送达回证', en: 'proof of service' },
  delivery_slip: { 'zh-CN': '发文签收单', en: 'delivery slip' },
  envelope: { 'zh-CN': '信封', en: 'envelope' },
  ems_slip: { 'zh-CN': '邮政特快专递详情单', en: 'EMS slip' },
  address_list: { 'zh-CN': '通讯清单', en: 'address list' },
  folder_cover: { 'zh-CN': '卷皮', en: 'folder cover' },
  file_catalogue: { 'zh-CN': '卷内目录', en: 'file catalogue' },
} as const satisfies Record<PaperKind, Text>;

/** The paper that goes out with a step, or with the last one into the folder. */
export const paperOfStep = {
  sendCorrectionNotice: 'correction',
  askReasons: 'explain_reasons',
  approveExtension: 'extension',
  askThirdParty: 'consult_third_party',
  askJointProducer: 'consult_joint_producer',
  askOtherOrgan: 'consult_other_organ',
  askSecrecyAuthority: 'consult_secrecy_authority',
  overrideThirdParty: 'third_party_disclosure',
  sendFeeNotice: 'fee',
  liftFee: 'fee_lifted',
  setDelay: 'delay',
  signReply: 'reply',
  file: 'approval_sheet',
} as const satisfies Partial<Record<CommandType, PaperKind>>;

/** Those that are about one of several: which notice is served, which consultation the applicant is told of, which unit is asked to help, which supervision order. */
export const PAPERS_ABOUT = {
  service_proof: 'notice',
  delivery_slip: 'notice',
  envelope: 'notice',
  ems_slip: 'notice',
  consultation_answer: 'consultation',
  consultation_notice: 'consultation',
  answer_by_link: 'consultation',
  consultation_ended: 'consultation',
  co_handling: 'unit',
  supervision_order: 'order',
} as const satisfies Partial<Record<PaperKind, 'notice' | 'consultation' | 'unit' | 'order'>>;

/** A paper of a case, as the case stands. */
export const PaperRequest = z
  .strictObject({
    kind: PaperKind,
    about: keptText(100)
      .optional()
      .describe(
        'The notice, the consultation, the request to a unit or the supervision order it is about; without it the last one',
      ),
  })
  .meta({ id: 'PaperRequest' });
export type PaperRequest = z.infer<typeof PaperRequest>;

/** A paper that was drawn to be looked at: kept for a day, unless a step names it. */
export const DrawnPaper = z
  .strictObject({ kind: PaperKind, number: z.string().nullable(), pdf: FileView, docx: FileView })
  .meta({ id: 'DrawnPaper' });
export type DrawnPaper = z.infer<typeof DrawnPaper>;
