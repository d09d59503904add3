import { z } from 'zod';
import { Day } from './day.js';
import { APPLICANT_CATEGORIES } from './intake.js';
import { ReportEntryState, ReportText } from './report-entry.js';
import { PersonRef } from './views.js';
import { DecisionCode, Ground } from './vocabulary.js';

const Bilingual = z.strictObject({ 'zh-CN': z.string(), en: z.string() });
const OrganName = z.strictObject({ code: z.string(), name: Bilingual });
const FIRST_YEAR = 2008;
const LAST_YEAR = 2200;

/** The year of a report. */
export const ReportYear = z.coerce.number().int().min(FIRST_YEAR).max(LAST_YEAR);

/** The forms a report can be had in as a file. */
export const REPORT_FORMS = ['docx', 'pdf', 'xlsx', 'html', 'csv', 'json'] as const;
export type ReportForm = (typeof REPORT_FORMS)[number];

/** The year of a report, or the report of that year as a file: `2019`, `2019.xlsx`. */
export const ReportName = z
  .string()
  .regex(/^2[01]\d\d(\.(docx|pdf|xlsx|html|csv|json))?$/)
  .describe('The year, e.g. 2019; with an ending the report as a file: 2019.docx, .pdf, .xlsx, .html, .csv, .json');

/** Which annual report. */
export const AnnualReportQuery = z
  .strictObject({
    organ: z.string().min(1).max(100).describe('Code of an organ in sight; without it the own one').optional(),
    scope: z
      .enum(['own', 'below'])
      .describe('The organ alone, or with everything below it (default, where the reader sees that)')
      .optional(),
    current: z.enum(['true', 'false']).describe('true: as the cases stand now, even where the report is frozen').optional(),
  })
  .meta({ id: 'AnnualReportQuery' });
export type AnnualReportQuery = z.infer<typeof AnnualReportQuery>;

/** The query of `GET /reports/annual/{year}`: another period than the year, counted by the format of the year. */
export const ReportPeriodQuery = z
  .strictObject({
    ...AnnualReportQuery.shape,
    from: Day.describe('First day of another period, counted as the cases stand; without it 1 January of the year').optional(),
    to: Day.describe('Last day of another period; without it 31 December of the year').optional(),
  })
  .meta({ id: 'ReportPeriodQuery' });
export type ReportPeriodQuery = z.infer<typeof ReportPeriodQuery>;

/** A cell of a printed table: a heading, or the number of a cell of the report. */
export const PrintedCell = z
  .strictObject({
    text: Bilingual,
    colSpan: z.int().min(1),
    rowSpan: z.int().min(1),
    /** The cell whose number stands here; null: a heading. */
    cell: z.string().nullable(),
    /** A heading of columns or of rows. */
    heads: z.enum(['columns', 'rows']).nullable(),
  })
  .meta({ id: 'PrintedCell' });
export type PrintedCell = z.infer<typeof PrintedCell>;

/** A table as the format prints it, merged cells and all: the same on every screen and in every file. */
export const PrintedTable = z
  .strictObject({
    id: z.string(),
    section: z.string(),
    note: Bilingual.nullable(),
    /** Columns of the grid. */
    width: z.int(),
    /** How many of the rows are the head. */
    headRows: z.int(),
    rows: z.array(z.array(PrintedCell)),
  })
  .meta({ id: 'PrintedTable' });
export type PrintedTable = z.infer<typeof PrintedTable>;

/** One instance of an identity that does not hold, with the cases behind it where they are known. */
export const ReportDifference = z
  .strictObject({
    /** The column or row it should hold in, e.g. `b.*.total`; a single cell for a roll-up. */
    place: z.string(),
    name: Bilingual,
    left: z.number().nullable(),
    right: z.number().nullable(),
    /** Cells without a number; those of last year begin with `last:`. */
    missing: z.array(z.string()),
    cases: z.array(z.strictObject({ caseId: z.string(), number: z.string() })),
  })
  .meta({ id: 'ReportDifference' });
export type ReportDifference = z.infer<typeof ReportDifference>;

/** An identity and whether it holds; `open`: what it needs is not there yet. */
export const ReportCheck = z
  .strictObject({
    id: z.string(),
    kind: z.enum(['hard', 'warn']),
    name: Bilingual,
    result: z.enum(['holds', 'differs', 'open']),
    /** In how many places it was looked at. */
    places: z.int(),
    differences: z.array(ReportDifference),
  })
  .meta({ id: 'ReportCheck' });
export type ReportCheck = z.infer<typeof ReportCheck>;

/** What has changed since a report was frozen, cell by cell; the report stays as it is. */
export const ChangeSinceFreeze = z
  .strictObject({
    cell: z.string(),
    name: Bilingual,
    frozen: z.number(),
    now: z.number(),
    added: z.array(z.string()).describe('Numbers of cases that count here now, and did not'),
    gone: z.array(z.string()).describe('Numbers of cases that counted here, and do not now'),
  })
  .meta({ id: 'ChangeSinceFreeze' });
export type ChangeSinceFreeze = z.infer<typeof ChangeSinceFreeze>;

