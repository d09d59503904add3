import { textsOf } from '../content/paper.js';
import type { Check } from './finding.js';

/** A mobile phone, or a number with the code of its place, wherever it stands; and whatever is called a telephone. */
const MOBILE = String.raw`(?<!\d)1[3-9]\d{9}(?!\d)`;
const OF_A_PLACE = String.raw`(?<![\d-])0\d{2,3}[)）]?[-—–－]\d{7,8}(?!\d)`;
const CALLED = /(?:电话|热线|传真|手机|致电|拨打|联系方式|Tel)[^\d。；;\n]{0,8}((?:\d[\d()（） —–－-]{1,16}\d)(?:转\d{1,6})?)/giu;
const ANYWHERE = new RegExp(`${MOBILE}|${OF_A_PLACE}`, 'gu');
const ADDRESS = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu;

/** Places of a number without the code of its place: those behind are the same telephone. */
const LOCAL = 7;

/** As it is compared: its figures, without an extension. */
const figuresOf = (number: string): string => number.replace(/转.*$/u, '').replaceAll(/\D/gu, '');

/** Telephones, fax numbers and addresses of e-mail that stand in a text, as they are written. */
function contactsIn(given: string): readonly string[] {
  const text = given.normalize('NFKC');
  const called = [...text.matchAll(CALLED)].map(([, number = '']) => number.trim());
  return [...new Set([...called, ...(text.match(ANYWHERE) ?? []), ...(text.match(ADDRESS) ?? [])])];
}

/** Whether both are the same: with the code of its place, or without. */
function isSame(one: string, other: string): boolean {
  if (one.includes('@') || other.includes('@')) return one.toLowerCase() === other.toLowerCase();
  const [some, more] = [figuresOf(one), figuresOf(other)];
  return some === more || (Math.min(some.length, more.length) >= LOCAL && (some.endsWith(more) || more.endsWith(some)));
}

/** Whom to ask is whom the guide of the organ names, or the decision (REG 36(5)): nobody is sent to a telephone that nobody answers for. */
export const contacts: Check = (text, { paper, reached }) => {
  const known = contactsIn([...textsOf(paper), ...reached].join('\n'));
  const strange = (given: string): readonly string[] =>
    contactsIn(given).filter((one) => !known.some((other) => isSame(one, other)));
  // A line may end within a number, and another number begin on the next.
  const whole = strange(text.replaceAll('\n', ''));
  return whole.length === 0
    ? []
    : strange(text).map((one) => ({ code: 'reply-says-contact', text: one, told: known.join('、') }));
};
