import { bigramsOf } from '../queries/bigrams.js';

/** What stands in most applications and tells nothing of what is asked for. */
const USUAL = [
  '申请',
  '请公',
  '公开',
  '信息',
  '政府',
  '政务',
  '关于',
  '相关',
  '有关',
  '本人',
  '要求',
  '提供',
  '内容',
  '材料',
  '文件',
  '资料',
];
const usual = new Set(USUAL.flatMap((word) => bigramsOf(word)));

/** All years begin alike. */
const isOfNumber = (pair: string): boolean => /^\d\d$/.test(pair);

/** Pairs of neighbouring signs that say what is asked for. */
export const tellingPairs = (text: string): ReadonlySet<string> =>
  new Set(bigramsOf(text).filter((pair) => !usual.has(pair) && !isOfNumber(pair)));

/** By how much two texts ask for the same, in percent: twice the pairs they share, of the pairs of both (Dice). */
export function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const pairs = one.size + other.size;
  const shared = [...one].filter((pair) => other.has(pair)).length;
  return pairs === 0 ? 0 : Math.round((200 * shared) / pairs);
}

/** The pairs by which candidates are looked for: the rarest, as far as the database has counted them. */
export function rarest(pairs: ReadonlySet<string>, frequencies: ReadonlyMap<string, number>, most: number): string[] {
  const frequency = (pair: string): number => frequencies.get(pair) ?? 0;
  return [...pairs].sort((a, b) => frequency(a) - frequency(b)).slice(0, most);
}

/**
 * Of pairs, the rarest first, as many as bring about so many requests at most; one that is known to occur in any case: what was never
 * counted may occur nowhere. @param times each occurs
 */
export function fewest(pairs: readonly string[], times: ReadonlyMap<string, number>, most: number): string[] {
  let sum = 0;
  return pairs.filter((pair) => {
    const isFirst = sum === 0;
    sum += times.get(pair) ?? 0;
    return isFirst || sum <= most;
  });
}
