import { ForwardOnly } from './forward-only.js';

/** How far the pictures of a scan are, by its content: `total` is null until it has been looked at, `pages` are those that are done. */
const PAGE_COPIES = `
  CREATE TABLE page_copies (
    file_id text PRIMARY KEY,
    total integer,
    done integer NOT NULL DEFAULT 0,
    pages jsonb NOT NULL DEFAULT '[]'
  )`;

/** Pages of scans, drawn for the screen. */
export class PageCopies1795729000000 extends ForwardOnly {
  readonly name = 'PageCopies1795729000000';
  protected readonly statements = [PAGE_COPIES];
}
