import { weekday, type LocalDate } from '@gongkai/calendar';
import type { Language } from '@gongkai/contracts';

/** How a day is written: `long` in sentences, `list` in rows, `short` without its weekday, `weekday` alone. */
export type DayStyle = 'long' | 'list' | 'short' | 'weekday';

type Parts = { readonly year: number; readonly month: number; readonly day: number; readonly weekday: number };

const WEEKDAYS_ZH = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'];
const WEEKDAYS_EN = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS_EN = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const zhWeekday = ({ weekday }: Parts): string => WEEKDAYS_ZH[weekday] ?? '';
const enWeekday = ({ weekday }: Parts): string => WEEKDAYS_EN[weekday] ?? '';
const zhDay = ({ month, day }: Parts): string => `${month}月${day}日`;
const enDay = ({ month, day }: Parts): string => `${day} ${MONTHS_EN[month - 1] ?? ''}`;

const STYLES: Readonly<Record<Language, Readonly<Record<DayStyle, (parts: Parts) => string>>>> = {
  'zh-CN': {
    long: (parts) => `${parts.year}年${zhDay(parts)}（${zhWeekday(parts)}）`,
    list: (parts) => `${zhDay(parts)} ${zhWeekday(parts)}`,
    short: zhDay,
    weekday: zhWeekday,
  },
  en: {
    long: (parts) => `${enWeekday(parts)} ${enDay(parts)} ${parts.year}`,
    list: (parts) => `${enWeekday(parts)} ${enDay(parts)}`,
    short: enDay,
    weekday: enWeekday,
  },
};

/** A day in words: 2026年5月29日（周五）, 5月29日 周五; Fri 29 May 2026, Fri 29 May. */
export function dayText(date: LocalDate, language: Language, style: DayStyle = 'list'): string {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return STYLES[language][style]({ year, month, day, weekday: weekday(date) });
}
