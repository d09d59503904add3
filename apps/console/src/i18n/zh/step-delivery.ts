import type { Words } from '../same-keys.js';

/** 文书怎样发出、怎样证明 */
export const stepDelivery = {
  'hint.dispatchNotice.fileIds': '只作发出的凭证（例如邮政回执），申请人看不到。',
  'hint.dispatch.fileIds': '只作发出的凭证（例如邮政回执），申请人看不到。',
  'hint.dispatch.witness': '留置送达须写见证人，或附拍照、录像',
  'hint.dispatchNotice.witness': '留置送达须写见证人，或附拍照、录像',
  'hint.mode.email': '本系统不代发邮件：请用单位邮箱自己发到约定的地址，再在这里登记；发送记录作为附件留存',
  'hint.mode.email.mailed':
    '保存后，系统把文书（连同一并提供的文件）寄到申请人同意的邮箱，结果见“文书”；给其他人的文书，请自己发出',
  'field.sentElsewhere': '已用其他邮箱自行发出，系统不再寄送',
  'hint.sentElsewhere': '发送记录作为附件留存',
  'field.turnedUp': '公告期间受送达人已经收到',
  'hint.turnedUp': '公告期未满。在“送达凭证”中写明从哪里得知（如本人到场领取）',
  'field.mailFailed': '邮件没有发出，但已收到',
  'hint.mailFailed': '系统没有把这份文书发出去。在“送达凭证”中写明从哪里得知申请人已经收到',
  'hint.mode.fax': '本系统不代发传真：请自己发出，再在这里登记；发送报告作为附件留存',
  'hint.mode.portal': '保存后申请人即可凭编号和查询码在网上下载，不用另外寄送',
  'hint.mode.other_organ': '以签收之日为答复日期：须在期限内由对方送到申请人手里',
} as const satisfies Words;
