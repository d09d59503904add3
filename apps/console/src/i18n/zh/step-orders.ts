import type { Words } from '../same-keys.js';

/** Forms of supervision orders. */
export const stepOrders = {
  'undo.issueOrder': '不能撤回。不需要了可以销号',
  'undo.answerOrder': '不能撤回。督办人可以再次督办',
  'undo.repeatOrder': '不能撤回。不需要了可以销号',
  'undo.closeOrder': '不能撤回。需要时另发督办',
  'field.orderKind': '要求什么',
  'field.demand': '督办要求',
  'field.orderId': '哪一条督办',
  'field.remark': '销号意见',
  'field.issueOrder.workingDays': '几个工作日内答复',
  'field.repeatOrder.workingDays': '几个工作日内答复',
  'field.issueOrder.person': '由谁答复',
  'field.answerOrder.answer': '答复内容',
  'hint.issueOrder.person': '不填的，由承办人答复；尚无承办人的，通知本机关全体承办人',
  'hint.closeOrder.remark': '还没有答复的，必须写明为什么销号；以后来的答复仍可登记',
  'subject.order': '{{kind}}（{{day}}）：{{text}}',
} as const satisfies Words;
