import type { AttachedAs } from './incoming.js';
import type { Text } from './text.js';

/** What the note in a case says of the papers that came in for it, and when they were taken out again. */
export const attachedTexts: Readonly<Record<AttachedAs | 'restored', Text>> = {
  correction: { 'zh-CN': '来件归入：补正材料', en: 'Filed from the inbox: the applicant’s correction' },
  power_of_attorney: { 'zh-CN': '来件归入：授权委托书', en: 'Filed from the inbox: power of attorney' },
  consultation_answer: { 'zh-CN': '来件归入：征求意见的答复', en: 'Filed from the inbox: answer to a consultation' },
  payment_proof: { 'zh-CN': '来件归入：缴费凭证', en: 'Filed from the inbox: proof of payment' },
  other: { 'zh-CN': '来件归入：其他材料', en: 'Filed from the inbox: other papers' },
  restored: { 'zh-CN': '归入本件的来件已撤回，另行处理', en: 'Papers filed from the inbox were taken out again' },
};
