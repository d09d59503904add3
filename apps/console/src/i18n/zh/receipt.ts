import type { Words } from '../same-keys.js';

/** The receipt an applicant takes home, and its page. */
export const receipt = {
  page: '接收回执',
  'page.why': '查到办件，打印它的回执。',
  print: '打印',
  find: '编号、姓名或内容',
  none: '没有这样的办件。换个编号或姓名再查。',
  title: '政府信息公开申请接收回执',
  number: '编号：{{number}}',
  salutation: '{{name}}：',
  received_other: '{{organ}}于{{day}}收到你{{channel}}的政府信息公开申请，已登记，申请事项共{{count}}项：',
  'channel.in_person': '当面提交',
  'channel.registered_mail': '以挂号信寄来',
  'channel.ems': '以EMS寄来',
  'channel.ordinary_mail': '以平信寄来',
  'channel.fax': '以传真发来',
  'channel.web': '在网上提交',
  'channel.email': '以电子邮件发来',
  date: '收到申请之日为{{day}}（依据：{{article}}）。',
  next: '本机关最迟于{{due}}答复你。',
  'next.provisional':
    '国务院尚未公布{{year}}年放假安排，本机关暂推算最迟于{{due}}答复你；放假安排公布后，以依法重新计算的日期为准。',
  'next.past': '答复期限为{{due}}。',
  'next.awaiting_correction': '本机关已告知你补正申请内容；答复期限自收到你的补正之日的次日起重新计算。',
  'next.awaiting_payment': '本机关已通知你缴纳信息处理费；答复期限自你缴费之日的次日起重新计算。',
  'next.correction': '申请内容不明确、需要补正的，最迟于{{day}}告知你。',
  'next.correction.provisional': '申请内容不明确、需要补正的，暂推算最迟于{{day}}告知你。',
  'next.told': '依法延长答复期限、征求第三方意见的，另行书面告知，所需时间依法计算。',
  unconfirmed: '收到申请之日尚未确认。依照{{article}}，以本机关与你双方确认之日为收到申请之日，答复期限自该日起计算。',
  'unconfirmed.next': '本机关将与你联系确认。你也可以凭上面的编号与本机关联系。',
  keep: '请保存本回执。查询办理情况，请提供编号。',
} as const satisfies Words;
