import { Day } from '@gongkai/contracts';
import { z } from 'zod';
import { DECISION_CODES, GROUNDS } from './decision-codes.js';
import { BilingualText } from './statute-pack.js';

/** Results of a reconsideration (ARL 30, 33, 41, 63–69, 73) and of a suit (ALL 69–79). */
export const RECONSIDERATION_OUTCOMES = [
  'upheld',
  'claim_rejected',
  'changed',
  'annulled',
  'confirmed_illegal',
  'ordered_to_perform',
  'confirmed_void',
  'not_accepted',
  'application_dismissed',
  'terminated',
  'withdrawn',
  'mediated',
] as const;
export const SUIT_OUTCOMES = [
  'claim_dismissed',
  'annulled',
  'ordered_to_perform',
  'confirmed_illegal',
  'confirmed_void',
  'changed',
  'suit_rejected',
  'withdrawn',
  'transferred',
] as const;
export type ReconsiderationOutcome = (typeof RECONSIDERATION_OUTCOMES)[number];
export type SuitOutcome = (typeof SUIT_OUTCOMES)[number];

const Name = z.string().regex(/^[a-z][a-z0-9_]*$/, 'must consist of small letters, digits and _');
const Unit = z.enum(['count', 'yuan', '10k_yuan']);

const Column = z.strictObject({
  id: Name,
  name: BilingualText,
  unit: Unit,
  /** Whether the number may be below zero. */
  signed: z.boolean().default(false),
  /** In the table of remedies: the results counted here. */
  outcomes: z
    .strictObject({ reconsideration: z.array(z.enum(RECONSIDERATION_OUTCOMES)), suit: z.array(z.enum(SUIT_OUTCOMES)) })
    .optional(),
});
const ColumnGroup = z.strictObject({ name: BilingualText, columns: z.array(Column).min(1) });

/** Where the numbers of a row come from; explained at the head of `annual-2021.yaml`. */
const Measure = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('entered') }),
  z.strictObject({ of: z.literal('received') }),
  z.strictObject({ of: z.literal('carried_in') }),
  z.strictObject({ of: z.literal('carried_out') }),
  z.strictObject({
    of: z.literal('outcome'),
    codes: z.array(z.enum(DECISION_CODES).exclude(['refused'])).default([]),
    refusedFor: z.array(z.enum(GROUNDS)).default([]),
  }),
  z.strictObject({ of: z.literal('sum') }),
  z.strictObject({ of: z.literal('reconsideration') }),
  z.strictObject({ of: z.literal('suit'), after: z.enum(['nothing', 'reconsideration']) }),
  z.strictObject({ of: z.literal('fees') }),
]);

const printed = { no: z.string().min(1).optional(), name: BilingualText, columns: z.array(Name).min(1).optional() };
const Row = z.strictObject({ id: Name, ...printed, measure: Measure });
/** A heading over rows; `rowSpan` is the number of rows it spans on paper. */
const headed = <R extends z.ZodType>(rows: R) =>
  z.strictObject({ ...printed, rowSpan: z.int().min(1).optional(), rows: z.array(rows).min(1) });
const Block = z.union([Row, headed(Row)]);
const TableRow = z.union([Row, headed(Block)]);

const Table = z.strictObject({
  id: Name,
  section: Name,
  printedAs: z.enum(['blocks', 'rows', 'one_line', 'text']),
  note: BilingualText.optional(),
  /** What is printed over the column of the rows, and over all the others. */
  stub: BilingualText.optional(),
  over: BilingualText.optional(),
  columns: z.array(z.union([Column, ColumnGroup])).min(1),
  /** Results whose column an office chooses with a rule of the statute. */
  chosenByRule: z
    .array(
      z.strictObject({
        procedure: z.literal('reconsideration'),
        outcome: z.enum(RECONSIDERATION_OUTCOMES),
        rule: z.literal('report.arl69'),
      }),
    )
    .default([]),
  rows: z.array(TableRow).min(1),
});

const Section = z.strictObject({
  id: Name,
  no: z.string().min(1),
  title: BilingualText,
  /** Another wording of the title found in published reports. */
  alsoPrinted: z.string().min(1).optional(),
  kind: z.enum(['narrative', 'table']),
  parts: z.array(BilingualText).default([]),
});

/** A summand: a row or column of this year's table, of last year's, or one to be taken away. */
export type Term = { readonly of: string; readonly lastYear: boolean; readonly sign: 1 | -1 };
const TermEntry = z.union([
  Name.transform((of): Term => ({ of, lastYear: false, sign: 1 })),
  z.strictObject({ last: Name }).transform(({ last }): Term => ({ of: last, lastYear: true, sign: 1 })),
  z.strictObject({ minus: Name }).transform(({ minus }): Term => ({ of: minus, lastYear: false, sign: -1 })),
]);

const Check = z.discriminatedUnion('by', [
  z.strictObject({
    by: z.literal('sum'),
    table: Name,
    /** rows: the terms are rows and the sum holds in every column; columns: the reverse. */
    of: z.enum(['rows', 'columns']),
    only: z.array(Name).min(1).optional(),
    left: z.array(TermEntry).min(1),
    relation: z.enum(['equal', 'at_least']),
    right: z.array(TermEntry),
  }),
  z.strictObject({ by: z.literal('roll_up'), tables: z.array(Name).min(1) }),
  z.strictObject({ by: z.literal('narrative'), sections: z.array(Name).min(1) }),
  z.strictObject({ by: z.literal('register'), received: z.string(), outcomes: z.string(), open: z.string() }),
  z.strictObject({ by: z.literal('remedies'), cells: z.array(z.string()).min(1) }),
]);

const IdentityEntry = z.strictObject({
  id: z.string().regex(/^A\d+$/, 'must be A and a number'),
  kind: z.enum(['hard', 'warn']),
  name: BilingualText,
  check: Check,
});

const Year = z.int().min(2008).max(2200);

/** One file of `config/reports`. */
export const FormatFile = z.strictObject({
  id: z.string().min(1),
  instrument: z.strictObject({ tag: z.string().min(1), number: z.string().min(1), issuedOn: Day.optional() }),
  /** First and last year reported in this format. */
  usedFor: z.strictObject({ first: Year, last: Year.optional() }),
  sections: z.array(Section).length(6),
  tables: z.array(Table).min(1),
  identities: z.array(IdentityEntry).min(1),
});
export type FormatFile = z.infer<typeof FormatFile>;
export type ReportTable = FormatFile['tables'][number];
export type ReportColumn = z.infer<typeof Column>;
export type ReportRow = z.infer<typeof Row>;
export type Identity = FormatFile['identities'][number];
export type SumCheck = Extract<Identity['check'], { by: 'sum' }>;
