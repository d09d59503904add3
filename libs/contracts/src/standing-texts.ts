import type { PublicState } from './query-code.js';
import type { Text } from './text.js';

/** Where an application stands, told to its applicant. */
export const standingTexts = {
  to_confirm: {
    'zh-CN': '已登记。还没有与您确认收到，答复期限从双方确认之日起计算。',
    en: 'It is logged. We have not confirmed it with you yet; the period for the reply runs from the day we both have.',
  },
  in_hand: { 'zh-CN': '正在办理。', en: 'We are working on it.' },
  your_correction: {
    'zh-CN': '已告知您补正，等您补正。收到补正后，答复期限重新计算。',
    en: 'You have been asked to correct it. Once your correction is here, the period for the reply runs anew.',
  },
  your_payment: {
    'zh-CN': '已通知您缴纳信息处理费，等您缴费。缴费后，答复期限重新计算。',
    en: 'You have been asked to pay the processing fee. Once you have, the period for the reply runs anew.',
  },
  reply_sent: { 'zh-CN': '答复已经发出。', en: 'The reply has been sent.' },
  reply_returned: { 'zh-CN': '答复被退回，将重新送达。', en: 'The reply came back to us; it will be sent again.' },
  answered: { 'zh-CN': '已经答复，已经送达。', en: 'The reply has reached you.' },
  withdrawn: { 'zh-CN': '申请已经撤回，不再办理。', en: 'The application was withdrawn; nothing more is done.' },
  merged: {
    'zh-CN': '已与您的另一件申请合并，一并答复。',
    en: 'It was merged into another application of yours and is answered with it.',
  },
  abandoned: {
    'zh-CN': '期限内没有收到补正或缴费，视为放弃申请，不再办理。',
    en: 'No correction or payment came in time: the application counts as abandoned, and nothing more is done.',
  },
  ended: { 'zh-CN': '已经办结。', en: 'It is closed.' },
} as const satisfies Record<PublicState, Text>;

/** How an application over the portal is confirmed by both sides: its success is told at once (GC26). */
export const confirmedByPortal: Text = {
  'zh-CN': '网上申请，提交成功时双方确认',
  en: 'Web application, confirmed by both sides as its success was told',
};

/** What a journal says of what an applicant did over the portal; the office writes it in Chinese, a screen says it in its own language. */
export const ownTexts = {
  fetched: { 'zh-CN': '申请人在网上下载', en: 'fetched by the applicant over the portal' },
  confirmed: { 'zh-CN': '申请人在网上确认收到', en: 'confirmed by the applicant over the portal' },
  itemWithdrawn: { 'zh-CN': '申请人在网上撤回这一项', en: 'taken back alone by the applicant over the portal' },
  withdrawn: { 'zh-CN': '申请人在网上撤回', en: 'withdrawn by the applicant over the portal' },
  corrected: { 'zh-CN': '申请人在网上补正', en: 'corrected by the applicant over the portal' },
  payment: { 'zh-CN': '缴费凭证', en: 'Proof of payment' },
} as const satisfies Readonly<Record<string, Text>>;

/** How an answer that came over the link of a letter is written into the inbox. */
export const answerTexts = {
  subject: { 'zh-CN': '征求意见的网上答复', en: 'Answer over the portal to the letter' },
  answer: { 'zh-CN': '意见', en: 'Answer' },
  agree: { 'zh-CN': '同意公开', en: 'agrees to disclosure' },
  agree_in_part: { 'zh-CN': '同意部分公开', en: 'agrees to disclosure in part' },
  refuse: { 'zh-CN': '不同意公开', en: 'does not agree to disclosure' },
  grounds: { 'zh-CN': '理由和依据', en: 'Grounds' },
  by: { 'zh-CN': '填写人', en: 'Filled in by' },
  phone: { 'zh-CN': '联系电话', en: 'Phone' },
} as const satisfies Readonly<Record<string, Text>>;
