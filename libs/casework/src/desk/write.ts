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
import { settleReminders } from './settle-reminders.js';

/** A row of `case_file` that changes with each command. */
export type ChangedCaseRow = DerivedColumns & {
  readonly id: string;
  readonly version: number;
  readonly seq: number;
  readonly last_hash: string;
};

/** A row of `case_file` for a new case. */
export type OpenedCaseRow = ChangedCaseRow &
  Findable & {
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
  /** Cases that are found by other words than before: their index is large, and hardly a step changes it. */
  readonly worded: readonly (Findable & { readonly id: string })[];
  readonly entries: readonly JournalTableRow[];
  /** Deadlines that are new or have moved, and those that are none any more. */
  readonly deadlines: readonly OfCase<DeadlineRow>[];
  readonly goneDeadlines: readonly OfCase<DeadlineRow>[];
  readonly alarms: readonly OfCase<AlarmRow>[];
  readonly goneAlarms: readonly OfCase<AlarmRow>[];
  /** Cases of whose reminders some may be settled, or stand again, and what they are owed now. */
  readonly reminded: readonly string[];
  readonly owed: readonly OfCase<AlarmRow>[];
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
  ],
];
const WORDS = ['words', 'search'];
const OPENING = [...['id', 'organ_id', 'number', 'number_year', 'serial', 'statute', 'channel', 'applicant_name', 'opened_on']];
const ENTRY = [
  ...['case_id', 'seq', 'id', 'at', 'on_day', 'actor_id', 'type', 'fact', 'deadlines'],
  ...['statute_version', 'calendar_version', 'previous_hash', 'hash'],
];
const DEADLINE = ['case_id', 'name', 'due', 'provisional'];
const ALARM = ['case_id', 'kind', 'subject', 'rings_on', 'due', 'provisional'];
const ANSWER = ['scope', 'key', 'request_hash', 'status', 'headers', 'body', 'created_at'];

const rows = (table: string, parameter: number): string => `jsonb_populate_recordset(NULL::${table}, $${parameter}::jsonb)`;
const insert = (table: string, columns: readonly string[], parameter: number): string =>
  `INSERT INTO ${table} (${columns.join(', ')}) SELECT ${columns.join(', ')} FROM ${rows(table, parameter)}`;

/** What has to be there before the rest of a command may hang on it: the policies of a table see nothing of the statement that they judge. */
const OPEN = `
  WITH applicants AS (${insert('applicant', ['id', 'organ_id', 'kind', 'category', 'name', 'sealed'], 1)})
  ${insert('case_file', [...OPENING, ...CHANGING, ...WORDS], 2)}`;

const ENTRIES = insert('journal', ENTRY, 1);
const TOLD = insert('outbox', ['id', 'job', 'payload', 'created_at'], 2);

/** What each command leaves. Its cases are named by key beside the rows: without statistics a set of rows counts as a hundred. */
const STEP = `
  WITH changed AS (
    UPDATE case_file AS old SET (${CHANGING.join(', ')}) = (${CHANGING.map((column) => `new.${column}`).join(', ')})
      FROM ${rows('case_file', 3)} AS new
     WHERE old.id = ANY ($4::uuid[]) AND old.id = new.id AND old.version = new.version - 1
  ),
  entries AS (${ENTRIES})
  ${TOLD}`;
const ENTER = `WITH entries AS (${ENTRIES}) ${TOLD}`;

const WORD = `
  UPDATE case_file AS old SET (${WORDS.join(', ')}) = (${WORDS.map((column) => `new.${column}`).join(', ')})
    FROM ${rows('case_file', 1)} AS new WHERE old.id = ANY ($2::uuid[]) AND old.id = new.id`;

const DEADLINES = `
  WITH gone AS (
    DELETE FROM deadline AS old USING ${rows('deadline', 2)} AS gone
     WHERE old.case_id = ANY ($3::uuid[]) AND (old.case_id, old.name) = (gone.case_id, gone.name)
  )
  ${insert('deadline', DEADLINE, 1)}
  ON CONFLICT (case_id, name) DO UPDATE SET due = excluded.due, provisional = excluded.provisional`;

