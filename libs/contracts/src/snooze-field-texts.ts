import type { FieldCode } from './field-codes.js';
import type { Text } from './text.js';

/** Why a reminder cannot be put off until then, and until when it can. */
export const snoozeFieldTexts = {
  'moment-over': { 'zh-CN': '这一时刻已过，选以后的', en: 'That moment is over; choose a later one' },
  'outside-office-hours': {
    'zh-CN': '这一时刻不上班，选工作日{from}到{to}之间',
    en: 'The office is closed then; choose a moment of a working day between {from} and {to}',
  },
  'past-next-reminder': {
    'zh-CN': '{day}有下一次提醒，只能推迟到那天以前',
    en: 'The next reminder comes on {day}; put it off to a day before that',
  },
  'past-its-day': { 'zh-CN': '{day}到期，不能推迟到期满之后', en: 'It is due on {day} and cannot be put off beyond that' },
  'nothing-to-put-off': {
    'zh-CN': '这条已知悉，或者已有新的提醒，不用推迟',
    en: 'It was read, or is settled, or a later reminder has taken its place; there is nothing to put off',
  },
} as const satisfies Partial<Record<FieldCode, Text>>;
