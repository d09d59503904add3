import { textsOf } from '../content/paper.js';
import { decisionPhrases } from './decision-phrases.js';
import type { Check, Expected, ExpectedItem, Finding } from './finding.js';
import { sentencesOf } from './remedy-sentences.js';
import { timesSaid, turnedIn } from './sense.js';
import { figured, squeezed } from './squeezed.js';

/** What is told before the first of several items, and of each from its heading to that of the next; null of one that is not named. */
type Sections = { readonly before: string; readonly items: readonly (string | null)[] };

/** Whether every item stands under a heading of its own, in its order: what says otherwise cannot be told apart. */
const isWhole = ({ items: sections }: Sections): boolean => sections.every((section) => section !== null);

/** A text up to where it tells of remedies: they follow the last item. */
function answerOf(text: string, { paper: { blocks } }: Expected): string {
  const starts = blocks
    .flatMap((block) => (block.type === 'paragraph' && block.about === 'remedies' ? [figured(block.text)] : []))
    .map((remedy) => text.indexOf(remedy))
    .filter((at) => at >= 0);
  return starts.length === 0 ? text : text.slice(0, Math.min(...starts));
}

/** The words of a heading, with whatever marks between them. */
const anyMarks = (heading: string): RegExp =>
  new RegExp(Array.from(squeezed(heading).replaceAll('。', '')).join(String.raw`[\p{P}\p{S}]*`), 'gu');

/** Where a line of a text begins once it is figured. */
const LINE = '\u0001';
const withLines = (text: string): string =>
  text
    .split('\n')
    .map(figured)
    .filter((line) => line !== '')
    .join(LINE);

/** Where headings of an item begin: with its number wherever it stands, without it at the head of a line. */
function headingsOf({ no, description }: ExpectedItem, text: string): readonly number[] {
  const plain = text.replaceAll(LINE, '');
  const heads = new Set<number>([0]);
  let at = 0;
  for (const line of text.split(LINE)) heads.add((at += line.length));
  const numbered = [...plain.matchAll(anyMarks(`${no ?? ''}、${description}`))].map(({ index }) => index);
  const alone = [...plain.matchAll(anyMarks(description))].map(({ index }) => index).filter((index) => heads.has(index));
  return [...new Set([...numbered, ...alone])].sort((one, other) => one - other);
}

type Places = readonly (readonly number[])[];

/** The first heading of each behind that of the one before; -1 of one without. */
function firstOf(places: Places): readonly number[] {
  let from = -1;
  return places.map((some) => {
    const found = some.find((at) => at > from) ?? -1;
    if (found >= 0) from = found;
    return found;
  });
}

/** The last heading of each before that of the next: a list of what was asked for may stand before the answers. */
function lastOf(places: Places): readonly number[] {
  let until = Infinity;
  return places
    .toReversed()
    .map((some) => {
      const found = some.findLast((at) => at < until) ?? -1;
      if (found >= 0) until = found;
      return found;
    })
    .toReversed();
}

const cutAt = (text: string, starts: readonly number[]): Sections => ({
  before: text.slice(0, starts.find((at) => at >= 0) ?? 0),
  items: starts.map((at, i) =>
    at < 0
      ? null
      : text.slice(
          at,
          starts.slice(i + 1).find((next) => next >= 0),
        ),
  ),
});

/** The ways in which a text can be cut into its items; one where there is nothing to choose. */
function cutsOf(given: string, expected: Expected): readonly Sections[] {
  const text = answerOf(figured(given), expected);
  const { items } = expected;
  if (items.length < 2) return [{ before: '', items: items.map(() => text) }];
  const places = items.map((item) => headingsOf(item, withLines(given)).filter((at) => at < text.length));
  return [firstOf, lastOf].map((choose) => cutAt(text, choose(places)));
}

/** What is told of each item: that it is this decision and no other, with its reasons (REG 36, 37). */
export const items: Check = (text, expected) => {
  const [told = NOTHING] = cutsOf(textsOf(expected.paper).join('\n'), expected);
  const [first = [], ...others] = cutsOf(text, expected).map((said) => problemsOf({ said, told, text }, expected));
  return others.reduce((best, one) => (one.length < best.length ? one : best), first);
};

const NOTHING: Sections = { before: '', items: [] };

type Cut = { readonly said: Sections; readonly told: Sections; readonly text: string };

function problemsOf({ said, told, text }: Cut, expected: Expected): readonly Finding[] {
  const isMixed = new Set(expected.items.map(({ code }) => code)).size > 1;
  const own = expected.items.flatMap((item, i): readonly Finding[] => {
    const section = said.items[i] ?? null;
    if (section === null && isMixed) return [{ code: 'reply-lacks-item', text: item.description, ...whereIs(item) }];
    const held = { item, said: section ?? text, told: told.items[i] ?? '' };
    return [...senseOf(held, expected), ...reasonsOf(held)];
  });
  return isMixed && isWhole(said) ? [...ahead(said, told, expected), ...own] : own;
}

/** Before the first of several items nothing is decided: it would be read as being of all. */
const ahead = (said: Sections, told: Sections, expected: Expected): readonly Finding[] =>
  decisionPhrases(expected)
    .filter((phrase) => timesSaid(phrase, said.before) > timesSaid(phrase, told.before))
    .map((phrase) => ({ code: 'reply-says-sense', text: phrase, told: '分别答复如下', zh: '', en: '' }));

type Held = { readonly item: ExpectedItem; readonly said: string; readonly told: string };

const whereIs = ({ no }: ExpectedItem) => (no === null ? { zh: '', en: '' } : { zh: `第${no}项`, en: `, item ${no},` });

function senseOf({ item, said, told }: Held, { grounds: { decisions } }: Expected): readonly Finding[] {
  const { name, sense } = decisions[item.code];
  const { lacks, says } = turnedIn(said, sense, told);
  const where = whereIs(item);
  return [
    ...lacks.map((phrases) => ({ code: 'reply-lacks-sense', text: phrases.join('”或者“'), told: name.zh, ...where }) as const),
    ...says.map((phrase) => ({ code: 'reply-says-sense', text: phrase, told: name.zh, ...where }) as const),
  ];
}

/** Of what the case says for the decision, all that is drawn: sentence by sentence, in whatever order. */
function reasonsOf({ item, said, told }: Held): readonly Finding[] {
  const [own, drawn] = [squeezed(said), squeezed(told)];
  return item.said.flatMap(({ called, text }) => {
    const sentences = sentencesOf(text);
    if (!sentences.every((sentence) => drawn.includes(sentence)) || sentences.every((sentence) => own.includes(sentence)))
      return [];
    const { zh, en } = whereIs(item);
    return [{ code: 'reply-lacks-reasons', text, zh: `${zh}${called['zh-CN']}`, en: `${en} ${called.en}` } as const];
  });
}
