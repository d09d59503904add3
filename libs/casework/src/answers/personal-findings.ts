import { hasCheckDigit, plainNumber, type PersonalFinding } from '@gongkai/contracts';
import { plainText } from '@gongkai/platform';
import type { PersonalWord } from './answered-case.js';

/** A text of what is to be published, or goes out, and where it stands. */
export type Passage = Pick<PersonalFinding, 'where' | 'page'> & { readonly text: string };
type Found = Pick<PersonalFinding, 'what' | 'text' | 'blocks'> & { readonly plain: string };
type PersonalMatch = PersonalFinding & { readonly plain: string };

/** Names of one sign, and whatever else is as short, stand in every text. */
const LEAST = 2;
const SHOWN_PLACES = 4;

const shown = ({ what, text }: PersonalWord): string =>
  what === 'number' || what === 'phone' ? `****${text.slice(-SHOWN_PLACES)}` : text;

/** Whatever stands before and after: figures of a table may touch. Its day of birth has to be one. */
const IDENTITY_NUMBERS = /(?=(\d{6}(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dx]))/g;
/** The same by itself, as people write it: alone between other signs, perhaps with a gap before and after the day of birth. */
const TYPED_NUMBERS = /(?<![\dx])[1-8]\d{5}[ -]?(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[ -]?\d{3}[\dx](?![\dx])/gi;
const MOBILE_NUMBERS = /(?<!\d)1[3-9]\d{9}(?!\d)/g;

/** What of people who asked, and of anybody's identity card and mobile phone, stands in texts. Each is told once at a place. */
export const personalFindings = (passages: readonly Passage[], personal: readonly PersonalWord[]): PersonalFinding[] =>
  passages.flatMap((passage) =>
    onceBy(personalMatches([passage], personal), ({ what, text }) => `${what} ${text}`).map(
      ({ plain: _, ...finding }) => finding,
    ),
  );

/** The same with all of it as it is compared, for who tells one from another that ends alike; never to be shown. */
export const personalMatches = (passages: readonly Passage[], personal: readonly PersonalWord[]): readonly PersonalMatch[] =>
  passages.flatMap(({ where, page, text }) => {
    const known = plainText(text);
    const all = [...wordsIn(known, personal), ...identityNumbersIn(known), ...mistypedNumbersIn(text), ...mobileNumbersIn(text)];
    return onceBy(all, ({ what, plain }) => `${what} ${plain}`).map((one) => ({ where, page, ...one }));
  });

/** The first of each key. */
function onceBy<One>(all: readonly One[], keyOf: (one: One) => string): One[] {
  const once = new Map<string, One>();
  for (const one of all) if (!once.has(keyOf(one))) once.set(keyOf(one), one);
  return [...once.values()];
}

/** Words as texts are searched for them: by their first signs, for an office knows thousands of people. */
type Known = ReadonlyMap<string, readonly { readonly word: PersonalWord; readonly plain: string }[]>;
const KNOWN = new WeakMap<readonly PersonalWord[], Known>();

function knownOf(personal: readonly PersonalWord[]): Known {
  const before = KNOWN.get(personal);
  if (before !== undefined) return before;
  const known = new Map<string, { readonly word: PersonalWord; readonly plain: string }[]>();
  for (const word of personal) {
    const plain = plainText(word.text);
    const head = plain.slice(0, LEAST);
    if (plain.length >= LEAST) known.set(head, [...(known.get(head) ?? []), { word, plain }]);
  }
  KNOWN.set(personal, known);
  return known;
}

function wordsIn(text: string, personal: readonly PersonalWord[]): Found[] {
  const known = knownOf(personal);
  const found = new Set<PersonalWord>();
  for (let at = 0; at + LEAST <= text.length; at += 1)
    for (const { word, plain } of known.get(text.slice(at, at + LEAST)) ?? []) if (text.startsWith(plain, at)) found.add(word);
  return personal
    .filter((word) => found.has(word))
    .map((word) => ({
      // The same word can stand for something else elsewhere: of what was withheld somebody has to look.
      ...{ what: word.what, text: shown(word), blocks: word.what !== 'withheld' },
      plain: plainText(word.text),
    }));
}

const identityNumbersIn = (text: string): Found[] =>
  [...text.matchAll(IDENTITY_NUMBERS)]
    .map(([, number = '']) => number.toUpperCase())
    .filter(hasCheckDigit)
    .map((number) => numberFound(number, true));

/** With a slip of the pen in it, it is still that of somebody; or another number that looks like one: somebody has to look (GB 11643). */
const mistypedNumbersIn = (text: string): Found[] =>
  [...text.normalize('NFKC').matchAll(TYPED_NUMBERS)]
    .map(([number]) => plainNumber(number))
    .filter((number) => !hasCheckDigit(number))
    .map((number) => numberFound(number, false));

const numberFound = (number: string, blocks: boolean): Found => ({
  ...{ what: 'number', text: shown({ what: 'number', text: number }), blocks },
  plain: plainText(number),
});

/** The mobile phone of an office is no secret: somebody has to look. */
const mobileNumbersIn = (text: string): Found[] =>
  [...text.normalize('NFKC').matchAll(MOBILE_NUMBERS)].map(([number]) => ({
    what: 'phone',
    text: shown({ what: 'phone', text: number }),
    blocks: false,
    plain: number,
  }));
