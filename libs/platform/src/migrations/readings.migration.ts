import { ForwardOnly } from './forward-only.js';

/**
 * How far a file was read, by its content, and by what: `total` is null until it has been opened. What was asked for last is read first. It
 * holds what stands on the pages, and is therefore sealed.
 */
const READING = `
  CREATE TABLE reading (
    file_id text PRIMARY KEY,
    reader text NOT NULL,
    asked_at timestamptz NOT NULL DEFAULT now(),
    total integer,
    done integer NOT NULL DEFAULT 0
  )`;

/** What was read on a page, by the words and where they stand; null where it could not be read. */
const PAGE_READING = `
  CREATE TABLE page_reading (
    file_id text NOT NULL REFERENCES reading ON DELETE CASCADE,
    number integer NOT NULL,
    sealed bytea,
    PRIMARY KEY (file_id, number)
  )`;

/** Reading help: what scans say. */
export class Readings1795770000000 extends ForwardOnly {
  readonly name = 'Readings1795770000000';
  protected readonly statements = [
    READING,
    'CREATE INDEX reading_unfinished ON reading (asked_at) WHERE total IS NULL OR done < total',
    PAGE_READING,
  ];
}
