import { ForwardOnly } from './forward-only.js';

/** Who appears at a hearing: the fact names the list by its id, names and telephones lie sealed here. */
const APPEARING = `
  CREATE TABLE appearing (
    id uuid PRIMARY KEY,
    case_id uuid NOT NULL REFERENCES case_file,
    sealed bytea NOT NULL
  )`;

/** Who appears at the hearing of a remedy, each with their part. */
export class Appearing1795905000003 extends ForwardOnly {
  readonly name = 'Appearing1795905000003';
  protected readonly statements = [APPEARING, 'CREATE INDEX appearing_case ON appearing (case_id)'];
}
