import type { Text } from './text.js';

/** What is wrong with who acts for whom, in an absence or by a delegation of sign-off, and what to do. */
export const delegationTexts = {
  'substitutes-in-a-ring': {
    'zh-CN':
      '{from}至{to}，所选代办人也休假，且其代办人正是休假人本人（或由其代办的人），这几天无人办理：请另选代办人，或者先调整对方的休假',
    en: 'From {from} to {to} the substitute that was chosen is away too, and would be stood in for by the very person whose absence this is, or by somebody that person stands in for: nobody would be there. Choose another substitute, or have the other absence changed first',
  },
  'delegations-in-a-ring': {
    'zh-CN':
      '{from}起，所选受托人的审批也委托给了本人（或者由本人代为审批的人），互相代签等于无人把关：请另选受托人，或者先撤回对方的委托',
    en: 'From {from} the delegate that was chosen has delegated to this very person, or to somebody whose delegations lead back here: who sign for each other check nobody. Choose another delegate, or have the other delegation revoked first',
  },
  'delegation-overlaps': {
    'zh-CN': '{from}起已委托{name}代为审批，先撤回那一份',
    en: 'From {from} it is delegated to {name} already; revoke that first',
  },
  'delegation-to-oneself': {
    'zh-CN': '不能委托给自己：由本人或者另一位管理员办理',
    en: 'Nobody delegates to themselves; that person or another administrator does it',
  },
  'delegate-without-post': {
    'zh-CN': '受托人须是本机关有审批岗位的人，换一位',
    en: 'The delegate has to hold the post of an approver in the organ; choose another person',
  },
  'delegate-only-bearer': {
    'zh-CN': '{name}是唯一的{post}，同一份稿件的两步不能由同一人审批：委托给别人，或者由管理员先增加一位{post}',
    en: '{name} is the only one who signs as {post}, and two steps of a draft are two people’s: delegate to somebody else, or have an administrator give that title to another approver first',
  },
  'delegates-nothing': {
    'zh-CN': '这一天不是审批人，没有可以委托的审批',
    en: 'They are no approver on that day, so there is nothing to delegate',
  },
  'principal-to-choose': {
    'zh-CN': '受几个人委托，选明这一次代谁办理',
    en: 'Several people have delegated this; choose in whose place it is done',
  },
  'not-delegated': {
    'zh-CN': '这个人没有委托你代为审批，选一个委托了你的人',
    en: 'They have delegated nothing to you; choose somebody who has',
  },
} as const satisfies Readonly<Record<string, Text>>;
