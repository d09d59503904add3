import type { Words } from '../same-keys.js';

/** Who signs in whose place. */
export const delegation = {
  title: '委托审批',
  what: '委托期间，受托人代为审批、签发和退回；不能转委托，也不能审批委托人或者自己起草的稿件。',
  none: '没有委托过他人审批，也没有受人委托。',
  'to-other': '委托{{name}}代为审批',
  'from-other': '受{{name}}委托代为审批',
  'open-end': '{{day}}起，至撤回为止',
  granted: '{{day}}由{{name}}办理：{{reason}}',
  'state.to_come': '未开始',
  'state.in_force': '生效中',
  'state.over': '已到期',
  'state.revoked': '已撤回',
  delegate: '受托人',
  from: '从',
  to: '到（含当天，不填则至撤回为止）',
  reason: '理由',
  grant: '委托',
  revoke: '撤回',
  'revoke-title': '撤回对{{name}}的委托',
  'revoked-now': '{{name}}从现在起不能再代为审批。',
  'done-stands': '已经代为审批的仍然有效，经过里写明是代谁。',
} as const satisfies Words;
