import type { Words } from '../same-keys.js';

/** 由系统用邮件寄给申请人的文书 */
export const letterMails = {
  'letter-mail.waiting': '邮件待发送至{{to}}',
  'letter-mail.tried': '邮件试了{{tries}}次还没有发出，会再试：{{proof}}',
  'letter-mail.sent': '{{at}}已寄至{{to}}',
  'letter-mail.failed': '邮件没有发出：{{proof}}',
  'letter-mail.aside': '邮件不再发送',
  'letter-mail.left-out': '{{files}}个文件较大，未随邮件寄出，由申请人在网上下载',
  'letter-mail.again': '重新发送',
  'mark.letter-mail': '文书的邮件没有发出',
  'mark.letter-mail.what':
    '：{{notice}}，{{to}}。邮箱无误的，重新发送；邮箱不对或者一直发不出的，登记退回，再换邮箱或者换方式送达。',
} as const satisfies Words;
