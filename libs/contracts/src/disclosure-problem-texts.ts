import type { Text } from './text.js';

/** What refusals about published information, and what is to be, say to people. */
export const disclosureProblemTexts = {
  'disclosure-withdrawn': {
    'zh-CN': '这条信息已于{on}撤下：{reason}',
    en: 'This was withdrawn on {on}: {reason}',
  },
  'proposal-settled': {
    'zh-CN': '这条送审的信息已经办结，刷新后查看',
    en: 'This was confirmed or given back already; read the list again',
  },
  'proposal-other-bytes': {
    'zh-CN': '审查的不是这个文件和这些文字，刷新后重新查看',
    en: 'What was looked at is not this file and these words; read it again',
  },
  'proposal-not-clean': {
    'zh-CN': '文件还没有逐页查看完，或者写有不能公开的个人信息：先查看完，有个人信息的退回',
    en: 'Its file was not looked through to the end, or tells something of a person that is not published: look on, or give it back',
  },
  'disclosure-stands': {
    'zh-CN': '这条信息没有撤下',
    en: 'This was not withdrawn',
  },
  'withdrawn-by-another': {
    'zh-CN': '由{by}撤下，只有{by}可以恢复',
    en: 'Withdrawn by {by}, who alone can take that back',
  },
  'nothing-missing': {
    'zh-CN': '这一类在这一年没有缺口，不用说明',
    en: 'Of this kind nothing is missing in this year, so there is nothing to state',
  },
  'formed-ended': {
    'zh-CN': '这条待公开信息已由{by}办结，刷新后查看',
    en: 'This was settled by {by} already; read the list again',
  },
  'formed-open': { 'zh-CN': '这条待公开信息还没有办结', en: 'This was not settled' },
} as const satisfies Readonly<Record<string, Text>>;
