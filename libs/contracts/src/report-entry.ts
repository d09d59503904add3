import { z } from 'zod';
import { isKeepable } from './kept-text.js';
import { PersonRef } from './views.js';

const Bilingual = z.strictObject({ 'zh-CN': z.string(), en: z.string() });
const LONGEST_TEXT = 20_000;
const LONGEST_COMMENT = 1000;
const MOST_CELLS = 200;

/** A part of a narrative section of the annual report, as it is printed. */
export const ReportText = z
  .strictObject({
    /** `s5_problems`, or `s1_general.2` where a section has parts. */
    id: z.string(),
    section: z.string(),
    /** The heading of the part, where a section has several. */
    title: Bilingual.nullable(),
    /** The words with the figures they quote; empty: nothing has been written. */
    text: z.string(),
  })
  .meta({ id: 'ReportText' });
export type ReportText = z.infer<typeof ReportText>;

const ENTRY_STATES = ['draft', 'submitted', 'approved'] as const;

/** What people enter is kept as a draft, handed in by who wrote it, and approved by somebody else. */
export const ReportEntryState = z.enum(ENTRY_STATES);
export type ReportEntryState = z.infer<typeof ReportEntryState>;

const ENTRY_STEPS = ['submit', 'approve', 'return', 'comment'] as const;

/** What is entered by people: table A, and the narrative sections as they were written. All of it, in place of what it was. */
export const ReportEntryChange = z
  .strictObject({
    version: z.int().min(0).describe('The version it was read in, 0 where nothing was entered; another gives 412.'),
    numbers: z
      .record(z.string().max(100), z.number().nullable())
      .refine((numbers) => Object.keys(numbers).length <= MOST_CELLS)
      .describe('Cells of table A; null: not known yet'),
    texts: z
      .record(z.string().max(60), z.string().max(LONGEST_TEXT).refine(isKeepable))
      .describe('By part; a figure is quoted as `{{b.new_received.total}}` and follows the table until the report is frozen'),
  })
  .meta({ id: 'ReportEntryChange' });
export type ReportEntryChange = z.infer<typeof ReportEntryChange>;

/** It is handed in, approved, given back, or something is said about it. */
export const ReportEntryStep = z
  .strictObject({
    version: z.int().min(0),
    step: z.enum(ENTRY_STEPS),
    text: z.string().trim().max(LONGEST_COMMENT).refine(isKeepable).optional().describe('The comment, or why it is given back'),
  })
  .meta({ id: 'ReportEntryStep' });
export type ReportEntryStep = z.infer<typeof ReportEntryStep>;

/** A figure that the system knows for a cell of table A, and from where. */
const OfferedFigure = z.strictObject({
  cell: z.string(),
  value: z.number(),
  source: z.enum(['catalogue', 'units', 'last-year']),
  /** Of a sum over units: of how many, and of how many there are. */
  units: z.strictObject({ known: z.int(), all: z.int() }).nullable(),
});
export type OfferedFigure = z.infer<typeof OfferedFigure>;

/** What is wrong or doubtful about a field: an error stands in the way of handing it in. */
const EntryFinding = z.strictObject({
  /** A cell, or a part of the text. */
  field: z.string(),
  kind: z.enum(['error', 'warn']),
  message: Bilingual,
});
export type EntryFinding = z.infer<typeof EntryFinding>;

/** Whose report it is, of which year, and whether with the units below. */
const WhichReport = {
  organ: z.strictObject({ code: z.string(), name: Bilingual }),
  year: z.int(),
  scope: z.enum(['own', 'below']),
};

/** What people enter into the annual report: table A, the narrative sections, and what was said about them. */
export const ReportEntry = z
  .strictObject({
    ...WhichReport,
    version: z.int(),
    state: ReportEntryState,
    frozen: z.boolean(),
    /** The cells that are entered, in printed order. */
    cells: z.array(
      z.strictObject({
        id: z.string(),
        name: Bilingual,
        unit: z.enum(['count', 'yuan', '10k_yuan']),
        value: z.number().nullable(),
      }),
    ),
    texts: z.array(z.strictObject({ ...ReportText.shape, source: z.string(), needed: z.boolean() })),
    /** The figures that can be quoted, with their numbers as they are now. */
    figures: z.array(z.strictObject({ cell: z.string(), name: Bilingual, value: z.number().nullable() })),
    offered: z.array(OfferedFigure),
    findings: z.array(EntryFinding),
    history: z.array(
      z.strictObject({
        at: z.iso.datetime(),
        by: PersonRef,
        did: z.enum(['save', ...ENTRY_STEPS]),
        text: z.string().nullable(),
      }),
    ),
    may: z.array(z.enum(['save', ...ENTRY_STEPS])),
  })
  .meta({ id: 'ReportEntry' });
export type ReportEntry = z.infer<typeof ReportEntry>;

/** Entries that are handed in and wait for the reader's word, the oldest first. */
export const WaitingReportEntries = z
  .strictObject({
    items: z.array(
      z.strictObject({
        ...WhichReport,
        /** Who handed it in, and when. */
        by: PersonRef,
        at: z.iso.datetime(),
      }),
    ),
  })
  .meta({ id: 'WaitingReportEntries' });
export type WaitingReportEntries = z.infer<typeof WaitingReportEntries>;

/** Of which organ; without it the reader's own. */
export const WaitingReportEntriesQuery = z.strictObject({ organ: z.string().max(100).optional() });
export type WaitingReportEntriesQuery = z.infer<typeof WaitingReportEntriesQuery>;

/** The page of the console on which an entry is written and approved. */
export const reportEntryPage = (organ: string, year: string, scope: string): string =>
  `/reports/entry?${new URLSearchParams({ organ, year, scope }).toString()}`;
