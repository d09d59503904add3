import { isLocalDate, weekday, yearOf, type LocalDate } from '@gongkai/calendar';
import { articleText } from './article-text.js';
import type { Language, Text } from './text.js';

const WEEKDAYS = '日一二三四五六';
const SHORT_WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

const PROVISIONAL: Text = { 'zh-CN': '，暂定', en: ' (provisional)' };

/**
 * A day as people write it within a sentence, e.g. 11月19日（周四） or Thu 19 Nov.
 * @param today a day of another year is told with its year; so is every day where the office's is not known
 * @param isEstimate whether it rests on a calendar that is not published: it is never told without saying so
 */
export function dayInWords(day: LocalDate, language: Language, today?: LocalDate, isEstimate = false): string {
  const [year, month, date] = [yearOf(day), Number(day.slice(5, 7)), Number(day.slice(8, 10))];
  const isThisYear = today !== undefined && yearOf(today) === year;
  const mark = isEstimate ? PROVISIONAL[language] : '';
  if (language === 'zh-CN')
    return `${isThisYear ? '' : `${String(year)}年`}${String(month)}月${String(date)}日（周${WEEKDAYS[weekday(day)] ?? ''}${mark}）`;
  const words = [SHORT_WEEKDAYS[weekday(day)], date, MONTHS[month - 1], isThisYear ? '' : year];
  return `${words.join(' ').trimEnd()}${mark}`;
}

type Facts = Readonly<Record<string, string | number>>;

/** What people have typed is told as they typed it. */
const TYPED: ReadonlySet<string> = new Set(['name', 'value', 'id', 'options', 'expected']);

/** The facts of a sentence with their days and provisions in words. @param estimates names of those that are days of an unpublished calendar */
export const factsInWords = (facts: Facts, language: Language, today?: LocalDate, estimates: readonly string[] = []): Facts =>
  Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => [
      name,
      !TYPED.has(name) && isLocalDate(fact)
        ? dayInWords(fact, language, today, estimates.includes(name))
        : provisionsIn(name, fact, language),
    ]),
  );

/** Provisions are told as they are cited in the language: a fact of that name has them as the pack does, several parted by semicolons. */
const provisionsIn = (name: string, fact: string | number, language: Language): string | number =>
  name === 'articles' ? articleText(String(fact), language) : fact;
