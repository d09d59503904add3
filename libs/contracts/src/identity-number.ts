/** Documents whose numbers prove themselves, as they are recorded. */
export const RESIDENT_ID = '居民身份证';
export const CREDIT_CODE = '统一社会信用代码';

const RESIDENT_NUMBER = /^\d{17}[\dX]$/i;
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = '10X98765432';

/** Whether a number has the form of a resident identity number (GB 11643): 18 places. */
export const isResidentId = (text: string): boolean => RESIDENT_NUMBER.test(text);

/** The last place of such a number, which its first 17 give (ISO 7064, MOD 11-2). */
export function checkDigitOf(text: string): string {
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(text[i]), 0);
  return CHECKS.charAt(sum % CHECKS.length);
}

/** Whether its last place is the one that the others give: tells slips of the pen, not false papers. */
export const hasCheckDigit = (text: string): boolean => checkDigitOf(text) === text.at(-1)?.toUpperCase();

/** No letter that looks like a figure or like another one. */
const CREDIT_SIGNS = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** Whether a unified social credit code (GB 32100) is one: 18 places, the last one given by the others. */
export function isCreditCode(text: string): boolean {
  const values = Array.from(text.toUpperCase(), (sign) => CREDIT_SIGNS.indexOf(sign));
  if (values.length !== 18 || values.includes(-1)) return false;
  let weight = 1;
  let sum = 0;
  for (const value of values.slice(0, -1)) {
    sum += weight * value;
    weight = (weight * 3) % CREDIT_SIGNS.length;
  }
  return (CREDIT_SIGNS.length - (sum % CREDIT_SIGNS.length)) % CREDIT_SIGNS.length === values.at(-1);
}

/** A number of a document as it is compared: however its figures were typed, and without the gaps between them. */
export const plainNumber = (text: string): string => text.normalize('NFKC').replaceAll(/[\s-]/g, '').toUpperCase();

const PROVES: Readonly<Record<string, (number: string) => boolean>> = {
  [RESIDENT_ID]: (number) => isResidentId(number) && hasCheckDigit(number),
  [CREDIT_CODE]: isCreditCode,
};

/** Whether a number cannot be the one on the document it is said to stand on: its own check digit says so. Others may be anything. */
export const contradictsItself = (document = '', number = ''): boolean =>
  number !== '' && PROVES[document]?.(plainNumber(number)) === false;
