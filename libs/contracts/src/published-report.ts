import { z } from 'zod';
import { AnnualReport, ReportCheck } from './annual-report.js';
import { isKeepable } from './kept-text.js';
import { PersonRef } from './views.js';

const Bilingual = z.strictObject({ 'zh-CN': z.string(), en: z.string() });
const LONGEST_NAME = 200;
const LONGEST_REASON = 500;
const MOST_COMPARED = 8;
const Year = z.coerce.number().int().min(2008).max(2200);

/** The query of `POST /reports/published`: what a file says of itself can be left out. */
export const PublishedReportQuery = z
  .strictObject({
    preview: z.enum(['true', 'false']).describe('true: says what the file holds, and keeps nothing').optional(),
    organ: z.string().min(1).max(100).describe('Code of an organ in sight; without it that of the file').optional(),
    name: z
      .string()
      .trim()
      .min(1)
      .max(LONGEST_NAME)
      .refine(isKeepable)
      .describe('An organ that is none of this installation, by its name')
      .optional(),
    year: Year.describe('The year of the report; without it that of the file').optional(),
    scope: z.enum(['own', 'below']).describe('The organ alone, or with its units; without it that of the file').optional(),
  })
  .meta({ id: 'PublishedReportQuery' });
export type PublishedReportQuery = z.infer<typeof PublishedReportQuery>;

/** An annual report that was made elsewhere and taken in: of an earlier year, of a unit without this system, of another organ. */
export const PublishedReport = z
  .strictObject({
    /** null: it was looked at and is not kept. */
    id: z.uuid().nullable(),
    /** The code of an organ of this installation; null: of another. */
    organ: z.string().nullable(),
    name: Bilingual,
    year: z.int(),
    scope: z.enum(['own', 'below']),
    format: z.string(),
    /** Numbers by cell; cells that the file leaves empty are missing. */
    numbers: z.record(z.string(), z.number()),
    /** How many cells of the format have no number. */
    missing: z.int(),
    checks: z.array(ReportCheck),
    file: z.strictObject({ name: z.string(), sha256: z.string() }),
    taken: z.strictObject({ at: z.iso.datetime(), by: PersonRef }).nullable(),
    /** Since when it does not count any more, and why; no reason: another was taken in, in its place. */
    over: z.strictObject({ at: z.iso.datetime(), by: PersonRef, why: z.string() }).nullable(),
    /** Whether there is one of the same organ and year, which this one takes the place of. */
    replaces: z.boolean(),
  })
  .meta({ id: 'PublishedReport' });
export type PublishedReport = z.infer<typeof PublishedReport>;

/** One of them in a list. */
const PublishedReportLine = PublishedReport.omit({ numbers: true, checks: true }).meta({ id: 'PublishedReportLine' });
export type PublishedReportLine = z.infer<typeof PublishedReportLine>;

/** What was taken in, the newest year first. */
export const PublishedReports = z.strictObject({ items: z.array(PublishedReportLine) }).meta({ id: 'PublishedReports' });
export type PublishedReports = z.infer<typeof PublishedReports>;

/** Why a report that was taken in does not count any more. */
export const PublishedReportEnd = z
  .strictObject({ why: z.string().trim().min(1).max(LONGEST_REASON).refine(isKeepable) })
  .meta({ id: 'PublishedReportEnd' });
export type PublishedReportEnd = z.infer<typeof PublishedReportEnd>;

/** The query of `GET /reports/comparison`. */
export const ReportComparisonQuery = z
  .strictObject({
    year: Year,
    organ: z.string().min(1).max(100).describe('Code of an organ in sight; without it the own one').optional(),
    scope: z.enum(['own', 'below']).optional(),
    with: z
      .string()
      .transform((text) => text.split(','))
      .pipe(z.array(z.uuid()).max(MOST_COMPARED))
      .describe('Ids of reports that were taken in, with commas between')
      .optional(),
  })
  .meta({ id: 'ReportComparisonQuery' });
export type ReportComparisonQuery = z.infer<typeof ReportComparisonQuery>;

/** Reports side by side: the own one, that of the year before, and those that were taken in. */
export const ReportComparison = z
  .strictObject({
    columns: z.array(
      z.strictObject({
        /** Of one that was taken in. */
        id: z.uuid().nullable(),
        name: Bilingual,
        year: z.int(),
        /** Counted from cases as they stand, frozen, or taken in. */
        source: z.enum(['counted', 'frozen', 'published']),
      }),
    ),
    /** Cells that mean the same in all of them, in printed order; null: not known. */
    rows: z.array(z.strictObject({ cell: z.string(), name: Bilingual, numbers: z.array(z.number().nullable()) })),
    /** Tables of which the formats count different things, and which are left out for it. */
    without: AnnualReport.shape.tables.element.shape.id.array(),
  })
  .meta({ id: 'ReportComparison' });
export type ReportComparison = z.infer<typeof ReportComparison>;
