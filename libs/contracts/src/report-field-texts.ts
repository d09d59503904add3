import type { FieldCode } from './field-codes.js';
import type { Text } from './text.js';

/** What is said of the fields of a report that is taken in. */
export const reportFieldTexts = {
  'another-year': {
    'zh-CN': '文件是{year}年的，与所选年份不同',
    en: 'The file is of {year}: choose that year, or another file',
  },
  'no-figures': {
    'zh-CN': '文件里没有年度报告的数字。表格要有单元格编号和数字（与本系统导出的相同），JSON要有numbers',
    en: 'There are no figures of an annual report in the file; a table names cells and numbers, as it is exported here, a JSON file has "numbers"',
  },
  'part-of-a-year': {
    'zh-CN': '文件统计的不是整个年度，不是年度报告',
    en: 'The file counts another period than a year: it is no annual report',
  },
  'year-not-over': {
    'zh-CN': '{year}年还没有结束，没有全年的年度报告；请核对年份',
    en: '{year} is not over: there is no annual report of it yet; check the year',
  },
  'not-a-figure': {
    'zh-CN': '{cell}：“{value}”不能填在这一格，应为不小于0的数，件数为整数',
    en: '{cell}: “{value}” cannot stand in this cell; it takes a number from 0 on, and whole ones where cases are counted',
  },
  'unknown-cell': {
    'zh-CN': '{cell}：这一年的格式没有这一格，请核对年份',
    en: '{cell}: the format of that year has no such cell; check the year',
  },
  'training-twice': {
    'zh-CN': '{day}已经登记过同一主题的培训：“{topic}”，{people}人。记错了的改那一条；确是另一场的，在主题里写明场次',
    en: 'A training of the same topic is entered for {day} already: “{topic}”, {people} people. Put that one right; where this was another session, say which one in the topic',
  },
} as const satisfies Partial<Record<FieldCode, Text>>;
