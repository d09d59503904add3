import type { Text } from './text.js';

/** What is wrong with a post that somebody is given, and what to do. */
export const postFieldTexts = {
  'approvers-only': { 'zh-CN': '公开办负责人须是审批人', en: 'Only an approver can head the OGI unit' },
  'post-overlaps': {
    'zh-CN': '{from}起已有这一角色，先改那一条的截止日',
    en: 'This role is already held from {from}; change the end of that post first',
  },
  'posts-apart': {
    'zh-CN':
      '{from}起已有另一个岗位：系统管理员和审计员不能由同一人兼任（等级保护要求管理与审计分离）。请另选一人，或者先结束那一个岗位',
    en: 'From {from} they hold the other of two posts that one person may not hold: administrator and auditor. Who is looked at does not look. Choose somebody else, or end that post first',
  },
} as const satisfies Readonly<Record<string, Text>>;
