import type { ProblemCode } from './problems.js';
import type { Text } from './text.js';

/** What is said of trainings, assessments, what has to be put right after them, and of requests to correct a record. */
export const assessmentProblemTexts = {
  'assessor-scope': {
    'zh-CN': '第三方评估人员只能查看考核需要的内容，看不到办件和个人信息',
    en: 'A third-party assessor sees what an assessment needs, and no case and no personal data',
  },
  'assessment-exists': {
    'zh-CN': '这一期的考核已经有了，请打开它',
    en: 'There is an assessment of this period already; open that one',
  },
  'assessment-open': {
    'zh-CN': '考核期到{to}为止，期满后才能告知',
    en: 'The period lasts until {to}; it is told once that is over',
  },
  'assessment-settled': {
    'zh-CN': '现在不能这样处理：草稿先告知，告知后才能定稿，定稿后不再修改',
    en: 'That is not open now: a draft is told to its organ first, then settled, and changed no more',
  },
  'assessment-not-settled': {
    'zh-CN': '考核定稿后才能列整改事项',
    en: 'What is to be put right is listed once the assessment is settled',
  },
  'assessment-own': {
    'zh-CN': '自己评定的内容不能自己定稿，请另一人定稿',
    en: 'Nobody settles what they have entered; ask somebody else',
  },
  'assessment-lacks': {
    'zh-CN': '还有指标没有评定或没有佐证材料，补齐后再告知',
    en: 'Some indicators are not judged or have no evidence; complete them, then tell the organ',
  },
  'assessment-changed': {
    'zh-CN': '考核内容已被他人改动，请重新载入',
    en: 'Somebody else has changed this assessment; load it again',
  },
  'rectification-settled': {
    'zh-CN': '现在不能这样处理：整改事项已答复或已销号',
    en: 'That is not open now: it has been answered or closed',
  },
  'rectification-changed': {
    'zh-CN': '整改事项已被他人改动，请重新载入',
    en: 'Somebody else has changed this; load it again',
  },
  'record-settled': {
    'zh-CN': '更正申请办到这里，现在不能这样处理，请重新载入',
    en: 'The request to correct a record does not stand where this can be done; load it again',
  },
  'record-changed': {
    'zh-CN': '更正申请已被他人改动，请重新载入',
    en: 'Somebody else has changed this request; load it again',
  },
  'record-own-draft': {
    'zh-CN': '自己拟的处理意见不能自己签发，请另一人签发',
    en: 'Nobody signs what they drafted; ask somebody else',
  },
  'training-removed': {
    'zh-CN': '这次培训已从台账删除，不能再改',
    en: 'This training has been removed from the register and stays as it is',
  },
  'training-changed': {
    'zh-CN': '这次培训的记录已被他人改动，请重新载入',
    en: 'Somebody else has changed this training; load it again',
  },
} as const satisfies Partial<Record<ProblemCode, Text>>;
