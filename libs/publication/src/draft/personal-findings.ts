import type { PersonalWord } from '@gongkai/casework';
import { hasCheckDigit, type PersonalFinding } from '@gongkai/contracts';
import { plainText } from '@gongkai/platform';

/** A text of what is to be published, and where it stands. */
export type Passage = Pick<PersonalFinding, 'where' | 'page'> & { readonly text: string };
type Found = Pick<PersonalFinding, 'what' | 'text' | 'blocks'>;

/** Names of one sign, and whatever else is as short, stand in every text. */
const LEAST = 2;
const SHOWN_PLACES = 4;

const shown = ({ what, text }: PersonalWord): string =>
  what === 'number' || what === 'phone' ? `****${text.slice(-SHOWN_PLACES)}` : text;

/** Whatever stands before and after: figures of a table may touch. Its day of birth has to be one. */
const IDENTITY_NUMBERS = /(?=(\d{6}(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dx]))/g;
const MOBILE_NUMBERS = /(?<!\d)1[3-9]\d{9}(?!\d)/g;

/** What of people who asked, and of anybody's identity card and mobile phone, stands in texts. Each is told once at a place. */
export function personalFindings(passages: readonly Passage[], personal: readonly PersonalWord[]): PersonalFinding[] {
  return passages.flatMap(({ where, page, text }) => {
    const known = plainText(text);
    const all = [...wordsIn(known, personal), ...identityNumbersIn(known), ...mobileNumbersIn(text)];
    const once = new Map<string, Found>();
    for (const one of all) if (!once.has(`${one.what} ${one.text}`)) once.set(`${one.what} ${one.text}`, one);
    return [...once.values()].map((one) => ({ where, page, ...one }));
  });
}

const wordsIn = (text: string, personal: readonly PersonalWord[]): Found[] =>
  personal
    .filter((word) => plainText(word.text).length >= LEAST && text.includes(plainText(word.text)))
    .map((word) => ({ what: word.what, text: shown(word), blocks: true }));

const identityNumbersIn = (text: string): Found[] =>
  [...text.matchAll(IDENTITY_NUMBERS)]
    .map(([, number = '']) => number.toUpperCase())
    .filter(hasCheckDigit)
    .map((number) => ({ what: 'number', text: shown({ what: 'number', text: number }), blocks: true }));

/** The mobile phone of an office is no secret: somebody has to look. */
const mobileNumbersIn = (text: string): Found[] =>
  [...text.normalize('NFKC').matchAll(MOBILE_NUMBERS)].map(([number]) => ({
    what: 'phone',
    text: shown({ what: 'phone', text: number }),
    blocks: false,
  }));
