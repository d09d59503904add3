import type { Text } from './text.js';

/** What is wrong with what is told of a complaint, a reconsideration or a suit, or of what a supervisor demanded. */
export const remedyFieldTexts = {
  'raised-twice': {
    'zh-CN': '这一案号已经登记，不能重复登记',
    en: 'This number is on record already; it is not recorded twice',
  },
  'not-reconsidered': {
    'zh-CN': '还没有登记复议决定，不能登记为复议后起诉',
    en: 'No decision on a reconsideration is on record; it is not a suit after one',
  },
  'not-to-prolong': {
    'zh-CN': '只有普通程序的复议可以延长审理期限，且只能延长一次',
    en: 'Only a reconsideration in the ordinary procedure is prolonged, and once',
  },
  'not-to-appeal': {
    'zh-CN': '没有登记尚未生效的一审裁判，或者已经上诉',
    en: 'There is no judgment that is not final, or it was appealed against already',
  },
  'no-first-judgment': {
    'zh-CN': '没有登记尚未生效的一审裁判，先登记一审裁判',
    en: 'No judgment of a first instance is on record that is not final; record that one first',
  },
  'orders-nothing': {
    'zh-CN': '这一结果没有改变原答复，不会责令重新作出；去掉“责令重新作出”，或者改选结果',
    en: 'With this result nobody is ordered to act anew; take that away, or choose another result',
  },
  'closed-unanswered': {
    'zh-CN': '还没有答复，写明为什么不再等答复就销号',
    en: 'Nobody has answered this; write why it is closed without an answer',
  },
  'nothing-to-hurry': {
    'zh-CN': '案件已经归档，也没有未了的救济或者公开建议，没有可以加快的事；请改选“说明情况”或者“整改”',
    en: 'The case is filed, with no remedy and no suggestion to publish open: nothing is left to hurry. Ask to explain or to put right instead',
  },
  'nothing-told': { 'zh-CN': '至少填写一项进展', en: 'Say at least one thing that is new' },
} as const satisfies Readonly<Record<string, Text>>;
