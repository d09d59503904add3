import type { FieldCode } from './field-codes.js';
import type { Text } from './text.js';

/** What is said of the fields of a year that is imported. */
export const calendarFieldTexts = {
  'off-and-worked': {
    'zh-CN': '{date}不能既放假又上班，只留一处',
    en: '{date} cannot be both a day off and worked; keep one',
  },
  'outside-year': { 'zh-CN': '不在{year}年内', en: 'It does not lie in {year}' },
  'not-a-weekend': {
    'zh-CN': '不是周六或周日：只有周末才能调成上班日',
    en: 'It is no Saturday or Sunday: only those can be made working days',
  },
  'notice-not-later': {
    'zh-CN': '{year}年已有{date}印发的安排，新的安排须晚于这一天',
    en: 'The year {year} has an arrangement of {date} already; another has to be later',
  },
  'notice-known': { 'zh-CN': '这份文件已经导入', en: 'This document is in force already' },
  'holidays-missing': {
    'zh-CN': '缺{names}：一年的安排要写全所有法定节日；只改其中几天的文件，请选“更改已有安排”，只涉及一个机关的，请选“单个机关”',
    en: '{names} missing: the arrangement of a year names every statutory holiday. For a document that changes some days of the year in force choose “Amendment”, for one about a single organ “One organ”',
  },
  'nothing-to-amend': {
    'zh-CN': '{year}年还没有公布的安排可以更改，先导入全年的安排',
    en: 'The year {year} has no published arrangement that could be amended; import the whole year first',
  },
  'organ-and-amends': {
    'zh-CN': '单个机关的日子总是叠加在全年安排之上，不能同时选“更改已有安排”',
    en: 'The days of one organ always lie over the arrangement of the year; do not choose an amendment as well',
  },
  'changes-no-day': {
    'zh-CN': '{year}年没有一天因此改变，请核对日期',
    en: 'No day of {year} counts another way by it; check the days',
  },
  'year-before-missing': {
    'zh-CN': '{year}年的安排还没有导入，先导入那一年',
    en: 'The arrangement of {year} is missing; import that year first',
  },
  'holidays-overlap': {
    'zh-CN': '{date}已经列在“{name}”里，同一天只列一处',
    en: '{date} is among the days of “{name}” already; list a day once',
  },
  'no-calendar': {
    'zh-CN':
      '文件里没有读到放假、上班的日子。可用的有国务院办公厅通知的原文、config/calendars 的 YAML、同样内容的 JSON，或者一行一条的表，例如“放假,春节,2027-02-05,2027-02-11”“上班,2027-02-20”',
    en: 'No days off or worked days were found in the file. It can be the text of the notice, the YAML of config/calendars, the same as JSON, or a table of lines such as “holiday,Spring Festival,2027-02-05,2027-02-11” and “makeup,2027-02-20”',
  },
  'notice-year': {
    'zh-CN': '没有读到这是哪一年的安排：通知里应有“2026年部分节假日安排”这样的字样',
    en: 'It does not say of which year it is: a notice has words such as “2026年部分节假日安排”',
  },
  'notice-line': {
    'zh-CN':
      '这一句读不懂：“{said}”。写法应如“1月1日（周四）至3日（周六）放假调休，共3天”或者“1月4日（周日）上班”；改好再读，或者直接在表里填',
    en: 'This sentence cannot be read: “{said}”. It should be written like “1月1日（周四）至3日（周六）放假调休，共3天” or “1月4日（周日）上班”; correct it and read again, or fill in the form',
  },
  'notice-number': {
    'zh-CN': '“{told}”前面没有读到“{number}、”：各个节日从“一、”起依次编号，缺的那一条照文件补上（如“{number}、元旦：……”），再读',
    en: 'No “{number}、” was read before “{told}”. The holidays are numbered from “一、” on without gaps; put in the one that is missing, written like “{number}、元旦：……”, and read again',
  },
  'notice-weekday': {
    'zh-CN': '“{said}”里的星期与{date}对不上，照文件核对',
    en: 'In “{said}” the day of the week is not that of {date}; check it against the document',
  },
  'notice-count': {
    'zh-CN': '“{said}”说共{told}天，日期数下来是{count}天，照文件核对',
    en: '“{said}” tells {told} days, and its dates make {count}; check it against the document',
  },
  'notice-scan': {
    'zh-CN': '这份PDF里没有文字，是扫描件。请把通知原文复制粘贴到下面，或者先用文字识别软件转成文字，核对后再读',
    en: 'The PDF has no text: it is a scan. Paste the words of the notice below, or make them out with a program that reads scans first, and check them',
  },
  'notice-pdf': {
    'zh-CN': '这份PDF打不开，或者超过{pages}页。请核对是不是通知本身、有没有密码，或者把通知原文复制粘贴到下面',
    en: 'The PDF cannot be opened, or has more than {pages} pages. See whether it is the notice and has no password, or paste the words of the notice below',
  },
  'not-the-notice': {
    'zh-CN': '与上面的文号不同，请照文件再输一遍',
    en: 'It is not the number given above; type it again from the document',
  },
} as const satisfies Partial<Record<FieldCode, Text>>;
