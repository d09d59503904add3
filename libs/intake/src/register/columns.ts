import type { RegisterColumn } from '@gongkai/contracts';
import type { Headings } from '@gongkai/platform';

export const REQUIRED_COLUMNS: readonly RegisterColumn[] = ['number', 'receivedOn', 'applicant', 'content'];

/** How registers head their columns, as long as the office has not said otherwise. */
export const REGISTER_HEADINGS: Headings<RegisterColumn> = {
  number: ['编号', '申请编号', '登记编号', '收文编号', '序号', 'number'],
  receivedOn: ['收到日期', '收到申请日期', '收件日期', '申请日期', '受理日期', 'received on'],
  channel: ['收到方式', '申请方式', '受理渠道', '渠道', 'channel'],
  applicant: ['申请人', '申请人姓名', '申请人名称', '姓名', 'applicant'],
  kind: ['申请人类型', '申请人类别', '申请人性质', 'applicant kind'],
  idNumber: ['证件号码', '身份证号', '统一社会信用代码', 'id number'],
  phone: ['联系电话', '电话', 'phone'],
  address: ['通信地址', '联系地址', '地址', 'address'],
  email: ['电子邮箱', '邮箱', 'email'],
  content: ['申请内容', '申请公开内容', '内容描述', '所需信息', 'content'],
  correctionSentOn: ['补正告知日期', '补正通知日期', 'correction notice on'],
  correctionServedOn: ['补正告知送达日期', '补正通知送达日期', 'correction notice served on'],
  correctedOn: ['补正日期', '收到补正日期', 'corrected on'],
  extendedOn: ['延期告知日期', '延期日期', 'extended on'],
  extensionDays: ['延期工作日', '延期天数', 'extension days'],
  repliedOn: ['答复日期', '答复时间', '办理日期', 'replied on'],
  replyNumber: ['答复文号', '答复书编号', 'reply number'],
  outcome: ['答复结果', '办理结果', '处理结果', '答复类型', 'outcome'],
  ground: ['不予公开理由', '不予公开情形', 'ground'],
  reasons: ['答复理由', '理由', '备注', 'reasons'],
  dispatchMode: ['送达方式', '答复方式', 'dispatch mode'],
  servedOn: ['送达日期', '签收日期', 'served on'],
  endedOn: ['办结日期', '结案日期', 'ended on'],
  handler: ['经办人', '承办人', 'handler'],
};
