import type { Job } from '@gongkai/contracts';
import { json, type Statement } from '@gongkai/platform';
import type { NewApplicantRow } from '../applicants.js';
import type { QueryCodeRow } from '../enquiries/query-code.js';
import type { AppearingRow } from './appearing.js';
import type { PartyContactRow } from './party-contact.js';
import type { Findable } from '../queries/bigrams.js';
import type { AlarmRow, DeadlineRow, DerivedColumns } from './columns.js';
import type { JournalTableRow } from './journal-entry.js';
import type { PassedOnRow } from './passed-on.js';

/** A row of `case_file` that changes with each command. */
export type ChangedCaseRow = DerivedColumns &
  Findable & {
    readonly id: string;
    readonly version: number;
    readonly seq: number;
    readonly last_hash: string;
  };

/** A row of `case_file` for a new case. */
export type OpenedCaseRow = ChangedCaseRow & {
  readonly organ_id: string;
  readonly number: string;
  readonly number_year: number;
  readonly serial: number;
  readonly statute: string;
  readonly channel: string;
  readonly applicant_name: string;
  readonly opened_on: string;
};

export type OutboxRow = Job & { readonly id: string };

export type IdempotencyRow = {
  readonly scope: string;
  readonly key: string;
  readonly request_hash: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly created_at: string;
};

type OfCase<T> = T & { readonly case_id: string };

/** Everything a command leaves in the database. */
export type Writing = {
  readonly applicants: readonly NewApplicantRow[];
  readonly codes: readonly QueryCodeRow[];
  readonly appearing: readonly AppearingRow[];
  readonly contacts: readonly PartyContactRow[];
  readonly opened: readonly OpenedCaseRow[];
  readonly changed: readonly ChangedCaseRow[];
  readonly entries: readonly JournalTableRow[];
  readonly deadlines: readonly OfCase<DeadlineRow>[];
  readonly alarms: readonly OfCase<AlarmRow>[];
  readonly passed: readonly OfCase<PassedOnRow & { readonly repeat_at: string }>[];
  readonly outbox: readonly OutboxRow[];
  readonly answers: readonly IdempotencyRow[];
};

const CHANGING = [
  ...[
    'version',
    'state',
    'value',
    'machine_version',
    'clock_edition',
    'file',
    'subject',
    'received_on',
    'final_due',
    'provisional_due',
  ],
  ...[
    'cautious_due',
    'due',
    'clock',
    'stopped',
    'applicant_id',
    'assignee_id',
    'turn_role',
    'turn_since',
    'outcome',
    'concluded_on',
    'concluded_as',
    'concluded_for',
    'challenged_from',
    'challenged_until',
    'closed_on',
    'filed_on',
    'part_of',
    'replied_on',
    'pace',
    'in_work',
    'waits',
    'seq',
    'last_hash',
    'words',
    'search',
  ],
];
const OPENING = [...['id', 'organ_id', 'number', 'number_year', 'serial', 'statute', 'channel', 'applicant_name', 'opened_on']];
const ENTRY = [
  ...['case_id', 'seq', 'id', 'at', 'on_day', 'actor_id', 'type', 'fact', 'deadlines'],
  ...['statute_version', 'calendar_version', 'previous_hash', 'hash'],
];
const ALARM = 'case_id, kind, subject, rings_on, due, provisional';
const ANSWER = ['scope', 'key', 'request_hash', 'status', 'headers', 'body', 'created_at'];

const rows = (table: string, parameter: number): string => `jsonb_populate_recordset(NULL::${table}, $${parameter}::jsonb)`;
const insert = (table: string, columns: readonly string[], parameter: number): string =>
  `INSERT INTO ${table} (${columns.join(', ')}) SELECT ${columns.join(', ')} FROM ${rows(table, parameter)}`;

/** Of a reminder called `old`: its deadline is owed as before. */
const STILL_OWED = `EXISTS (
            SELECT FROM new_alarms AS new
             WHERE new.kind = 'reminder' AND (new.case_id, new.subject, new.due) = (old.case_id, old.subject, old.due))`;

/** Of a reminder called `old`: it goes with its case to another holder. */
const PASSED_ON = `
            SELECT FROM ${rows('notification', 11)} AS passed
             WHERE (passed.case_id, passed.told_as) = (old.case_id, old.told_as) AND coalesce(passed.subject, old.subject) = old.subject`;

/** What has to be there before the rest of a command may hang on it: the policies of a table see nothing of the statement that they judge. */
const OPEN = `
  WITH applicants AS (${insert('applicant', ['id', 'organ_id', 'kind', 'category', 'name', 'sealed'], 1)})
  ${insert('case_file', [...OPENING, ...CHANGING], 2)}`;

/**
 * The one statement of a command, behind {@link OPEN} where it opens a case. What it leaves out of `deadline` and `alarm` is removed for the
 * cases it names; rows that stay as they are, are not touched. Reminders of what is met or has moved, and those of who held a case that another holds now, are
 * settled by that: acknowledged by nobody, and those that somebody is just acknowledging left to them. To who gets a case back, theirs
 * stand again, and press again. All parts see the database as it was before.
 */
