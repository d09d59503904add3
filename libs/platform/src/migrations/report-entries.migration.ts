import { ForwardOnly } from './forward-only.js';

/**
 * What people enter into an annual report: table A and the narrative sections. A working paper: frozen, its figures and texts stand in
 * the report itself. `written_by` is everybody who has written it since it was last approved: none of them approves it.
 */
const ENTRY = `
  CREATE TABLE annual_report_entry (
    id uuid PRIMARY KEY,
    organ_id uuid NOT NULL REFERENCES organ,
    year integer NOT NULL,
    scope text NOT NULL CHECK (scope IN ('own', 'below')),
    version integer NOT NULL DEFAULT 1,
    state text NOT NULL CHECK (state IN ('draft', 'submitted', 'approved')),
    numbers jsonb NOT NULL,
    texts jsonb NOT NULL,
    written_by uuid[] NOT NULL,
    history jsonb NOT NULL,
    UNIQUE (organ_id, year, scope)
  )`;

/** Table A and the texts of annual reports, as people write them. */
export class ReportEntries1795824000000 extends ForwardOnly {
  readonly name = 'ReportEntries1795824000000';
  protected readonly statements = [ENTRY];
}
