import { plainNumber } from './identity-number.js';

/** What a number of a postal item looks like: as it should, with a slip of the pen in it, or like none. */
export type PostalReading = 'right' | 'mistyped' | 'unlike';

/** Two letters, nine figures of which the last follows from the others, and the country (UPU S10). */
const ABROAD_TOO = /^[A-Z]{2}(\d{8})(\d)[A-Z]{2}$/;
/** Items of China Post within the country: 13 places, with or without two letters before; nothing in them proves itself. */
const WITHIN = /^(?:\d{13}|[A-Z]{2}\d{11})$/;
const WEIGHTS = [8, 6, 4, 2, 3, 5, 9, 7];

/** How a number of EMS or of registered mail reads. What it says is a hint: the number is what stands on the slip. */
export function postalReading(text: string): PostalReading {
  const number = plainNumber(text);
  const [, figures, check] = ABROAD_TOO.exec(number) ?? [];
  if (figures !== undefined) return s10CheckOf(figures) === Number(check) ? 'right' : 'mistyped';
  return WITHIN.test(number) ? 'right' : 'unlike';
}

/** What is left of eleven; ten is written as 0, and eleven as 5. */
function s10CheckOf(figures: string): number {
  const left = 11 - (WEIGHTS.reduce((sum, weight, i) => sum + weight * Number(figures[i]), 0) % 11);
  return left > 9 ? (left === 10 ? 0 : 5) : left;
}
