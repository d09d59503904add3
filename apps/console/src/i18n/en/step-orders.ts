import type { InEnglish } from '../same-keys.js';
import type { stepOrders as zh } from '../zh/step-orders.js';

/** Forms of supervision orders. */
export const stepOrders: InEnglish<typeof zh> = {
  'undo.issueOrder': 'Not possible. What is not needed any more can be closed',
  'undo.answerOrder': 'Not possible. The supervisor can demand it again',
  'undo.repeatOrder': 'Not possible. What is not needed any more can be closed',
  'undo.closeOrder': 'Not possible. Another order can be given',
  'field.orderKind': 'What for',
  'field.demand': 'What is demanded',
  'field.orderId': 'Which order',
  'field.remark': 'Remark on closing it',
  'field.issueOrder.workingDays': 'Answer within working days',
  'field.repeatOrder.workingDays': 'Answer within working days',
  'field.issueOrder.person': 'Who answers',
  'field.answerOrder.answer': 'What you answer',
  'hint.closeOrder.remark': 'Needed where nobody has answered it: say why it is closed. An answer that comes later is still kept',
  'hint.issueOrder.person': 'Left empty, the caseworker answers; where there is none, all caseworkers of the organ are told',
  'subject.order': '{{kind}} ({{day}}): {{text}}',
};
