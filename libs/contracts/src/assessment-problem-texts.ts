import type { ProblemCode } from './problems.js';
import type { Text } from './text.js';

/** What is said of trainings, assessments and what has to be put right after them. */
export const assessmentProblemTexts = {
  'training-removed': {
    'zh-CN': '这次培训已从台账删除，不能再改',
    en: 'This training has been removed from the register and stays as it is',
  },
  'training-changed': {
    'zh-CN': '这次培训的记录已被他人改动，请重新载入',
    en: 'Somebody else has changed this training; load it again',
  },
} as const satisfies Partial<Record<ProblemCode, Text>>;
