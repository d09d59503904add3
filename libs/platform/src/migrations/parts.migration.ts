import { ForwardOnly } from './forward-only.js';

/** Who counts applications looks for the few that are answered in parts, and not through all cases. */
export class Parts1795902300002 extends ForwardOnly {
  readonly name = 'Parts1795902300002';
  protected readonly statements = [`CREATE INDEX case_file_parts ON case_file (id) WHERE file ->> 'partOf' IS NOT NULL`];
}
