import { isKeepable, readQueryCode, Refusal } from '@gongkai/contracts';
import type { Guessing } from '../directory/guess-throttle.js';

/** Of 27 thousand million codes, a few thousand can be tried at one number in a day. */
export const CODES: Guessing = {
  table: 'code_attempt',
  column: 'number',
  limits: { pair: 5, address: 50, name: 50 },
  no: () => new Refusal('application-not-found'),
};

const LONGEST_NUMBER = 100;

const BRACKETS = ['〔〕', '()', '（）', '[]', '［］', '【】'] as const;
/** A number with each kind of brackets that its organ may write, whichever the keyboard has; the usual ones first. */
const withBrackets = (number: string): string[] =>
  BRACKETS.map(([left = '', right = '']) => number.replaceAll(/[〔[（(［【]/g, left).replaceAll(/[〕\])）］】]/g, right));

/** A number and a code that somebody typed from paper. */
export type TypedIn = {
  readonly given: string;
  /** Under which failures are counted. */
  readonly name: string;
  /** Every way in which the number may be written down. */
  readonly numbers: readonly string[];
};

/** @throws Refusal `invalid-request` for a code that cannot be one, `application-not-found` for what can be no number */
export function typedIn(typed: string, code: string): TypedIn {
  const given = readQueryCode(code);
  if (given === null) throw new Refusal('invalid-request', [{ path: 'code', code: 'mistyped-code' }]);
  const numbers = withBrackets(typed.normalize('NFKC').replaceAll(/\s/g, ''));
  const [number = ''] = numbers;
  if (number.length > LONGEST_NUMBER || !isKeepable(number)) throw CODES.no();
  return { given, name: number.replace(/号$/, ''), numbers: [...numbers, ...numbers.map((one) => `${one}号`), typed.trim()] };
}
