import type { LocalDate } from '@gongkai/calendar';
import { Day } from '@gongkai/contracts';
import { z } from 'zod';
import type { Statute } from './in-force.js';
import { parseConfig, pathText, type ConfigFinding } from './parse-config.js';
import { ruleKeys, type RuleKey } from './rule-keys.js';
import type { ConfigPath } from './source-position.js';

/** A text in both languages of the product. */
export const BilingualText = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
/** An instrument and, where there is one, its article: `REG 33(2)`, `REG 42; FEE 6`. */
export const Article = z.string().min(1);

const CODE = /^[A-Z][A-Z0-9]*(-[A-Z0-9]+)*$/;

const InstrumentEntry = z.strictObject({
  title: BilingualText,
  number: z.string().min(1).optional(),
  inForceFrom: Day.optional(),
  articles: z.literal(false).optional(),
});

function ruleEntry(key: RuleKey): z.ZodType {
  const value = z.unknown().transform((given, context) => {
    const parsed = ruleKeys[key].safeParse(given);
    if (parsed.success) return parsed.data;
    context.addIssue({ code: 'custom', message: expectation(ruleKeys[key]) });
    return z.NEVER;
  });
  return z.strictObject({
    article: Article,
    basis: z.enum(['law', 'practice', 'product']),
    fixed: z.boolean().default(false),
    since: Day.optional(),
    note: z.string().min(1).optional(),
    values: z.array(z.strictObject({ from: Day, value, article: Article.optional() })).min(1),
  });
}

const Pack = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/, 'must consist of small letters, digits and hyphens'),
  version: Day,
  title: BilingualText,
  since: Day,
  instruments: z.record(z.string().regex(CODE), InstrumentEntry),
  rules: z.strictObject(Object.fromEntries(Object.keys(ruleKeys).map((key) => [key, ruleEntry(key as RuleKey)]))),
});

/**
 * Reads a statute pack (`config/statutes/<id>.yaml`).
 * @param file the name used in messages
 * @throws ConfigError with every problem: a rule missing or unknown, a value out of range, an article without its instrument or
 * number, dates out of order, a first value later than `since` or earlier, an id that is not the name of the file
 */
export function parseStatute(text: string, file: string): Statute {
  const pack = parseConfig(text, file, Pack, { check: (data) => packFindings(data, file), label: ruleLabel });
  const { id, version, title, instruments } = pack;
  return { id, version, title, instruments, rules: pack.rules as Statute['rules'] };
}

/** What a value has to be, read off its schema: "must be between 0 and 250; write a whole number of working days". */
function expectation(schema: z.ZodType): string {
  const { minimum, maximum, enum: choices, const: only, type, pattern, description } = z.toJSONSchema(schema);
  if (choices) return `must be one of ${choices.map(String).join(', ')}`;
  if (only !== undefined) return `must be ${String(only)}; the law or the program knows no other value`;
  if (minimum !== undefined)
    return `must be between ${String(minimum)} and ${String(maximum)}; write ${description ?? 'a number'}`;
  if (pattern !== undefined) return 'must be a month and a day; write MM-DD in quotes';
  return typeAdvice[String(type)] ?? 'has a form that this rule does not know';
}

const typeAdvice: Readonly<Record<string, string>> = {
  boolean: 'must be true or false',
  string: 'must be text; write at least one letter',
  array: 'must be a list with at least one entry; write [a, b]',
};

/** `correction.notice_days` for everything within that rule. */
function ruleLabel(path: ConfigPath): string {
  return path[0] === 'rules' && typeof path[1] === 'string' ? path[1] : pathText(path);
}

/** As much of a pack as the checks across fields need; what has another shape is the schema's affair. */
const DatedValues = z
  .array(z.object({ from: Day.nullable().catch(null), article: z.string().optional().catch(undefined) }))
  .catch([]);
const RuleOutline = z.object({
  article: z.string().nullable().catch(null),
  since: Day.optional().catch(undefined),
  values: DatedValues,
});
type RuleOutline = z.infer<typeof RuleOutline>;
const PackOutline = z.object({
  id: z.string().nullable().catch(null),
  since: Day.nullable().catch(null),
  instruments: z.record(z.string(), z.object({ articles: z.boolean().optional() }).catch({})).catch({}),
  rules: z.record(z.string(), RuleOutline.catch({ article: null, values: [] })).catch({}),
});
type PackOutline = z.infer<typeof PackOutline>;

