import { ForwardOnly } from './forward-only.js';

/** The ladders that organs have of their own, version by version, over `config/reminders.yaml`; without rungs: no more of its own. */
const REMINDER_LADDER = `
  CREATE TABLE reminder_ladder (
    organ_id uuid NOT NULL REFERENCES organ ON DELETE CASCADE,
    ladder text NOT NULL,
    version integer NOT NULL,
    rungs jsonb,
    reason text NOT NULL,
    changed_at timestamptz NOT NULL,
    changed_by uuid NOT NULL REFERENCES person,
    PRIMARY KEY (organ_id, ladder, version)
  )`;

/** Which ladders hold where: a new edition with each change of one, and of the tree of organs. */
const LADDER_EDITION = `
  CREATE TABLE ladder_edition (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at timestamptz NOT NULL
  )`;

/** Who is told, and when, is said by each organ. */
export class OwnLadders1795902100004 extends ForwardOnly {
  readonly name = 'OwnLadders1795902100004';
  protected readonly statements = [
    REMINDER_LADDER,
    LADDER_EDITION,
    'CREATE TRIGGER reminder_ladder_stays BEFORE UPDATE ON reminder_ladder FOR EACH ROW EXECUTE FUNCTION journal_stays()',
  ];
}
