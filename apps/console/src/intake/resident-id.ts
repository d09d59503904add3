const SHAPE = /^\d{17}[\dX]$/i;
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = '10X98765432';

/** Whether a number has the form of a resident identity number (GB 11643): 18 places. */
export const isResidentId = (text: string): boolean => SHAPE.test(text);

/** Whether its last place is the one that the others give (ISO 7064, MOD 11-2): tells slips of the pen, not false papers. */
export function hasCheckDigit(text: string): boolean {
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(text[i]), 0);
  return CHECKS[sum % CHECKS.length] === text.at(-1)?.toUpperCase();
}
