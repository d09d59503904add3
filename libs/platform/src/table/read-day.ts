import { isLocalDate, localDate, type LocalDate } from '@gongkai/calendar';

const APART = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(.*)$/s;
const TOGETHER = /^(\d{4})(\d{2})(\d{2})()$/;

/** A day as people write it: 2026-05-07, 2026/5/7, 2026.5.7, 2026年5月7日, 20260507; a time of day behind it is left to the caller. */
export function dayIn(text: string): { readonly day: LocalDate; readonly rest: string } | null {
  const found = APART.exec(text.trim()) ?? TOGETHER.exec(text.trim());
  const [, year = '', month = '', date = '', rest = ''] = found ?? [];
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isLocalDate(day) ? { day: localDate(day), rest: rest.trim() } : null;
}
