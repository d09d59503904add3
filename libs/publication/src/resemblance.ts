import { tellingPairs } from '@gongkai/casework';

/** What is asked for, or what an entry tells, by its pairs of neighbouring signs. */
type Pairs = ReadonlySet<string>;

/** Pairs that two texts have to share: one is chance. */
const LEAST = 2;
/** Pairs from which a title is a name of its own: 通知 is none. */
const A_NAME = 4;

const sharedBy = (one: Pairs, other: Pairs): number => [...one].filter((pair) => other.has(pair)).length;

/**
 * How far an entry answers to what is asked for, in percent. People write two words or a page, and titles begin with the name of an
 * organ: so it counts which part of the question the entry tells of, or which part of its title the question names, whichever is more.
 */
export function resemblance(asked: Pairs, { title, summary }: { readonly title: string; readonly summary: string }): number {
  const whole = tellingPairs(`${title}\n${summary}`);
  const name = tellingPairs(title);
  const shared = sharedBy(asked, whole);
  if (shared < Math.min(LEAST, asked.size) || asked.size === 0) return 0;
  const told = shared / asked.size;
  const named = name.size < A_NAME ? 0 : sharedBy(asked, name) / name.size;
  return Math.round(100 * Math.max(told, named));
}

const yearsIn = (text: string): readonly string[] => text.match(/(?:19|20)\d\d(?=\s*年)/g) ?? [];

/** Whether an entry is of a year that is asked for: the budgets of all years are alike. */
export const isOfAskedYear = (asked: string, title: string): boolean => {
  const years = yearsIn(asked);
  return years.length > 0 && yearsIn(title).some((year) => years.includes(year));
};
