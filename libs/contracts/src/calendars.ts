import { z } from 'zod';
import { Day } from './day.js';
import { keptText } from './kept-text.js';
import { PersonRef } from './views.js';

const DaysOff = z.strictObject({ name: keptText(60), from: Day, to: Day.optional() });

/** The days of a year as one document has them: all of its days off, and the Saturdays and Sundays that are worked instead. */
export const CalendarContent = z
  .strictObject({
    /** Number of the document, as printed. */
    notice: keptText(100),
    issuedOn: Day,
    /** Where it can be read. */
    source: z.url().max(500).optional(),
    holidays: z.array(DaysOff).min(1).max(60),
    makeupWorkdays: z.array(Day).max(60),
  })
  .meta({ id: 'CalendarContent' });
export type CalendarContent = z.infer<typeof CalendarContent>;

/**
 * A year to be imported. A notice of a year names every statutory holiday; one that changes a part of the year in force is said to amend
 * it, and what it does not name stays. A document about one organ names that organ: its days are those of the organ and of all below it.
 * `confirm` repeats the number of the document once its effect was looked at; a preview needs none.
 */
export const NewCalendar = CalendarContent.extend({
  amends: z.literal(true).optional(),
  /** Code of the organ. */
  organ: z.string().min(1).max(50).optional(),
  confirm: z.string().max(100).optional(),
}).meta({ id: 'NewCalendar' });
export type NewCalendar = z.infer<typeof NewCalendar>;

/** The organ that a document is about, with all below it. */
const ClosedOrgan = z.object({ code: z.string(), name: z.object({ 'zh-CN': z.string(), en: z.string() }) });
export type ClosedOrgan = z.infer<typeof ClosedOrgan>;

/** Takes back what was imported last of a year, or of that year for an organ, named by its code. */
export const CalendarReturn = z
  .strictObject({ reason: keptText(500), organ: z.string().min(1).max(50).optional() })
  .meta({ id: 'CalendarReturn' });
export type CalendarReturn = z.infer<typeof CalendarReturn>;

/** Bytes of a Word document or a PDF, as they are written in base64. */
const LONGEST_FILE = 1_800_000;

/** A file in one of the layouts that are read: the text of a notice, the YAML of `config/calendars`, the same as JSON, or a table; or the notice as DOCX or PDF. */
export const CalendarFile = z
  .strictObject({
    text: z.string().min(1).max(100_000).optional(),
    docx: z.base64().min(1).max(LONGEST_FILE).optional().describe('The notice as a Word document (DOCX), in base64'),
    pdf: z
      .base64()
      .min(1)
      .max(LONGEST_FILE)
      .optional()
      .describe('The notice as a PDF with text, in base64; a scan has none and is refused (`notice-scan`)'),
  })
  .meta({ id: 'CalendarFile' });
export type CalendarFile = z.infer<typeof CalendarFile>;

const ReadHoliday = z.object({ name: z.string(), from: z.string(), to: z.string() });

/** What a file says of a year, right or wrong: a form is filled in with it. */
export const CalendarReading = z
  .object({
    year: z.int().nullable(),
    notice: z.string(),
    issuedOn: z.string(),
    source: z.string(),
    holidays: z.array(ReadHoliday),
    makeupWorkdays: z.array(z.string()),
    otherYears: z
      .array(z.object({ year: z.int(), holidays: z.array(ReadHoliday), makeupWorkdays: z.array(z.string()) }))
      .optional()
      .describe('Days that the document arranges of another year: they are imported there, as an amendment'),
  })
  .meta({ id: 'CalendarReading' });
export type CalendarReading = z.infer<typeof CalendarReading>;

const DayKind = z.enum(['working', 'holiday', 'weekend']);

/** A deadline that is another day than before. Null: there was, or is, none. Provisional: it rests on an estimate. */
export const CalendarMove = z
  .object({
    /** Name of the deadline, with what it is about behind a colon. */
    deadline: z.string(),
    before: Day.nullable(),
    beforeProvisional: z.boolean(),
    after: Day.nullable(),
    afterProvisional: z.boolean(),
  })
  .meta({ id: 'CalendarMove' });
export type CalendarMove = z.infer<typeof CalendarMove>;

/** What of one case moves: no name, no words of the application. */
export const MovedCase = z
  .object({
    case: z.object({ id: z.string(), number: z.string() }),
    organ: z.string(),
    assignee: PersonRef.nullable(),
    moves: z.array(CalendarMove),
  })
  .meta({ id: 'MovedCase' });
export type MovedCase = z.infer<typeof MovedCase>;

/** What a change of the calendar would do. */
export const CalendarImpact = z
  .object({
    region: z.string(),
    year: z.int(),
    /** Null: every organ. */
    organ: ClosedOrgan.nullable(),
    /** Days that count another way than now. */
    days: z.array(z.object({ on: Day, before: DayKind, after: DayKind })),
    /** Cases that were reckoned again. */
    cases: z.int(),
    /** Of these, cases with a deadline on another day. */
    moved: z.int(),
    /** Of these, cases with the same days, which rest on an estimate no more, or again. */
    settled: z.int(),
    /** The cases of both kinds in the organs that the reader administers, the earliest deadline first. */
    items: z.array(MovedCase),
    /** Cases of other organs that are touched: they are counted above, and named to nobody else. */
    elsewhere: z.int(),
    /** Cases that could not be reckoned, and why. */
    failed: z.array(z.object({ number: z.string(), problem: z.string() })),
  })
  .meta({ id: 'CalendarImpact' });
export type CalendarImpact = z.infer<typeof CalendarImpact>;

/** A change of the calendars: who made it, by which document, and how far the cases are reckoned anew. */
export const CalendarEdition = z
  .object({
    edition: z.int(),
    act: z.enum(['approve', 'revert']),
    region: z.string(),
    year: z.int(),
    version: z.int(),
    notice: z.string(),
    /** Null: every organ. */
    organ: ClosedOrgan.nullable(),
    by: PersonRef,
    at: z.iso.datetime(),
    reason: z.string().nullable(),
    /** Cases that it has moved so far, and those that could not be. */
    moved: z.int(),
    failed: z.int(),
    /** Null while cases are still being reckoned. */
    finishedAt: z.iso.datetime().nullable(),
    /** Whether it can be taken back: what was imported last of its year. */
    canRevert: z.boolean(),
  })
  .meta({ id: 'CalendarEdition' });
export type CalendarEdition = z.infer<typeof CalendarEdition>;

/** The years of a region, and every change of them, the newest first. */
export const CalendarRegion = z
  .object({
    region: z.string(),
    years: z.array(
      z.object({
        year: z.int(),
        status: z.enum(['published', 'estimated']),
        version: z.int().nullable(),
        notice: z.string().nullable(),
        issuedOn: Day.nullable(),
        imported: z.boolean(),
      }),
    ),
    editions: z.array(CalendarEdition),
    /** Whether the reader may import. */
    mayImport: z.boolean(),
  })
  .meta({ id: 'CalendarRegion' });
export type CalendarRegion = z.infer<typeof CalendarRegion>;

/** The cases that a change has moved. */
export const CalendarMoves = z.object({ items: z.array(MovedCase) }).meta({ id: 'CalendarMoves' });
export type CalendarMoves = z.infer<typeof CalendarMoves>;
