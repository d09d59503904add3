import { ForwardOnly } from './forward-only.js';

/** Kinds of which an organ says that it has nothing to publish, year by year; one that is taken back is in the log. */
const NOTHING = `
  CREATE TABLE nothing_to_publish (
    id uuid PRIMARY KEY,
    organ_id uuid NOT NULL REFERENCES organ ON DELETE CASCADE,
    kind text NOT NULL,
    year integer NOT NULL,
    reason text NOT NULL,
    stated_at timestamptz NOT NULL,
    stated_by uuid NOT NULL REFERENCES person,
    UNIQUE (organ_id, kind, year)
  )`;

/** Gaps of the full list that are answered. */
export class NothingToPublish1795820000000 extends ForwardOnly {
  readonly name = 'NothingToPublish1795820000000';
  protected readonly statements = [NOTHING];
}
