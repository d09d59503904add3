import { isLocalDate, type LocalDate } from '@gongkai/calendar';
import { InvalidArgumentError } from 'commander';

/** A year as it is typed. @throws InvalidArgumentError */
export function yearIn(text: string): number {
  if (!/^\d{4}$/.test(text)) throw new InvalidArgumentError('A year has four figures.');
  return Number(text);
}

/** A day as it is typed. @throws InvalidArgumentError */
export function dayIn(text: string): LocalDate {
  if (!isLocalDate(text)) throw new InvalidArgumentError('a date is needed, YYYY-MM-DD');
  return text;
}
