import { ForwardOnly } from './forward-only.js';

/**
 * A letter that leaves by e-mail: which files, and to which address, as they were the moment it left. The address lies sealed; beside it stands
 * what of it may be shown. `tries` counts the talks with the mail server, each before it begins.
 */
const LETTER_MAIL = `
  CREATE TABLE letter_mail (
    id uuid PRIMARY KEY,
    case_id uuid NOT NULL REFERENCES case_file,
    notice_id uuid NOT NULL,
    entry_id uuid NOT NULL,
    sent_by uuid NOT NULL REFERENCES person,
    sealed bytea NOT NULL,
    mail_to text NOT NULL,
    file_ids text[] NOT NULL,
    left_out text[] NOT NULL,
    state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'sent', 'failed', 'aside')),
    queued_at timestamptz NOT NULL,
    tries integer NOT NULL DEFAULT 0,
    tried_at timestamptz,
    sent_at timestamptz,
    proof text
  )`;

/** Letters to applicants that are mailed from here. */
export class LetterMails1795909500000 extends ForwardOnly {
  readonly name = 'LetterMails1795909500000';
  protected readonly statements = [
    LETTER_MAIL,
    'CREATE INDEX letter_mail_case ON letter_mail (case_id, queued_at)',
    `CREATE INDEX letter_mail_failed ON letter_mail (queued_at) WHERE state = 'failed'`,
    'ALTER TABLE letter_mail ENABLE ROW LEVEL SECURITY',
    `CREATE POLICY in_sight ON letter_mail
      USING (current_setting('gongkai.reach', true) = 'all' OR EXISTS (SELECT FROM case_file WHERE case_file.id = letter_mail.case_id))`,
  ];
}
