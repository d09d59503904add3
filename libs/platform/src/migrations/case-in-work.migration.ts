import { ForwardOnly } from './forward-only.js';

/** What dashboards count by, and lists sort by. */
const COLUMNS = [
  ...[
    'id',
    'organ_id',
    'assignee_id',
    'state',
    'channel',
    'clock',
    'stopped',
    'turn_role',
    'due',
    'received_on',
    'opened_on',
    'closed_on',
  ],
  'waits',
];
const EXTENDED = (row: string): string =>
  `coalesce(${row}.pace ->> 'extendedOn' >= coalesce(${row}.pace ->> 'restartedOn', ''), false)`;
const INSERTED = [...COLUMNS, 'extended'].join(', ');
const of = (row: string): string => [...COLUMNS.map((column) => `${row}.${column}`), EXTENDED(row)].join(', ');

/**
 * What is in somebody's hands is counted in a small table of its own, however many cases lie behind it: a page of `case_file` holds few cases,
 * and open ones lie scattered among those that are over. What is grouped by is compared byte by byte. The table follows `case_file` by itself, whoever writes there.
 */
export class CaseInWork1795904100002 extends ForwardOnly {
  readonly name = 'CaseInWork1795904100002';
  protected readonly statements = [
    `CREATE TABLE case_in_work (
      id uuid PRIMARY KEY REFERENCES case_file ON DELETE CASCADE,
      organ_id uuid NOT NULL,
      assignee_id uuid,
      state text COLLATE "C" NOT NULL,
      channel text COLLATE "C" NOT NULL,
      clock text COLLATE "C" NOT NULL,
      stopped boolean NOT NULL,
      turn_role text COLLATE "C",
      due date,
      received_on date,
      opened_on date NOT NULL,
      closed_on date,
      waits text[] NOT NULL,
      extended boolean NOT NULL
    ) WITH (fillfactor = 80)`,
    `CREATE FUNCTION case_in_work_follows() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF NEW.in_work THEN
        INSERT INTO case_in_work AS kept (${INSERTED}) VALUES (${of('NEW')})
        ON CONFLICT (id) DO UPDATE SET (${INSERTED}) = (${[...COLUMNS, 'extended'].map((column) => `excluded.${column}`).join(', ')})
          WHERE kept IS DISTINCT FROM excluded;
      ELSE
        DELETE FROM case_in_work WHERE id = NEW.id;
      END IF;
      RETURN NULL;
    END $$`,
    `CREATE TRIGGER case_in_work_opens AFTER INSERT ON case_file FOR EACH ROW WHEN (NEW.in_work)
      EXECUTE FUNCTION case_in_work_follows()`,
    `CREATE TRIGGER case_in_work_follows AFTER UPDATE ON case_file FOR EACH ROW WHEN (OLD.in_work OR NEW.in_work)
      EXECUTE FUNCTION case_in_work_follows()`,
    `INSERT INTO case_in_work (${INSERTED}) SELECT ${of('case_file')} FROM case_file WHERE in_work`,
    'CREATE INDEX case_in_work_due ON case_in_work (due, id)',
    'CREATE INDEX case_in_work_organ ON case_in_work (organ_id, due, id)',
    'CREATE INDEX case_in_work_assignee ON case_in_work (assignee_id)',
  ];
}
