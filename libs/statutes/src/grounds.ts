import { ANSWER_CODES, Day } from '@gongkai/contracts';
import { z } from 'zod';
import { DECISION_CODES, GROUNDS } from './decision-codes.js';
import { parseConfig, type ConfigFinding } from './parse-config.js';
import { ruleKeys } from './rule-keys.js';
import { Article, articleFindings, BilingualText, type Citable } from './statute-pack.js';

/** What must be on file before a decision can be signed. */
const REQUIREMENTS = [
  ...(['ground', 'article', 'facts', 'reasons', 'severability', 'harm'] as const),
  ...(['search', 'earlier_reply', 'other_organ', 'location', 'review'] as const),
] as const;

/** Names that a remedy text may put in braces beside the names of rules. */
const PLACES = ['against', 'paper', 'organ', 'court', 'onlineChannel', 'supervisor'] as const;

const RowId = z.string().regex(/^b\.r[0-9a-z_]+$/, 'must be a row of table B of the annual report; write b.r…');
const RowOfEachFormat = z.strictObject({ 2019: RowId, 2021: RowId });
const Row = z.union([RowId.transform((row) => ({ 2019: row, 2021: row })), RowOfEachFormat], {
  error: 'must be a row of table B (b.r…), or one for each of 2019 and 2021',
});
const ByGround = z.literal('by_ground');

const DecisionEntry = z.strictObject({
  name: BilingualText,
  article: Article,
  reply: z.boolean(),
  contains: BilingualText,
  requires: z.array(z.enum(REQUIREMENTS)),
  row: z.union([ByGround, Row], { error: 'must be a row of table B (b.r…), one for each of 2019 and 2021, or by_ground' }),
  reconsiderationFirst: z.union([ByGround, z.boolean()], { error: 'must be true, false or by_ground' }),
});

const Phrases = z.array(z.string().min(1)).min(1);
/** How an answer reads that is this decision: of each list one phrase, and none of another decision. */
const Sense = z.strictObject({ says: z.array(Phrases).min(1), never: Phrases });
export type Sense = z.infer<typeof Sense>;
const AnswerEntry = DecisionEntry.extend({ sense: Sense });
/** Beside what decisions rest on. */
const CitableByAny = z.strictObject({ articles: Article, laws: Phrases });

const GroundEntry = z.strictObject({
  name: BilingualText,
  article: Article,
  force: z.enum(['must', 'may', 'refer']),
  requires: z.array(z.enum(REQUIREMENTS)).default([]),
  row: Row,
  reconsiderationFirst: z.boolean(),
});

/** The paragraphs that a reply can have. */
const REMEDIES = ['reconsiderationFirst', 'choice', 'online', 'complaint'] as const;
const RemedyText = z.strictObject({ article: Article, text: BilingualText });

const GroundsFile = z.strictObject({
  statute: z.string().min(1),
  version: Day,
  decisions: z.strictObject({ ...entries(DECISION_CODES, DecisionEntry), ...entries(ANSWER_CODES, AnswerEntry) }),
  citable: CitableByAny,
  grounds: z.strictObject(entries(GROUNDS, GroundEntry)),
  remedies: z.strictObject(entries(REMEDIES, RemedyText)),
});

/** The decision codes with their report rows per format of the annual report (`2021` since then, `2019` before), the grounds for withholding and the remedy texts of `config/statutes/grounds.yaml`. */
export type Grounds = z.infer<typeof GroundsFile>;

function entries<K extends string, S extends z.ZodType>(names: readonly K[], entry: S): Record<K, S> {
  return Object.fromEntries(names.map((name) => [name, entry])) as Record<K, S>;
}

/**
 * Reads `config/statutes/grounds.yaml`.
 * @param file the name used in messages
 * @param instruments those of the statute pack the file goes with; articles are checked against them where given
 * @throws ConfigError with every problem: a code missing or unknown, a remedy text that types a period or names an unknown placeholder
 */
export function parseGrounds(text: string, file: string, instruments?: Citable): Grounds {
  const check = (data: unknown): ConfigFinding[] => {
    const outline = Outline.safeParse(data);
    if (!outline.success) return [];
    const articles = SECTIONS.flatMap((section) => sectionArticles(section, outline.data[section], instruments ?? {}));
    const { citable } = outline.data;
    const ofAny = articleFindings(citable.articles, instruments ?? {}, ['citable', 'articles']);
    return [...(instruments ? [...articles, ...ofAny] : []), ...textFindings(outline.data.remedies)];
  };
  return parseConfig(text, file, GroundsFile, { check });
}

/** As much of the file as the checks beyond its schema need; what has another shape is the schema's affair. */
const EntryOutline = z
  .object({ article: z.string().catch(''), text: z.record(z.string(), z.unknown()).catch({}) })
  .catch({ article: '', text: {} });
const SectionOutline = z.record(z.string(), EntryOutline).catch({});
type SectionOutline = z.infer<typeof SectionOutline>;
const CitableOutline = z.object({ articles: z.string() }).catch({ articles: 'REG 1' });
const SECTIONS = ['decisions', 'grounds', 'remedies'] as const;
const Outline = z.object({
  decisions: SectionOutline,
  grounds: SectionOutline,
  remedies: SectionOutline,
  citable: CitableOutline,
});

function sectionArticles(section: string, entriesOfIt: SectionOutline, instruments: Citable): ConfigFinding[] {
  return Object.entries(entriesOfIt).flatMap(([code, { article }]) =>
    articleFindings(article, instruments, [section, code, 'article']),
  );
}

function textFindings(remedies: SectionOutline): ConfigFinding[] {
  return Object.entries(remedies).flatMap(([name, { text }]) =>
    Object.entries(text).flatMap(([language, paragraph]) =>
      typeof paragraph === 'string'
        ? paragraphFaults(paragraph).map((message) => ({ path: ['remedies', name, 'text', language], message }))
        : [],
    ),
  );
}

const TYPED_PERIOD = /\d+\s*(个月|日|天|days?|months?)/i;

function paragraphFaults(paragraph: string): string[] {
  const names = [...paragraph.matchAll(/\{([^}]*)\}/g)].map(([, name = '']) => name);
  const unknown = names.filter((name) => !Object.hasOwn(ruleKeys, name) && !PLACES.some((place) => place === name));
  const typed = TYPED_PERIOD.exec(paragraph);
  return [
    ...unknown.map((name) => `has {${name}}, which is neither a rule nor one of ${PLACES.join(', ')}; correct the name`),
    ...(typed ? [`types the period "${typed[0]}"; write the name of its rule in braces`] : []),
  ];
}
