import { problemStatus, type FieldCode, type FieldProblem, type Problem, type ProblemCode, type Refusal } from './problems.js';

export type Language = 'zh-CN' | 'en';
type Facts = NonNullable<FieldProblem['facts']>;
type Text = Readonly<Record<Language, string>>;

const titles = {
  'malformed-json': { 'zh-CN': '内容不是有效的JSON，没有收下', en: 'The text is not valid JSON; nothing was taken' },
  'invalid-request': { 'zh-CN': '填写的内容有误，没有收下', en: 'Something in the request is not valid; nothing was changed' },
} as const satisfies Record<ProblemCode, Text>;

/** `{name}` is replaced by the fact of that name. */
const fieldTexts = {
  'malformed-json': { 'zh-CN': '无法读取：{cause}', en: 'Cannot be read: {cause}' },
  required: { 'zh-CN': '必填', en: 'This is required' },
  'invalid-date': { 'zh-CN': '不是有效日期，按 YYYY-MM-DD 填写', en: 'Not a real date; write it as YYYY-MM-DD' },
  'invalid-value': { 'zh-CN': '取值有误：{expected}', en: 'Not a valid value: {expected}' },
  'unknown-field': {
    'zh-CN': '没有“{name}”这一项，请删去或核对拼写',
    en: 'There is no field "{name}"; remove it or check the spelling',
  },
  'unknown-type': { 'zh-CN': '没有这一种类，可用：{options}', en: 'No such kind; use one of: {options}' },
  'unknown-statute': { 'zh-CN': '没有“{name}”这部规则', en: 'There is no statute pack "{name}"' },
  'unknown-calendar': { 'zh-CN': '没有“{name}”的工作日历', en: 'There is no working-day calendar "{name}"' },
  'before-calendar': { 'zh-CN': '早于{from}，没有那时的工作日历', en: 'There is no working-day calendar before {from}' },
  'after-calendar': { 'zh-CN': '晚于{to}，无法推算', en: 'Nothing can be reckoned after {to}' },
  'signed-before-posted': { 'zh-CN': '签收日早于邮戳日，请核对', en: 'Signed before it was posted; check both dates' },
  'confirmed-before-arrival': {
    'zh-CN': '确认日早于来件日{arrived}，请核对',
    en: 'Confirmed before it arrived on {arrived}; check both dates',
  },
  'before-receipt': {
    'zh-CN': '早于收到申请之日{receivedOn}，请核对',
    en: 'Earlier than the date of receipt {receivedOn}; check both dates',
  },
  'receipt-not-settled': {
    'zh-CN': '收到申请之日尚未确定，先确认收到再登记这一项',
    en: 'The date of receipt is not settled; confirm receipt first',
  },
  'notice-missing': {
    'zh-CN': '没有相应的告知书，先登记告知书的送达',
    en: 'There is no notice to answer; record service of the notice first',
  },
  'before-notice': { 'zh-CN': '早于告知书送达之日，请核对', en: 'Earlier than service of the notice; check both dates' },
  'second-correction-notice': {
    'zh-CN': '补正只能一次告知，只保留一份补正告知',
    en: 'Only one correction notice is allowed; keep one',
  },
  'received-before-dispatch': {
    'zh-CN': '收到日早于发出日{dispatchedOn}，请核对',
    en: 'Received before it was sent on {dispatchedOn}; check both dates',
  },
  'answer-before-dispatch': {
    'zh-CN': '答复日早于发函或收函之日，请核对',
    en: 'Answered before the letter was sent or received; check the dates',
  },
  'duplicate-consultation': {
    'zh-CN': '征求意见的编号“{id}”重复，请各用一个',
    en: 'Two consultations have the id "{id}"; give each its own',
  },
  'correction-awaited': {
    'zh-CN': '正在等待补正，不能发收费通知',
    en: 'A correction is awaited; no fee notice can be served meanwhile',
  },
  'payment-awaited': {
    'zh-CN': '正在等待缴费，不能发补正告知',
    en: 'Payment is awaited; no correction notice can be served meanwhile',
  },
  'answered-and-lapsed': {
    'zh-CN': '已按期补正或缴费，不能同时登记逾期未办，删去一项',
    en: 'It was answered in time and also marked as not answered; remove one',
  },
  'fees-not-in-force': { 'zh-CN': '{from}前不收信息处理费', en: 'No information processing fee could be charged before {from}' },
  'until-before-set': {
    'zh-CN': '延迟到的日期早于作出决定之日，请核对',
    en: 'The date set lies before the day it was set; check both dates',
  },
} as const satisfies Record<FieldCode, Text>;

/** The problem document of a refusal, in one language. */
export function renderProblem(refusal: Refusal, language: Language): Problem {
  const { code, fields } = refusal;
  const title = titles[code][language];
  const rendered = fields.map(({ path, code: fieldCode, facts }) => ({
    path,
    code: fieldCode,
    message: fill(fieldTexts[fieldCode][language], facts ?? {}),
  }));
  return {
    type: `/problems/${code}`,
    title,
    status: problemStatus[code],
    code,
    detail: rendered.length === 0 ? title : rendered.map(({ path, message }) => `${path}: ${message}`).join('; '),
    ...(rendered.length === 0 ? {} : { fields: rendered }),
  };
}

const fill = (text: string, facts: Facts): string =>
  text.replace(/\{(\w+)\}/g, (hole, name: string) => String(facts[name] ?? hole));
