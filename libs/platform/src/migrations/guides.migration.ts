import { ForwardOnly } from './forward-only.js';

/** What organs announce of themselves, version by version; without a person it was loaded from `config/`. */
const GUIDE = `
  CREATE TABLE guide (
    organ_id uuid NOT NULL REFERENCES organ ON DELETE CASCADE,
    version integer NOT NULL,
    valid_from date NOT NULL,
    content jsonb NOT NULL,
    changed_at timestamptz NOT NULL,
    changed_by uuid REFERENCES person,
    PRIMARY KEY (organ_id, version)
  )`;

/** Guides of organs, and files that applicants upload for applications they may never send. */
export class Guides1795743600001 extends ForwardOnly {
  readonly name = 'Guides1795743600001';
  protected readonly statements = [
    GUIDE,
    'CREATE TRIGGER guide_stays BEFORE UPDATE ON guide FOR EACH ROW EXECUTE FUNCTION journal_stays()',
    'ALTER TABLE stored_file ADD COLUMN loose_since timestamptz',
    'CREATE INDEX stored_file_loose ON stored_file (loose_since) WHERE loose_since IS NOT NULL',
    "CREATE INDEX journal_files ON journal USING gin ((fact -> 'fileIds')) WHERE fact ? 'fileIds'",
  ];
}
