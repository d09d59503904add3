import type { Words } from '../same-keys.js';

/** The desk of a caseworker, and what waits to be taken. */
export const desk = {
  desk: '我的办件',
  'desk.empty': '手上没有在办的件。领一件，或等分办。',
  pool: '待领',
  'pool.empty': '没有待领的件。登记后还没有承办人的办件列在这里。',
  consultations: '征求意见',
  'consultations.empty': '没有在等的意见。意见征求书发出后、收到答复前，办件列在这里。',
  'view.all': '全部',
  'view.mine': '轮到我',
  'view.others': '等别人',
  'view.my-cases': '我的办件',
  'take-next': '领下一件',
  'sentence.open_other': '{{count}}件在办',
  'sentence.instead_other': '其中{{count}}件代{{name}}办（外出）',
  'sentence.late_other': '{{count}}件已逾期，仍须答复',
  'sentence.today_other': '今天期满{{count}}件',
  'sentence.soon_other': '下一个工作日期满{{count}}件',
  'sentence.answers_other': '{{count}}件投诉、复议或诉讼待我方答复',
  'sentence.and': '；',
  changes: '新变化',
  'changes.none': '没有新变化。',
  ahead: '未来十个工作日',
  'ahead.today': '今天',
  'ahead.due_other': '{{day}}期满{{count}}件',
} as const satisfies Words;
