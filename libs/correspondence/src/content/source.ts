import {
  ANSWER_CODES,
  CHANNELS,
  Delivery,
  DispatchMode,
  ORDER_KINDS,
  PAPER_KINDS,
  WantedForm,
  type PaperKind,
} from '@gongkai/contracts';
import type { ConfigKind } from '@gongkai/platform';
import { parseConfig, type ConfigFinding } from '@gongkai/statutes';
import { z } from 'zod';
import { recordFrontFiles } from '../records/record-front-source.js';
import { recordFiles } from '../records/record-source.js';
import { holesOf, isKnown, LIST_NAMES, type ListName } from './places.js';

const Line = z.string().trim().min(1);
const condition = { when: Line.optional(), unless: Line.optional() };
const Widths = z.array(z.number().positive()).min(2).max(7);
const Row = z.array(z.string()).min(2).max(7);

const Part = z.union(
  [
    Line,
    z.strictObject({ ...condition, text: Line }),
    z.strictObject({ ...condition, heading: Line }),
    z.strictObject({ ...condition, rows: z.array(Row).min(1), widths: Widths }),
    z.strictObject({ ...condition, code: Line, text: Line, widths: Widths.max(2) }),
    z.strictObject({ ...condition, each: z.enum(LIST_NAMES), text: Line }),
    z.strictObject({ ...condition, each: z.enum(LIST_NAMES), head: Row, cells: Row, widths: Widths }),
    z.strictObject({ ...condition, decisions: z.literal('by_code') }),
    z.strictObject({ ...condition, remedies: z.enum(['by_decision', 'choice']), against: Line, paper: Line }),
  ],
  { error: 'must be a text, or one of text, heading, rows, code, each, decisions and remedies with what belongs to it' },
);

const Source = z.strictObject({
  article: Line,
  form: z.enum(['letter', 'sheet', 'envelope']),
  /** In millimetres; without it A4. */
  page: z.strictObject({ width: z.number().min(100).max(420), height: z.number().min(90).max(420) }).optional(),
  title: Line,
  number: Line.optional(),
  addressee: Line.optional(),
  body: z.array(Part).min(1),
  attachments: z.array(z.union([Line, z.strictObject({ ...condition, text: Line })])).default([]),
  sealed: z.boolean(),
  contact: Line.optional(),
});

const paragraphs = z.array(z.union([Line, z.strictObject({ ...condition, text: Line })])).min(1);
const byCode = Object.fromEntries(ANSWER_CODES.map((code) => [code, paragraphs])) as Record<
  (typeof ANSWER_CODES)[number],
  typeof paragraphs
>;
const ReplySource = Source.extend({ decisions: z.strictObject(byCode) });

export type Source = z.infer<typeof Source>;
export type ReplySource = z.infer<typeof ReplySource>;
export type Part = z.infer<typeof Part>;
/** A part that is there only where something is known, or is not. */
export type Condition = { readonly when?: string | undefined; readonly unless?: string | undefined };

const Counted = Line.refine((text) => text.includes('{n}'), 'must have {n}, where the number stands');
const counted = <K extends string>(names: readonly K[]) =>
  z.strictObject(Object.fromEntries(names.map((name) => [name, Counted])) as Record<K, typeof Counted>);
const CONSULTED = ['third_party', 'joint_organ', 'other_organ', 'secrecy_authority'] as const;
const words = <K extends string>(names: readonly K[]) =>
  z.strictObject(Object.fromEntries(names.map((name) => [name, Line])) as Record<K, typeof Line>);

