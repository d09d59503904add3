import type { Words } from '../same-keys.js';

/** The form of a decision on an item. */
export const stepDecisions = {
  'field.ground': '不予公开的理由',
  'field.article': '依据',
  'field.reasons': '说明理由',
  'field.otherOrgan': '去哪里获取',
  'field.earlierCaseId': '此前的办件（同一申请人，可按编号查找）',
  'field.earlierNumber': '此前答复的文号',
  'field.earlierDay': '此前答复的日期',
  'hint.decideItem.earlierCaseId': '答复早于本系统的，不选办件，填下面的文号和日期',
  'missing.decideItem.earlierNumber': '写明此前答复的文号，或者选此前的办件',
  'field.decideItem.fileIds': '拟公开的文件',
  'field.decideItem.on': '决定日期',
  'hint.decideItem.article': '随决定和理由填入，可以改',
  'hint.decideItem.reasons': '写进答复书，申请人会看到',
  'field.facts': '查明的事实',
  'field.harm': '公开会造成的损害',
  'field.severability': '不能作区分处理的原因',
  'hint.decideItem.facts': '是哪一份信息（名称、日期、文号），其中哪些内容属于上述情形；写进答复书',
  'hint.decideItem.harm': '会损害谁的什么利益、怎样损害；写进答复书',
  'hint.decideItem.severability': '条例第三十七条：能够区分的，改选“部分公开”；写进答复书',
  'missing.decideItem.facts': '写明查明的事实：是哪一份信息，其中哪些内容属于不予公开的情形',
  'missing.decideItem.harm': '写明公开会损害谁的什么利益、怎样损害',
  'missing.decideItem.severability': '写明为什么不能作区分处理；能够区分的，请选“部分公开”',
} as const satisfies Words;
