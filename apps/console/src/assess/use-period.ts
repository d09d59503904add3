import { useWords } from '../i18n/use-words.js';

type Period = { readonly year: number; readonly quarter: number | null };

/** A period in words: 2025年, 2025年第1季度. */
export function usePeriod(): (period: Period) => string {
  const t = useWords('assess');
  return ({ year, quarter }) => (quarter === null ? t('period.year', { year }) : t('period.quarter', { year, n: quarter }));
}