const WRITE = `
  WITH codes AS (${insert('query_code', ['case_id', 'sealed'], 9)}),
  appearing_lists AS (${insert('appearing', ['id', 'case_id', 'sealed'], 10)}),
  contacts AS (${insert('party_contact', ['consultation_id', 'sealed'], 12)}
    ON CONFLICT (consultation_id) DO UPDATE SET sealed = excluded.sealed),
  changed AS (
    UPDATE case_file AS old SET (${CHANGING.join(', ')}) = (${CHANGING.map((column) => `new.${column}`).join(', ')})
      FROM ${rows('case_file', 1)} AS new
     WHERE old.id = ANY ($7::uuid[]) AND old.id = new.id AND old.version = new.version - 1
    RETURNING old.id
  ),
  entries AS (${insert('journal', ENTRY, 2)}),
  new_deadlines AS MATERIALIZED (SELECT case_id, name, due, provisional FROM ${rows('deadline', 3)}),
  old_deadlines AS (
    DELETE FROM deadline AS old
     WHERE old.case_id = ANY ($7::uuid[])
       AND NOT EXISTS (SELECT FROM new_deadlines AS new WHERE new.case_id = old.case_id AND new.name = old.name)
  ),
  set_deadlines AS (
    INSERT INTO deadline (case_id, name, due, provisional)
    SELECT case_id, name, due, provisional FROM new_deadlines AS new
     WHERE NOT EXISTS (
       SELECT FROM deadline AS old
        WHERE old.case_id = ANY ($7::uuid[])
          AND (old.case_id, old.name) = (new.case_id, new.name)
          AND (old.due, old.provisional) IS NOT DISTINCT FROM (new.due, new.provisional))
    ON CONFLICT (case_id, name) DO UPDATE SET due = excluded.due, provisional = excluded.provisional
  ),
  new_alarms AS MATERIALIZED (SELECT ${ALARM} FROM ${rows('alarm', 4)}),
  old_alarms AS (
    DELETE FROM alarm AS old
     WHERE old.case_id = ANY ($7::uuid[])
       AND NOT EXISTS (
         SELECT FROM new_alarms AS new
          WHERE (new.case_id, new.kind, new.subject) = (old.case_id, old.kind, old.subject))
  ),
  set_alarms AS (
    INSERT INTO alarm (${ALARM})
    SELECT ${ALARM} FROM new_alarms AS new
     WHERE NOT EXISTS (
       SELECT FROM alarm AS old
        WHERE old.case_id = ANY ($7::uuid[])
          AND (old.case_id, old.kind, old.subject) = (new.case_id, new.kind, new.subject)
          AND (old.rings_on, old.due, old.provisional) IS NOT DISTINCT FROM (new.rings_on, new.due, new.provisional))
    ON CONFLICT (case_id, kind, subject)
    DO UPDATE SET (rings_on, due, provisional) = (excluded.rings_on, excluded.due, excluded.provisional)
  ),
  settled AS (
    UPDATE notification SET acknowledged_at = $8, repeat_at = NULL
     WHERE id IN (
       SELECT id FROM notification AS old
        WHERE old.case_id = ANY ($7::uuid[]) AND old.kind = 'reminder' AND old.acknowledged_at IS NULL
          AND (NOT ${STILL_OWED} OR EXISTS (
            ${PASSED_ON} AND passed.person_id NOT IN (old.person_id, coalesce(old.for_person_id, old.person_id))))
          FOR UPDATE SKIP LOCKED)
  ),
  stands_again AS (
    UPDATE notification AS old
       SET acknowledged_at = NULL,
           repeat_at = CASE WHEN old.acknowledge THEN (
             SELECT max(passed.repeat_at) FROM ${rows('notification', 11)} AS passed WHERE passed.case_id = old.case_id) END
     WHERE old.case_id = ANY ($7::uuid[]) AND old.kind = 'reminder'
       AND old.acknowledged_at IS NOT NULL AND old.acknowledged_by IS NULL AND ${STILL_OWED}
       AND EXISTS (${PASSED_ON} AND passed.person_id IN (old.person_id, old.for_person_id))
  ),
  told AS (${insert('outbox', ['id', 'job', 'payload', 'created_at'], 5)}),
  answered AS (${insert('idempotency_key', ANSWER, 6)})
  SELECT count(*)::int AS changed FROM changed`;

/** Everything a command leaves, in the order in which it is sent, together. @param at the moment of the command */
export function writeStatements(writing: Writing, at: Date): readonly [Statement, ...Statement[]] {
  const { applicants, opened } = writing;
  const write = writeStatement(writing, at);
  if (applicants.length + opened.length === 0) return [write];
  return [{ name: 'open-command', text: OPEN, values: [json(applicants), json(opened)] }, write];
}

function writeStatement(writing: Writing, at: Date): Statement {
  const cases = [...writing.opened, ...writing.changed].map(({ id }) => id);
  const outbox = writing.outbox.map((row) => ({ ...row, created_at: at.toISOString() }));
  const parts = [writing.changed, writing.entries, writing.deadlines, writing.alarms];
  return {
    name: 'write-command',
    text: WRITE,
    values: [
      ...[...parts, outbox, writing.answers].map(json),
      cases,
      at,
      json(writing.codes),
      json(writing.appearing),
      json(writing.passed),
      json(writing.contacts),
    ],
  };
}
