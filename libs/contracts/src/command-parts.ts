import { z } from 'zod';
import { Day } from './day.js';
import { keptText } from './kept-text.js';

/** What the fields of commands are made of. */
export const text = keptText(4000);
export const word = keptText(200);
export const id = keptText(100);
export const on = Day.optional();
/** null: made, but not yet sent; `dispatchNotice` gives the day. */
export const dispatchedOn = Day.nullable().optional();

/** Papers that come with a step: its envelope, receipt, letter. Of a decision or a review they are what is to be released. */
export const fileIds = z.array(id).max(200).optional().describe('Files handed in before (POST /files), by their ids');

/** Files by the hashes that are their ids, so many at most. */
export const fileHashes = (most: number) => z.array(z.string().regex(/^[0-9a-f]{64}$/)).max(most);

/** One command: its name, its fields, and the note that anybody may add. */
export const bare = <T extends string, S extends z.ZodRawShape>(type: T, fields: S) =>
  z
    .strictObject({ type: z.literal(type), ...fields, note: text.optional() })
    .meta({ id: type.charAt(0).toUpperCase() + type.slice(1) });

/** One command, with the papers that came with it. */
export const command = <T extends string, S extends z.ZodRawShape>(type: T, fields: S) => bare(type, { ...fields, fileIds });

/** One command of an approver, who may sign in somebody's place. */
export const signing = <T extends string, S extends z.ZodRawShape>(type: T, fields: S) =>
  command(type, {
    ...fields,
    inPlaceOf: id
      .optional()
      .describe('In whose place it is done: one of those who have delegated it; asked for where several have'),
  });

/** What stands in the files of a letter, where that is meant. */
const particulars = text
  .optional()
  .describe(
    'Why files that go out may tell numbers of identity cards, phones or addresses of somebody else than whom the letter is for: asked for where their text does, kept with the step',
  );

/** One command that makes a letter, or brings a copy of one. */
export const letter = <T extends string, S extends z.ZodRawShape>(type: T, fields: S) =>
  command(type, { ...fields, particulars });

/** The same of an approver. */
export const signedLetter = <T extends string, S extends z.ZodRawShape>(type: T, fields: S) =>
  signing(type, { ...fields, particulars });
