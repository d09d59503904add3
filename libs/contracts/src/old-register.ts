import { z } from 'zod';
import { PersonRef } from './views.js';
import { CellProblem } from './work-orders.js';

/** What an old register says of an application, a column each. */
export const REGISTER_COLUMNS = [
  'number',
  'receivedOn',
  'channel',
  'applicant',
  'kind',
  'idNumber',
  'phone',
  'address',
  'email',
  'content',
  'correctionSentOn',
  'correctionServedOn',
  'correctedOn',
  'extendedOn',
  'extensionDays',
  'repliedOn',
  'replyNumber',
  'outcome',
  'ground',
  'reasons',
  'dispatchMode',
  'servedOn',
  'endedOn',
  'handler',
] as const;
export type RegisterColumn = (typeof REGISTER_COLUMNS)[number];

/** A row of an old register, as it would be or was imported. */
export const RegisterRow = z
  .object({
    /** Of the table, from 1; the headings stand in the first. */
    row: z.int(),
    number: z.string(),
    applicant: z.string(),
    state: z.enum(['new', 'known', 'wrong']),
    /** What keeps it from being imported. */
    problems: z.array(CellProblem),
    /** What the case is imported without: what the law does not know so, which its journal tells, and a handler whom nobody knows. */
    leftOut: z.array(CellProblem),
  })
  .meta({ id: 'RegisterRow' });
export type RegisterRow = z.infer<typeof RegisterRow>;

/** Which heading stands for which column of ours; an empty one: there is none, whatever it looks like. */
export const RegisterMapping = z.partialRecord(z.enum(REGISTER_COLUMNS), z.string().max(200)).meta({ id: 'RegisterMapping' });
export type RegisterMapping = z.infer<typeof RegisterMapping>;

/** An old register before it is imported: how its columns are understood, and every row. */
export const RegisterPreview = z
  .object({
    headings: z.array(z.string()),
    /** The heading of each column that was found, by its name here. */
    mapping: RegisterMapping,
    /** Columns that it has to have, and of which no heading is known: without them no row is read. */
    missing: z.array(z.enum(REGISTER_COLUMNS)),
    rows: z.array(RegisterRow),
    fresh: z.int(),
    known: z.int(),
    wrong: z.int(),
  })
  .meta({ id: 'RegisterPreview' });
export type RegisterPreview = z.infer<typeof RegisterPreview>;

/** An old register that was handed in before (`POST /files`), and how its columns are to be understood. */
export const RegisterRequest = z
  .strictObject({
    fileId: z.string().min(1).max(100),
    /** What was kept for the office, or the usual headings, where nothing is said. */
    mapping: RegisterMapping.optional(),
  })
  .meta({ id: 'RegisterRequest' });
export type RegisterRequest = z.infer<typeof RegisterRequest>;

/** An import of an old register: who began it, how far it is, and whether it was taken back. */
export const RegisterImport = z
  .object({
    id: z.string(),
    fileName: z.string(),
    begunAt: z.iso.datetime(),
    /** Null: from the command line. */
    begunBy: PersonRef.nullable(),
    /** Rows that were new and right when it began, and those that are cases by now. */
    total: z.int(),
    done: z.int(),
    /** `stopped`: it has not come to its end, and nobody goes on with it. The same table again does. */
    state: z.enum(['running', 'stopped', 'ended', 'undone']),
    endedAt: z.iso.datetime().nullable(),
    undoneAt: z.iso.datetime().nullable(),
    undoneBy: PersonRef.nullable(),
  })
  .meta({ id: 'RegisterImport' });
export type RegisterImport = z.infer<typeof RegisterImport>;

/** The imports of an organ, the newest first. */
export const RegisterImports = z.object({ items: z.array(RegisterImport) }).meta({ id: 'RegisterImports' });
export type RegisterImports = z.infer<typeof RegisterImports>;