/** A report as it was frozen. */
export const FrozenReport = z
  .strictObject({
    id: z.uuid(),
    at: z.iso.datetime(),
    by: PersonRef,
    /** SHA-256 of the RFC 8785 JSON of its figures, of the cases behind each cell and of its texts. */
    hash: z.string(),
    /** Whether the hash is still that of what is stored. */
    intact: z.boolean(),
    changes: z.array(ChangeSinceFreeze),
  })
  .meta({ id: 'FrozenReport' });
export type FrozenReport = z.infer<typeof FrozenReport>;

/** The annual report of an organ (政府信息公开工作年度报告, REG 49–50). */
export const AnnualReport = z
  .strictObject({
    year: z.int(),
    organ: OrganName,
    scope: z.enum(['own', 'below']),
    from: Day,
    to: Day,
    /** Of the whole year. Of another period the tables are counted and nothing is entered, frozen or published. */
    whole: z.boolean(),
    today: Day,
    at: z.iso.datetime(),
    /** By when it has to be public: a department on 31 January, a government on 31 March (REG 49). */
    due: Day,
    format: z.strictObject({ id: z.string(), number: z.string() }),
    sections: z.array(z.strictObject({ id: z.string(), no: z.string(), title: Bilingual, kind: z.enum(['narrative', 'table']) })),
    tables: z.array(PrintedTable),
    /** What each cell is called, row and column. */
    names: z.record(z.string(), Bilingual),
    /** The number of each cell; null: not entered yet. */
    numbers: z.record(z.string(), z.number().nullable()),
    /** The narrative sections, with the figures that they quote. */
    texts: z.array(ReportText),
    checks: z.array(ReportCheck),
    /** What it is rolled up from: the own office and every organ below. */
    members: z.array(
      z.strictObject({
        organ: OrganName,
        received: z.int(),
        carriedIn: z.int(),
        handled: z.int(),
        carriedOut: z.int(),
        /** Its report was made elsewhere and taken in: it has no cases here. */
        isElsewhere: z.boolean().optional(),
      }),
    ),
    /** Of the numbers, the lists of cases behind them and the texts, for who freezes exactly these. */
    digest: z.string(),
    /** How far table A and the texts are; null: nothing has been entered. */
    entry: ReportEntryState.nullable(),
    frozen: FrozenReport.nullable(),
    may: z.array(z.enum(['freeze'])),
  })
  .meta({ id: 'AnnualReport' });
export type AnnualReport = z.infer<typeof AnnualReport>;

/** The report that was looked at, by its digest: if a number has changed meanwhile, nothing is frozen. */
export const Freeze = z.strictObject({ digest: z.string().length(64) }).meta({ id: 'Freeze' });
export type Freeze = z.infer<typeof Freeze>;

/** Where the publication of a report stands (REG 49–50). */
export const ReportPublication = z
  .strictObject({
    year: z.int(),
    organ: OrganName,
    /** By when it has to be public; this day does not move. */
    due: Day,
    today: Day,
    /** Days, not working days, that are left; negative once it is late. */
    daysLeft: z.int(),
    /** `ready`: frozen and not published yet. */
    state: z.enum(['not-frozen', 'ready', 'published', 'withdrawn']),
    /** The entry of the catalogue. */
    entry: z.strictObject({ id: z.uuid(), indexNumber: z.string(), on: Day, withdrawnOn: Day.nullable() }).nullable(),
    may: z.array(z.enum(['publish'])),
  })
  .meta({ id: 'ReportPublication' });
export type ReportPublication = z.infer<typeof ReportPublication>;

/** The query of the list of cases of a cell. */
export const ReportedCasesQuery = z
  .strictObject({
    ...ReportPeriodQuery.shape,
    limit: z.coerce.number().int().min(1).max(1000).default(100),
    cursor: z
      .string()
      .regex(/^\d{1,9}$/)
      .optional(),
  })
  .meta({ id: 'ReportedCasesQuery' });
export type ReportedCasesQuery = z.infer<typeof ReportedCasesQuery>;

/** A case that a cell counts. Of one that was destroyed after the freeze only its number is known. */
export const ReportedCase = z
  .strictObject({
    caseId: z.uuid(),
    number: z.string(),
    organ: OrganName,
    known: z.boolean(),
    isRecord: z.boolean().describe('A request to correct a record (REG 41): what is counted is a remedy against its answer'),
    category: z.enum(APPLICANT_CATEGORIES).nullable(),
    subject: z.string().nullable(),
    receivedOn: Day.nullable(),
    concludedOn: Day.nullable(),
    outcome: DecisionCode.nullable(),
    ground: Ground.nullable(),
    items: z.int().nullable(),
  })
  .meta({ id: 'ReportedCase' });
export type ReportedCase = z.infer<typeof ReportedCase>;

export const ReportedCases = z
  .strictObject({
    cell: z.string(),
    name: Bilingual,
    total: z.int(),
    /** How many more the number counts: of reports that were made elsewhere, whose cases are not here. */
    elsewhere: z.int(),
    items: z.array(ReportedCase),
    nextCursor: z.string().nullable(),
  })
  .meta({ id: 'ReportedCases' });
export type ReportedCases = z.infer<typeof ReportedCases>;
