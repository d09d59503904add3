import type { Text } from './text.js';

/** How a draft for publication or a redaction stands when something is refused for it: what it waits for, and who changes that. */
export const settledTexts = {
  'publication-draft': {
    'zh-CN': '公开稿还没有送审：承办人先送审，审查通过后再公开',
    en: 'The draft has not been submitted: the caseworker submits it, and it is published once its review is passed',
  },
  'publication-reviewing': {
    'zh-CN': '公开稿正在审查：要改，请审查人先退回；审查通过后才能公开',
    en: 'The draft is under review: to change it, have the reviewer return it; it is published once the review is passed',
  },
  'publication-reviewed': {
    'zh-CN': '公开稿已经审查通过，等审批人公开：要改，请审查人或审批人先退回',
    en: 'The draft has passed its review and waits for the approver to publish it: to change it, have the reviewer or the approver return it',
  },
  'publication-published': {
    'zh-CN': '公开稿已经公开，不能再动：要改正，先在公开目录撤下，再另拟一份',
    en: 'It is published and stays as it is: to correct it, withdraw it in the catalogue and begin another draft',
  },
  'publication-dropped': {
    'zh-CN': '公开稿已经放弃，不能再动：仍要公开的，另拟一份',
    en: 'The draft was given up: where it is to be published after all, begin another one',
  },
  'redaction-marking': {
    'zh-CN': '遮盖标记还没有送复核：承办人标完后先送复核',
    en: 'The marks have not been submitted: the caseworker submits them to a second person first',
  },
  'redaction-unreadable': {
    'zh-CN': '文件打不开，还不能标记：先点“重试”，仍打不开的换一份文件',
    en: 'The file could not be opened, and nothing can be marked in it: let it be tried again, or take another file',
  },
  'redaction-checking': {
    'zh-CN': '遮盖标记已送复核：要改标记，请复核人先退回',
    en: 'The marks are with the second person: to change them, have them returned',
  },
  'redaction-burning': {
    'zh-CN': '遮盖已复核，公开版正在生成：等它生成，要改标记请复核人退回',
    en: 'The marks are approved and the redacted file is being made: wait for it, or have the marks returned to change them',
  },
  'redaction-burnt': {
    'zh-CN': '公开版已经生成，不能再改：要另行遮盖的，对原文件重新开始一次遮盖',
    en: 'The redacted file has been made and stays as it is: to redact otherwise, begin anew with the original',
  },
  'redaction-failed': {
    'zh-CN': '公开版没有生成：承办人先点“重试”',
    en: 'The redacted file could not be made: the caseworker lets it be tried again first',
  },
} as const satisfies Readonly<Record<string, Text>>;

/** How it stands. */
export type Settled = keyof typeof settledTexts;
