import type { Text } from './text.js';

/** What a field was expected to be: kinds and formats of values, by the names the schemas have for them. */
export const expectationTexts: Readonly<Record<string, Text>> = {
  string: { 'zh-CN': '文字', en: 'text' },
  number: { 'zh-CN': '数字', en: 'a number' },
  int: { 'zh-CN': '整数', en: 'a whole number' },
  boolean: { 'zh-CN': 'true或false', en: 'true or false' },
  array: { 'zh-CN': '列表', en: 'a list' },
  object: { 'zh-CN': '对象', en: 'an object' },
  record: { 'zh-CN': '对象', en: 'an object' },
  null: { 'zh-CN': 'null', en: 'null' },
  email: { 'zh-CN': '电子邮件地址', en: 'an e-mail address' },
  url: { 'zh-CN': '网址', en: 'a web address' },
  uuid: { 'zh-CN': 'UUID', en: 'a UUID' },
  datetime: { 'zh-CN': 'ISO 8601时刻', en: 'an ISO 8601 date and time' },
  time: { 'zh-CN': '24小时制的时分，如09:41', en: 'a time of day such as 09:41' },
  regex: { 'zh-CN': '规定的写法', en: 'of the form described' },
  'organ-code': { 'zh-CN': '小写字母开头，只含小写字母、数字和-', en: 'a small letter followed by small letters, digits and -' },
  'number-format': {
    'zh-CN': '{prefix}、{year}、{n}各出现一次（{n:4}补足四位），年份和序号不与其他数字相连，不含空格，如{prefix}〔{year}〕{n}号',
    en: '{prefix}, {year} and {n} once each ({n:4} fills up with zeros), no other digit next to year or serial, no blanks, such as {prefix}〔{year}〕{n}号',
  },
  username: { 'zh-CN': '小写字母、数字和 . _ -，至少2个', en: 'small letters, digits and . _ -, two or more' },
  nesting: { 'zh-CN': '嵌套过深', en: 'nested too deeply' },
  receipt: { 'zh-CN': '收件登记', en: 'the record of a receipt' },
  'visible-ascii': { 'zh-CN': '1至200个可见ASCII字符', en: '1 to 200 visible ASCII characters' },
};
