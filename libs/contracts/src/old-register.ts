import { z } from 'zod';
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
    /** What the register says and the law does not know so: the case is imported without it, and its journal tells it. */
    leftOut: z.array(CellProblem),
  })
  .meta({ id: 'RegisterRow' });
export type RegisterRow = z.infer<typeof RegisterRow>;

/** Which heading stands for which column of ours. */
export const RegisterMapping = z.partialRecord(z.enum(REGISTER_COLUMNS), z.string().max(200)).meta({ id: 'RegisterMapping' });
export type RegisterMapping = z.infer<typeof RegisterMapping>;

/** An old register before it is imported: how its columns are understood, and every row. */
export const RegisterPreview = z
  .object({
    headings: z.array(z.string()),
    /** The heading of each column that was found, by its name here. */
    mapping: RegisterMapping,
    rows: z.array(RegisterRow),
    fresh: z.int(),
    known: z.int(),
    wrong: z.int(),
  })
  .meta({ id: 'RegisterPreview' });
export type RegisterPreview = z.infer<typeof RegisterPreview>;
