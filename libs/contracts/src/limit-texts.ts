import type { LocalDate } from '@gongkai/calendar';
import { dayInWords } from './day-texts.js';
import { fill, type Language, type Text } from './text.js';

/** What the law allows of a step, said before anybody takes it. */
const limitTexts = {
  'sent-by': { 'zh-CN': '{until}前发出', en: 'out by {until}' },
  'sent-by-once': { 'zh-CN': '{until}前发出，只能一次告知', en: 'out by {until}, and only once' },
  'sent-by-within': { 'zh-CN': '最多{days}个工作日，{until}前发出', en: 'at most {days} working days, out by {until}' },
  'sent-earlier': {
    'zh-CN': '今天发出已逾期，只能登记{until}前已发出的',
    en: 'too late to go out today; only what was sent by {until} can be recorded',
  },
  'received-by': { 'zh-CN': '{until}前提交', en: 'received by {until}' },
  'received-earlier': {
    'zh-CN': '今天收到已逾期，只能登记{until}前已收到的',
    en: 'too late today; only what was received by {until} can be recorded',
  },
  'posted-by': { 'zh-CN': '{until}前提交或交邮', en: 'received or posted by {until}' },
  'posted-earlier': {
    'zh-CN': '只能登记{until}前已收到或已交邮的',
    en: 'only what was received or posted by {until} can be recorded',
  },
  'paid-by': { 'zh-CN': '应缴{amount}元，{until}前缴纳', en: '{amount} yuan, paid by {until}' },
  'paid-earlier': {
    'zh-CN': '应缴{amount}元，只能登记{until}前已缴的',
    en: '{amount} yuan; only what was paid by {until} can be recorded',
  },
  'again-by': { 'zh-CN': '退回后{until}前再次送达', en: 'came back; to be served again by {until}' },
  'again-late': { 'zh-CN': '退回后应在{until}前再次送达，已过', en: 'came back; it was to be served again by {until}' },
  'reply-by': { 'zh-CN': '{until}期满', en: 'due {until}' },
  'reply-overdue': { 'zh-CN': '已于{until}期满，仍须答复', en: 'was due {until}; the reply is still owed' },
} as const satisfies Record<string, Text>;

/** Which limit, and what it says. */
export type Limit = {
  readonly key: keyof typeof limitTexts;
  /** The last day the law takes. */
  readonly until: LocalDate;
  /** Whether that day rests on a calendar that is not published. */
  readonly provisional?: boolean;
  readonly facts?: Readonly<Record<string, string | number>>;
};

/** The limit in words. @param today a day of another year is told with its year */
export const limitOf = ({ key, until, provisional, facts }: Limit, language: Language, today: LocalDate): string =>
  fill(limitTexts[key][language], { ...facts, until: dayInWords(until, language, today, provisional) });