function packFindings(data: unknown, file: string): ConfigFinding[] {
  const outline = PackOutline.safeParse(data);
  if (!outline.success) return [];
  const { id, since, instruments, rules } = outline.data;
  return [
    ...idFindings(id, file),
    ...sinceFindings(outline.data),
    ...Object.entries(rules).flatMap(([key, rule]) => [
      ...articlesOf(rule, key).flatMap(({ article, path }) => articleFindings(article, instruments, path)),
      ...dateFindings(rule, rule.since ?? since, ['rules', key, 'values']),
    ]),
  ];
}

/** A pack is asked for by the name of its file, and recorded by its id. */
function idFindings(id: string | null, file: string): ConfigFinding[] {
  const name = /([^/\\]+)\.ya?ml$/.exec(file)?.[1];
  if (id === null || name === undefined || id === name) return [];
  return [{ path: ['id'], message: `must be ${name}, as the name of the file says; correct the field or rename the file` }];
}

/** A day from which the pack, or a rule, has to answer cannot lie behind values it has. */
function sinceFindings({ since, rules }: PackOutline): ConfigFinding[] {
  const firstOf = ({ values }: RuleOutline): LocalDate[] => values.flatMap(({ from }) => from ?? []).slice(0, 1);
  const all = Object.entries(rules);
  const [earliest] = all.flatMap(([, rule]) => (rule.since === undefined ? firstOf(rule) : [])).sort();
  return [
    ...laterThan(since, earliest, ['since']),
    ...all.flatMap(([key, rule]) => laterThan(rule.since ?? null, firstOf(rule)[0], ['rules', key, 'since'])),
  ];
}

function laterThan(since: LocalDate | null, first: LocalDate | undefined, path: ConfigPath): ConfigFinding[] {
  if (since === null || first === undefined || since <= first) return [];
  return [{ path, message: `must not be later than ${first}, the day of the first value; correct one of the two` }];
}

/** The article of a rule, and those of its values that have their own. */
function articlesOf({ article, values }: RuleOutline, key: string): { article: string; path: ConfigPath }[] {
  const own = values.map((value, i) => ({ article: value.article ?? '', path: ['rules', key, 'values', i, 'article'] }));
  return [{ article: article ?? '', path: ['rules', key, 'article'] }, ...own].filter((entry) => entry.article !== '');
}

/** The instruments of a pack as far as references to them can be checked. */
export type Citable = Readonly<Record<string, { readonly articles?: boolean | undefined }>>;

const REFERENCE = /^(\S+)(?: (\d+(?:\(\d+\))*))?$/;

/**
 * What is wrong with a reference to articles. Each part begins with the code of a listed instrument, and has the number of an
 * article unless the instrument is cited as a whole.
 * @param path where the reference stands in its file
 */
export function articleFindings(article: string, instruments: Citable, path: ConfigPath): ConfigFinding[] {
  return article.split(';').flatMap((text) => {
    const part = text.trim();
    const code = part.split(' ')[0] ?? '';
    const message = partFault(part, code, instruments[code]);
    return message === null ? [] : [{ path, message }];
  });
}

function partFault(part: string, code: string, instrument: Citable[string] | undefined): string | null {
  if (!instrument) return `names ${code}, which is not among the instruments; list it or correct the code`;
  const [reference, , number] = REFERENCE.exec(part) ?? [];
  if (reference !== undefined && (number !== undefined || instrument.articles === false)) return null;
  return `names "${part}" without the number of an article; write ${code} and a number, as in ${code} 12 or ${code} 12(1)`;
}

function dateFindings({ values }: RuleOutline, since: LocalDate | null, path: ConfigPath): ConfigFinding[] {
  const order = values.flatMap(({ from }, i) => {
    const before = values[i - 1]?.from;
    if (!from || !before || before < from) return [];
    return [
      { path: [...path, i, 'from'], message: `must be later than ${before}; write the values oldest first, one for each day` },
    ];
  });
  const first = values[0]?.from;
  if (!first || !since || first <= since) return order;
  return [
    { path: [...path, 0, 'from'], message: `must not be later than ${since}; add the value in force on that day` },
    ...order,
  ];
}