/** What papers call what the case knows by a code. */
const Words = z.strictObject({
  you: words(['natural_person', 'legal_person_or_other']),
  applicant: words(['natural_person', 'legal_person_or_other']),
  channel: words(CHANNELS),
  form: words(WantedForm.options),
  delivery: words(Delivery.options),
  mode: words(DispatchMode.options),
  role: words(['applicant', 'agent', ...CONSULTED]),
  orderKind: words(ORDER_KINDS),
  feeBasis: words(['per_item', 'per_volume']),
  feeTiers: z.strictObject({
    ...words(['units', 'single', 'free', 'each', 'rest', 'rising', 'freeLine', 'line']).shape,
    unit: words(['per_item', 'per_volume']),
  }),
  period: counted(['working_day', 'calendar_day']),
  counts: counted(['requestsThisMonth', 'requestsThisYear', 'itemsThisMonth', 'itemsBefore', 'itemsNow', 'pages', 'recordings']),
  /** In a draft, where the number will stand. */
  unnumbered: Line,
  retention: words(['10_years', '30_years', 'permanent']),
  /** What came of asking somebody; in {on} stands the day. */
  consulted: words(['agree', 'agree_in_part', 'refuse', 'lapsed', 'ended']),
  /** On the approval sheet: the steps, what is said at them, and who signs in whose place. */
  signOff: words([
    ...(['submitted', 'reviewed', 'legal', 'approver', 'signed'] as const),
    ...(['agrees', 'remarks', 'objects', 'back', 'item', 'inPlaceOf', 'delegated'] as const),
  ]),
});
export type Words = z.infer<typeof Words>;

/** A source. @throws ConfigError with every problem, also of a name in braces that nobody knows */
export const parseSource = (text: string, file: string): Source => parseConfig(text, file, Source, { check: namesIn });
/** The source of the reply. @throws ConfigError */
export const parseReply = (text: string, file: string): ReplySource => parseConfig(text, file, ReplySource, { check: namesIn });
/** @throws ConfigError */
export const parseWords = (text: string, file: string): Words => parseConfig(text, file, Words);

export const fileOf = (kind: PaperKind): string => `notices/${kind}.yaml`;
const plain = PAPER_KINDS.filter((kind) => kind !== 'reply');

/** The files of `config/notices`, for the check of the whole configuration: each kind of paper has its source. */
export const noticeFiles: readonly ConfigKind[] = [
  { files: new RegExp(`^notices/(${plain.join('|')})\\.yaml$`), parse: parseSource, required: plain.map(fileOf) },
  { files: /^notices\/reply\.yaml$/, parse: parseReply, required: [fileOf('reply')] },
  { files: /^notices\/words\.yaml$/, parse: parseWords, required: ['notices/words.yaml'] },
  recordFiles,
  recordFrontFiles,
];

type Path = ConfigFinding['path'];

/** Whatever a text has in braces, and a condition names, has to be known where it stands. */
function namesIn(data: unknown): ConfigFinding[] {
  return look(data, [], undefined);
}

function look(data: unknown, path: Path, list: ListName | undefined): ConfigFinding[] {
  if (typeof data === 'string')
    return wrongNames(path.at(-1) === 'when' || path.at(-1) === 'unless' ? [data] : holesOf(data), path, list);
  if (typeof data !== 'object' || data === null) return [];
  const own = listOf(data) ?? (path[0] === 'decisions' ? 'items' : list);
  return Object.entries(data).flatMap(([key, value]) =>
    look(value, [...path, Array.isArray(data) ? Number(key) : key], ofPart(own, path, key)),
  );
}

/** Under `decisions` each text is about one item. */
const ofPart = (list: ListName | undefined, path: Path, key: string): ListName | undefined =>
  path.length === 0 && key === 'decisions' ? 'items' : list;

const listOf = (data: object): ListName | undefined =>
  'each' in data ? LIST_NAMES.find((name) => name === data.each) : undefined;

const wrongNames = (names: readonly string[], path: Path, list: ListName | undefined): ConfigFinding[] =>
  names
    .filter((name) => !isKnown(name, list))
    .map((name) => ({
      path,
      message: `names {${name}}, which nothing fills in here; correct its spelling, see docs/operations.md`,
    }));
