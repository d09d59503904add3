import { ForwardOnly } from './forward-only.js';

/** Who watches a case, and since when. It is theirs alone to begin and to end; no step of the case. */
const CASE_WATCH = `
  CREATE TABLE case_watch (
    case_id uuid NOT NULL REFERENCES case_file,
    person_id uuid NOT NULL REFERENCES person,
    since timestamptz NOT NULL,
    PRIMARY KEY (case_id, person_id)
  )`;

/** Cases are watched by people who have no step in them. */
export class Watching1795808000000 extends ForwardOnly {
  readonly name = 'Watching1795808000000';
  protected readonly statements = [CASE_WATCH, 'CREATE INDEX case_watch_person ON case_watch (person_id)'];
}
