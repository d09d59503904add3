const DIRECTORY = 'who is there and what they may: asked for before anybody is known, and told to whoever is led by them';
const COUNTED = 'counts who tries what; nobody reads it';
const CONFIGURED = 'how an organ works, laid over that of the organs above: it is read from below';
const LOGGED = 'who did or read what, by the organs above them: auditors read it along the tree';
const BY_CONTENT = 'found by the hash of a content alone, sealed where it says something';
const PUBLIC = 'for everybody to read, or on the way there';
const SUPERVISED = 'between organs: who assesses and who is assessed write in the same row';
const RUNNING = 'what the program itself keeps: ids and times';

/** The tables that have a policy: what has an organ, and what hangs on it. */
export const WALLED_TABLES: readonly string[] = [
  ...[
    'case_file',
    'case_in_work',
    'applicant',
    'journal',
    'deadline',
    'alarm',
    'appearing',
    'query_code',
    'follow_mail',
    'case_watch',
    'letter_mail',
  ],
  ...[
    'earlier_reply',
    'stored_file',
    'file_name',
    'redaction',
    'publication_draft',
    'incoming',
    'incoming_event',
    'record_correction',
  ],
  ...['record_journal', 'register_import', 'imported_case', 'disposal', 'disposal_case', 'destroyed_number'],
];

/** The tables in which row security shows every row, each with the reason (docs/decisions/0157). All others have a policy. */
export const OPEN_TABLES: Readonly<Record<string, string>> = {
  absence: DIRECTORY,
  access_log: LOGGED,
  admin_log: LOGGED,
  annual_report: PUBLIC,
  annual_report_entry: PUBLIC,
  api_token: DIRECTORY,
  assessment: SUPERVISED,
  assessment_organ: SUPERVISED,
  audit_leaf: LOGGED,
  audit_root: LOGGED,
  calendar_edition: CONFIGURED,
  calendar_feed: DIRECTORY,
  calendar_import: CONFIGURED,
  calendar_move: 'one calendar is for many organs, and who imports it is told how far all of them are: ids and dates',
  code_attempt: COUNTED,
  delegation: DIRECTORY,
  disclosure: PUBLIC,
  entry_proposal: PUBLIC,
  file_text: BY_CONTENT,
  formed_information: PUBLIC,
  guide: CONFIGURED,
  heartbeat: RUNNING,
  idempotency_key: 'found by who asked and their key alone; answers are sealed',
  ladder_edition: CONFIGURED,
  login_attempt: COUNTED,
  mailbox: RUNNING,
  migrations: RUNNING,
  nothing_to_publish: PUBLIC,
  notification: 'belongs to a person, of the organ or above it, and names a case by its id',
  notification_put_off: 'hangs on a notification',
  number_series: RUNNING,
  organ: DIRECTORY,
  organ_duty: RUNNING,
  outbox: RUNNING,
  page_copies: BY_CONTENT,
  page_reading: BY_CONTENT,
  party_contact: 'sealed, and found by the id of a letter, which may be that of two cases after a split',
  person: DIRECTORY,
  post: DIRECTORY,
  public_request: COUNTED,
  published_report: PUBLIC,
  reading: BY_CONTENT,
  recovery_code: DIRECTORY,
  rectification: SUPERVISED,
  register_mapping: CONFIGURED,
  reminder_ladder: CONFIGURED,
  second_factor: DIRECTORY,
  session: DIRECTORY,
  spent_proof: COUNTED,
  stuck_mail: RUNNING,
  training: SUPERVISED,
  webhook_message: 'names a notification and where it is posted',
  webhook_target: CONFIGURED,
  wording: CONFIGURED,
};
