import { ForwardOnly } from './forward-only.js';

/**
 * Of which file of the case the one that becomes public was made: it shows the same pages, and says nothing beside them. Where both are one
 * file, it was begun before there were copies, and is written anew before it goes on.
 */
export class CleanCopies1795906000001 extends ForwardOnly {
  readonly name = 'CleanCopies1795906000001';
  protected readonly statements = [
    'ALTER TABLE publication_draft ADD COLUMN source_id text',
    // What is published stands as it is: its rows are not to be changed.
    'ALTER TABLE publication_draft DISABLE TRIGGER publication_draft_stands',
    'UPDATE publication_draft SET source_id = file_id',
    'ALTER TABLE publication_draft ENABLE TRIGGER publication_draft_stands',
    'ALTER TABLE publication_draft ALTER COLUMN source_id SET NOT NULL',
    'ALTER TABLE publication_draft ADD FOREIGN KEY (source_id, organ_id) REFERENCES stored_file (id, organ_id)',
  ];
}
