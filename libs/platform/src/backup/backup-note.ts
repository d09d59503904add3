import { z } from 'zod';

/** What a backup says of itself, in `backup.json`: enough to put it back, and to see that it is whole. */
export const BackupNote = z.strictObject({
  format: z.literal(1),
  madeAt: z.iso.datetime(),
  /** The steps of the schema that the database had taken, in order. */
  steps: z.array(z.string()),
  /** A file each in `tables`: what COPY writes, packed. */
  tables: z.array(z.strictObject({ name: z.string(), columns: z.array(z.string()), rows: z.int(), sha256: z.string() })),
  /** The value that each was at; null where it was never asked. */
  sequences: z.array(z.strictObject({ name: z.string(), last: z.string().nullable() })),
  files: z.strictObject({ count: z.int(), bytes: z.int() }),
  /** Files that the database knows and the disk did not have as they were handed in. */
  lost: z.array(z.string()),
  /** The ids of the keys without which particulars cannot be read: the keys themselves are no part of a backup. */
  keys: z.array(z.string()),
});
export type BackupNote = z.infer<typeof BackupNote>;

export const NOTE = 'backup.json';
export const SUMS = 'SHA256SUMS';
/** Where the rows of a table lie, below the folder of the backup. */
export const placeOfTable = (name: string): string => `tables/${name}.copy.gz`;
/** Where a file lies, below the folder of the backup as below the data folder. */
export const placeOfFile = (id: string): string => `files/${id.slice(0, 2)}/${id.slice(2, 4)}/${id}`;
