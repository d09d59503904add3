import { textsOf } from '../content/paper.js';
import type { Check, Expected, ExpectedItem, Finding } from './finding.js';
import { sentencesOf } from './remedy-sentences.js';
import { turnedIn } from './sense.js';
import { figured, squeezed } from './squeezed.js';

/** What is told of each item, from its description to that of the next; null of one that is not named. */
type Sections = readonly (string | null)[];

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

function placeOf(heading: RegExp, text: string, from: number): number {
  heading.lastIndex = from;
  return heading.exec(text)?.index ?? -1;
}

/** Where each of several items begins, in their order; with its number where it bears one, for a description may be told in another as well. */
function sectionsIn(given: string, expected: Expected): Sections {
  const text = answerOf(figured(given), expected);
  const { items } = expected;
  if (items.length < 2) return items.map(() => text);
  let from = 0;
  const starts = items.map(({ no, description }) => {
    const headings = [`${no ?? ''}、${description}`, description].map(anyMarks);
    const [at = -1] = headings.map((heading) => placeOf(heading, text, from)).filter((found) => found >= 0);
    if (at >= 0) from = at + 1;
    return at;
  });
  return starts.map((at, i) =>
    at < 0
      ? null
      : text.slice(
          at,
          starts.slice(i + 1).find((next) => next >= 0),
        ),
  );
}

/** What is told of each item: that it is this decision and no other, with its reasons (REG 36, 37). */
export const items: Check = (text, expected) => {
  const said = sectionsIn(text, expected);
  const told = sectionsIn(textsOf(expected.paper).join('\n'), expected);
  const isMixed = new Set(expected.items.map(({ code }) => code)).size > 1;
  return expected.items.flatMap((item, i): readonly Finding[] => {
    const own = said[i] ?? null;
    if (own === null && isMixed) return [{ code: 'reply-lacks-item', text: item.description, ...whereIs(item) }];
    const held = { item, said: own ?? text, told: told[i] ?? '' };
    return [...senseOf(held, expected), ...reasonsOf(held)];
  });
};

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
