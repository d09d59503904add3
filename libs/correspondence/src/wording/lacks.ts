import { ANSWER_CODES, Refusal, type Language, type PaperKind, type Text, type WordingLack } from '@gongkai/contracts';
import { ConfigError, type ConfigProblem } from '@gongkai/statutes';
import { expectedOf } from '../brought/expected-of.js';
import { compose } from '../content/compose.js';
import { lettersMissing } from '../content/glyphs.js';
import type { Paper } from '../content/paper.js';
import { holesOf, placeText, strayBracesIn } from '../content/places.js';
import type { Condition, ReplySource, Source } from '../content/source.js';
import type { Sources } from '../content/sources.js';
import type { Fonts } from '../print/fonts.js';
import type { Telling } from '../values/telling.js';
import { saidOtherwise } from './refuse-wording.js';
import { graveLack, stringsOf, type Lack } from './grave-lack.js';
import { articlesChanged, articlesTyped, remediesTyped, turned, unsealed } from './typed.js';

/** What a wording is looked at with. */
export type Looking = {
  readonly sources: Sources;
  readonly fonts: Pick<Fonts, 'has'>;
  /** A made-up case in which everything can be told. */
  readonly sample: Telling;
};

/** What a wording lacks, and the paper that it makes of a made-up case; null where it makes none. */
export type Looked = { readonly lacks: readonly Lack[]; readonly paper: Paper | null };

/** Looks at a wording: names that nothing fills in, remedies that have to be told, letters that no font has, what was left out. */
export function lookAt(kind: PaperKind, content: string, { sources, fonts, sample }: Looking): Looked {
  let source: Source | ReplySource;
  try {
    source = sources.read(kind, content);
  } catch (error) {
    if (error instanceof ConfigError) return { lacks: error.problems.map(wrongIn), paper: null };
    throw error;
  }
  const shipped = sources.of(kind);
  const letters = lettersMissing(stringsOf(source), fonts).map(({ facts = {} }) => graveLack('glyph-missing', facts));
  const braces = stringsOf(source).flatMap((text) =>
    strayBracesIn(text).map((brace) => graveLack('stray-brace', { brace, where: text.slice(0, 20) })),
  );
  const whole = WHOLE.flatMap((part) => (tells(part, source, shipped) ? [] : [graveLack(`${part}-missing`, {})]));
  const drawn = drawnFrom(source, sample);
  const { grounds } = sample.matter.reckoned.law;
  const typed = [turned(source, shipped, grounds), articlesTyped(source, shipped, grounds), unsealed(source, shipped)].flat();
  return {
    lacks: [
      ...[...whole, ...remediesTyped(source, shipped), ...typed],
      ...[...letters, ...braces, ...drawn.lacks, ...leftOut(kind, shipped, source, sample)],
      ...articlesChanged(source, shipped),
      ...(drawn.paper === null ? [] : saidOf(kind, drawn.paper, shipped, sample)),
    ],
    paper: drawn.paper,
  };
}

const saidOf = (kind: PaperKind, paper: Paper, shipped: Source | ReplySource, sample: Telling): readonly Lack[] =>
  kind === 'reply' ? saidOtherwise(paper, expectedOf(compose(shipped, sample, true), sample)) : [];

/** In one language. */
export const toldIn =
  (language: Language) =>
  ({ message, ...lack }: Lack): WordingLack => ({ ...lack, message: message[language] });

const UNKNOWN = /\bnames \{([^}]*)\}/;

function wrongIn({ line, message }: ConfigProblem): Lack {
  const name = UNKNOWN.exec(message)?.[1];
  return name === undefined ? { ...graveLack('wrong', { message }), line } : { ...graveLack('unknown-name', { name }), line };
}

function drawnFrom(source: Source | ReplySource, sample: Telling): Looked {
  try {
    return { lacks: [], paper: compose(source, sample, true) };
  } catch (problem) {
    if (!(problem instanceof Refusal)) throw problem;
    return { lacks: problem.fields.map(({ facts = {} }) => ({ ...graveLack('lacking', facts), isGrave: false })), paper: null };
  }
}