const ALARMS = `
  WITH gone AS (
    DELETE FROM alarm AS old USING ${rows('alarm', 2)} AS gone
     WHERE old.case_id = ANY ($3::uuid[]) AND (old.case_id, old.kind, old.subject) = (gone.case_id, gone.kind, gone.subject)
  )
  ${insert('alarm', ALARM, 1)}
  ON CONFLICT (case_id, kind, subject)
  DO UPDATE SET (rings_on, due, provisional) = (excluded.rings_on, excluded.due, excluded.provisional)`;

const CONTACTS = `
  ${insert('party_contact', ['consultation_id', 'sealed'], 1)} ON CONFLICT (consultation_id) DO UPDATE SET sealed = excluded.sealed`;

const idsOf = (...parts: readonly (readonly { readonly case_id: string }[])[]): string[] => [
  ...new Set(parts.flatMap((part) => part.map(({ case_id }) => case_id))),
];

/** A statement for rows of which there are none with most commands. */
type Seldom = {
  readonly name: string;
  readonly text: string;
  readonly of: (writing: Writing) => readonly (readonly unknown[])[];
  /** The keys that its rows are found by. */
  readonly keys?: (writing: Writing) => readonly string[];
};

/** Each in a table of its own, once the case and its entry are there. */
const SELDOM: readonly Seldom[] = [
  { name: 'write-words', text: WORD, of: ({ worded }) => [worded], keys: ({ worded }) => worded.map(({ id }) => id) },
  { name: 'write-codes', text: insert('query_code', ['case_id', 'sealed'], 1), of: ({ codes }) => [codes] },
  { name: 'write-appearing', text: insert('appearing', ['id', 'case_id', 'sealed'], 1), of: ({ appearing }) => [appearing] },
  { name: 'write-contacts', text: CONTACTS, of: ({ contacts }) => [contacts] },
  {
    name: 'write-deadlines',
    text: DEADLINES,
    of: ({ deadlines, goneDeadlines }) => [deadlines, goneDeadlines],
    keys: ({ goneDeadlines }) => idsOf(goneDeadlines),
  },
  {
    name: 'write-alarms',
    text: ALARMS,
    of: ({ alarms, goneAlarms }) => [alarms, goneAlarms],
    keys: ({ goneAlarms }) => idsOf(goneAlarms),
  },
  { name: 'write-answers', text: insert('idempotency_key', ANSWER, 1), of: ({ answers }) => [answers] },
];

/**
 * Everything a command leaves, in the order in which it is sent, together: what every command leaves, and of the rest what this one has. A
 * statement is the dearer the more tables it knows, whether it writes to them or not.
 * @param at the moment of the command
 */
export function writeStatements(writing: Writing, at: Date): readonly [Statement, ...Statement[]] {
  const { applicants, opened } = writing;
  const write = [
    stepStatement(writing, at),
    ...SELDOM.flatMap((part) => seldom(part, writing)),
    ...settleReminders(writing, at),
  ] as const;
  if (applicants.length + opened.length === 0) return write;
  return [{ name: 'open-command', text: OPEN, values: [json(applicants), json(opened)] }, ...write];
}

function stepStatement({ outbox, entries, changed }: Writing, at: Date): Statement {
  const told = outbox.map((row) => ({ ...row, created_at: at.toISOString() }));
  const values = [json(entries), json(told)];
  if (changed.length === 0) return { name: 'enter-command', text: ENTER, values };
  return { name: 'write-command', text: STEP, values: [...values, json(changed), changed.map(({ id }) => id)] };
}

function seldom({ name, text, of, keys }: Seldom, writing: Writing): Statement[] {
  const parts = of(writing);
  if (parts.every((part) => part.length === 0)) return [];
  return [{ name, text, values: [...parts.map(json), ...(keys === undefined ? [] : [keys(writing)])] }];
}
