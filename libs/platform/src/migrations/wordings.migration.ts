import { ForwardOnly } from './forward-only.js';

/** How organs word their papers, version by version, over `config/notices`; without a person it came by the command line. */
const WORDING = `
  CREATE TABLE wording (
    organ_id uuid NOT NULL REFERENCES organ ON DELETE CASCADE,
    kind text NOT NULL,
    version integer NOT NULL,
    valid_from date NOT NULL,
    content text,
    reason text NOT NULL,
    changed_at timestamptz NOT NULL,
    changed_by uuid REFERENCES person,
    PRIMARY KEY (organ_id, kind, version)
  )`;

/** Wordings that organs have of their own. */
export class Wordings1795784700000 extends ForwardOnly {
  readonly name = 'Wordings1795784700000';
  protected readonly statements = [
    WORDING,
    'CREATE TRIGGER wording_stays BEFORE UPDATE ON wording FOR EACH ROW EXECUTE FUNCTION journal_stays()',
  ];
}