/** What the law wants a paper to tell, beside the remedies: without it the notice is none (REG 30, 32 to 35, 42; FEE). */
const OWED: Readonly<Partial<Record<PaperKind, readonly string[]>>> = {
  correction: ['correction.missing', 'correction.period'],
  extension: ['extension.days'],
  delay: ['delay.until'],
  fee: ['fee.amount', 'fee.basis', 'fee.standard', 'tier.line', 'fee.period'],
  fee_lifted: ['lifted.on'],
  consult_third_party: ['item.description', 'party.period'],
  consult_joint_producer: ['item.description', 'party.period'],
  third_party_disclosure: ['item.description', 'override.publicInterest'],
};

/** What a reply tells because a decision requires it: the grounds of the law say which does (`requires`; REG 36, 37). */
const OWED_BY_REQUIREMENT: Readonly<Partial<Record<string, string>>> = {
  article: 'item.article',
  reasons: 'item.reasons',
  location: 'item.otherOrgan',
  other_organ: 'item.otherOrgan',
};

/** A part of a paper by itself: what it told, what it tells now, and what of that is owed. */
type Section = { readonly before: unknown; readonly now: unknown; readonly owed: readonly string[]; readonly of?: Text };

/** What the shipped wording tells and this one does not: something that the law wants to be told, or that somebody has to look at. */
const leftOut = (kind: PaperKind, shipped: Source | ReplySource, source: Source | ReplySource, sample: Telling): Lack[] =>
  sectionsOf(kind, shipped, source, sample).flatMap(({ before, now, owed, of }) => {
    const told = new Set(namesIn(now));
    return [...new Set(namesIn(before))].filter((name) => !told.has(name)).map((name) => lackOf(name, owed.includes(name), of));
  });

/** Of a reply what is said by each decision is looked at by itself: the reasons of another one are none of a refusal. */
function sectionsOf(
  kind: PaperKind,
  shipped: Source | ReplySource,
  source: Source | ReplySource,
  { matter }: Telling,
): readonly Section[] {
  if (!('decisions' in shipped && 'decisions' in source)) return [{ before: shipped, now: source, owed: OWED[kind] ?? [] }];
  const { decisions: before, ...rest } = shipped;
  const { decisions: now, ...others } = source;
  const { decisions } = matter.reckoned.law.grounds;
  return [
    { before: rest, now: others, owed: [] },
    ...ANSWER_CODES.map((code) => ({
      before: before[code],
      now: now[code],
      owed: decisions[code].requires.flatMap((required) => OWED_BY_REQUIREMENT[required] ?? []),
      of: { 'zh-CN': decisions[code].name.zh, en: decisions[code].name.en },
    })),
  ];
}

function lackOf(name: string, isGrave: boolean, of?: Text): Lack {
  const { 'zh-CN': zh, en } = placeText(name);
  const words = of === undefined ? { zh, en, name } : { zh: `${of['zh-CN']}：${zh}`, en: `${of.en}: ${en}`, name };
  return { ...graveLack(isGrave ? 'owed-missing' : 'left-out', words), isGrave };
}

const namesIn = (source: unknown): readonly string[] => stringsOf(source).flatMap(holesOf);

/** Parts that are made by the case alone and are never left out: what is decided, and what can be done against it (REG 36; ARL 23). */
const WHOLE = ['decisions', 'remedies'] as const;

/** Whether a wording has such a part wherever the shipped one has it: not under a condition of its own. */
function tells(part: (typeof WHOLE)[number], { body }: Source | ReplySource, shipped: Source | ReplySource): boolean {
  const partsIn = (parts: Source['body']) =>
    parts.filter((one) => typeof one === 'object' && part in one) as readonly Condition[];
  const conditionOf = ({ when, unless }: Condition): string => `${when ?? ''} ${unless ?? ''}`;
  const own = partsIn(body).map(conditionOf);
  return partsIn(shipped.body).every((one) => own.includes(' ') || own.includes(conditionOf(one)));
}
