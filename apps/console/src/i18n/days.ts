import { weekday, type LocalDate } from '@gongkai/calendar';
import type { Language } from '@gongkai/contracts';

/** Ways to write a day. Every day a person has to keep is written with its weekday. */
export type DayWords = {
  /** 5月29日 / 29 May */
  readonly short: (date: string) => string;
  /** 5月29日 周五 / Fri 29 May */
  readonly listed: (date: string) => string;
  /** 2026年5月29日（周五） / Fri 29 May 2026 */
  readonly full: (date: string) => string;
  /** 5/29 / 29 May: under the ruler, where there is little room */
  readonly tick: (date: string) => string;
  /** 4月8日—4月10日 / 8 Apr – 10 Apr; one day alone is that day */
  readonly range: (from: string, to: string) => string;
  /** 4/8—4/10 / 8 Apr – 10 Apr: a range where there is little room */
  readonly tickRange: (from: string, to: string) => string;
  /** 周五 / Fri */
  readonly weekday: (date: string) => string;
  /** 2026年5月 / May 2026, of the month of a day */
  readonly month: (date: string) => string;
};

const ZH_WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六'];
const EN_WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const EN_MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const year = (date: string): string => date.slice(0, 4);
const month = (date: string): number => Number(date.slice(5, 7));
const day = (date: string): number => Number(date.slice(8, 10));
const dayOfWeek = (date: string): number => weekday(date as LocalDate);

const zhShort = (date: string): string => `${month(date)}月${day(date)}日`;
const zhWeekday = (date: string): string => `周${ZH_WEEKDAYS[dayOfWeek(date)] ?? ''}`;
const enMonth = (date: string): string => EN_MONTHS[month(date) - 1] ?? '';
const enShort = (date: string): string => `${day(date)} ${enMonth(date)}`;
const enWeekday = (date: string): string => EN_WEEKDAYS[dayOfWeek(date)] ?? '';

const SPAN: Readonly<Record<Language, string>> = { 'zh-CN': '—', en: ' – ' };
const between =
  (language: Language, said: (date: string) => string) =>
  (from: string, to: string): string =>
    from === to ? said(from) : `${said(from)}${SPAN[language]}${said(to)}`;
const zhTick = (date: string): string => `${month(date)}/${day(date)}`;

/** Days in the words of each language; all but `full` and `month` leave the year to be understood. */
export const dayWords: Readonly<Record<Language, DayWords>> = {
  'zh-CN': {
    short: zhShort,
    listed: (date) => `${zhShort(date)} ${zhWeekday(date)}`,
    full: (date) => `${year(date)}年${zhShort(date)}（${zhWeekday(date)}）`,
    tick: zhTick,
    range: between('zh-CN', zhShort),
    tickRange: between('zh-CN', zhTick),
    weekday: zhWeekday,
    month: (date) => `${year(date)}年${month(date)}月`,
  },
  en: {
    short: enShort,
    listed: (date) => `${enWeekday(date)} ${enShort(date)}`,
    full: (date) => `${enWeekday(date)} ${enShort(date)} ${year(date)}`,
    tick: enShort,
    range: between('en', enShort),
    tickRange: between('en', enShort),
    weekday: enWeekday,
    month: (date) => `${enMonth(date)} ${year(date)}`,
  },
};

const withYear: Readonly<Record<Language, (text: string, date: string) => string>> = {
  // Figures stay figures: 2027/1/7.
  'zh-CN': (text, date) => `${year(date)}${text.includes('/') ? '/' : '年'}${text}`,
  en: (text, date) => `${text} ${year(date)}`,
};

/** Days that are read on a day nobody knows: each says its year. */
export const daysWithYear = (language: Language): DayWords => daysSeenFrom('', language);

/** Days as they are read on a certain day: one of another year says its year. @param today undefined while it is not known */
export function daysSeenFrom(today: string | undefined, language: Language): DayWords {
  const words = dayWords[language];
  const said = (text: string, date: string): string =>
    today === undefined || year(today) === year(date) ? text : withYear[language](text, date);
  const short = (date: string): string => said(words.short(date), date);
  const tick = (date: string): string => said(words.tick(date), date);
  return {
    ...words,
    short,
    listed: (date) => said(words.listed(date), date),
    range: (from, to) => (year(from) === year(to) ? said(words.range(from, to), from) : between(language, short)(from, to)),
    tickRange: (from, to) =>
      year(from) === year(to) ? said(words.tickRange(from, to), from) : between(language, tick)(from, to),
  };
}
