import type { LocalDate } from '@gongkai/calendar';

/** A day as an official paper writes it (GB/T 9704-2012, 7.3.5): 2026年3月2日, without zeros in front. */
export function dayText(day: LocalDate | null | undefined): string | undefined {
  if (day === null || day === undefined) return undefined;
  const [year = '', month = '', date = ''] = day.split('-');
  return `${year}年${String(Number(month))}月${String(Number(date))}日`;
}

/** The earlier of two days, where both are known. */
export const earlier = (a: LocalDate, b: LocalDate | null): LocalDate => (b !== null && b < a ? b : a);

const DIGITS = '零一二三四五六七八九';

/** Below 100, as items are numbered: 一, 十, 二十三. */
export function ordinal(value: number): string {
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  const ten = tens === 0 ? '' : `${tens === 1 ? '' : DIGITS.charAt(tens)}十`;
  return `${ten}${ones === 0 ? '' : DIGITS.charAt(ones)}`;
}
