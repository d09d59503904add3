import type { ReadField } from '@gongkai/contracts';

/** What a label leads to; `other` ends what stands before it and is of no further interest. */
export type Labelled = Exclude<ReadField, 'item'> | 'items' | 'other';

/** A label in a row of signs without spaces: from its first sign to after its last. */
export type Label = { readonly leads: Labelled; readonly from: number; readonly to: number };

/** What stands on forms of application, the more special before the more general. */
const PRINTED: readonly (readonly [Labelled, string])[] = [
  ['other', '(?:委托)?代理人(?:姓名|身份证号码?|证件号码?|联系电话|电话|地址)?'],
  ['other', '申请人(?:信息|情况|须知|承诺|类别|类型|\\(?签|\\(?盖)|证件(?:名称|类型|种类)|工作单位|性别|国籍|职业'],
  ['other', '邮政编码|邮编|电子邮[箱件]|邮箱|[Ee]-?mail|传真(?:号码)?|法定代表人|法人代表|负责人|营业执照'],
  ['phone', '联系人(?:联系)?电话'],
  ['other', '联系人(?:姓名)?|受理机关(?:名称)?|受理单位|申请(?:日期|时间)|签名|签字|签章|盖章|日期'],
  [
    'other',
    '(?:获取|获得)(?:政府)?(?:信息)?的?(?:方式|形式|途径)|(?:信息)?的?(?:指定)?提供(?:方式|形式)|载体形式|送达方式|答复方式',
  ],
  ['other', '(?:所需|申请)?(?:政府)?信息的?用途|用途|(?:是否)?(?:申请)?减免费用|(?:信息)?索取号|特征描述|备注|附件'],
  ['items', '(?:所需|所申请|申请公开|申请获取|申请)?的?(?:政府)?信息的?(?:名称、?)?(?:内容)(?:描述)?|(?:名称及?|的)?内容描.'],
  ['items', '申请公开的?(?:政府)?(?:信息)?(?:内容|事项)?|申请(?:内容|事项)|所?需的?(?:政府)?信息[的皇皂]?|公开内容'],
  ['creditCode', '(?:统一)?社会信用代码(?:证)?|信用代码|组织机构代码'],
  ['idNumber', '(?:居民)?身份证件?(?:号码?)?|公民身份号码|证件号码?'],
  ['phone', '联系(?:电话|方式)|电话号码|固定电话|移动电话|手机(?:号码?)?|电话'],
  ['address', '(?:通[信讯]|联系|送达|邮寄|收件|详细)地址|地址|住址|住所地?'],
  ['name', '申请人(?:姓名)?(?:[或/、(]?名称\\)?)?|[姓妍牲性娃]["“”]?名(?:[或/、(]?名称\\)?)?|(?:单位|机构|法人)?名称'],
];

const ANY = new RegExp(PRINTED.map(([, pattern]) => `(${pattern})`).join('|'), 'g');

/** Whether a label may begin at this sign: nothing stands before it, or a gap. */
type MayBegin = (at: number) => boolean;

/** The labels of a row, from left to right. What a sentence happens to say is none: a label begins a cell, or has a colon. */
export function labelsIn(text: string, mayBegin: MayBegin): Label[] {
  const labels: Label[] = [];
  for (const match of text.matchAll(ANY)) {
    const which = match.slice(1).findIndex(Boolean);
    const [from, to] = [match.index, match.index + match[0].length];
    const leads = PRINTED[which]?.[0];
    if (leads !== undefined && (mayBegin(from) || text.startsWith(':', to))) labels.push({ leads, from, to });
  }
  return labels;
}
