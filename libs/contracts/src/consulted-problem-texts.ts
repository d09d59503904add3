import type { ProblemCode } from './problems.js';
import type { Text } from './text.js';

/** Problems of letters that are answered by a link: the first is read by who is asked, the others by the caseworker. */
export const consultedProblemTexts = {
  'answer-not-open': {
    'zh-CN': '这封征求意见书现在不能在网上答复。请重新打开一次，看看是否已经答复；还有意见的，请书面告知征求意见的机关',
    en: 'This letter cannot be answered here now. Open the link once more to see whether it was; write to the organ if there is more to say',
  },
  'letter-not-awaited': {
    'zh-CN': '这封征求意见书不再等答复：已经记录了答复，或者它所涉及的内容已经撤回、拆到别的件或者答复完毕。不用再发网址',
    en: 'This letter awaits no answer: one is on record, or what it asks about was withdrawn, taken to another case or replied to. No link need go out',
  },
  'link-answered': {
    'zh-CN': '对方已经用网址答复，在收件箱等待处理。请先处理那份答复；不予采纳后，才能再发网址',
    en: 'The link has been used: the answer waits in the inbox. Settle it first; once it is dismissed, the link can be sent again',
  },
  'mail-not-sent': {
    'zh-CN': '邮件没有发出：没有配置邮件服务器，或者它没有收下。请核对地址后再试，或者把网址随答复表寄出',
    en: 'The mail was not sent: there is no mail server, or it did not take it. Check the address and try again, or send the link on paper',
  },
} as const satisfies Readonly<Partial<Record<ProblemCode, Text>>>;
