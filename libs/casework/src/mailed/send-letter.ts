import { randomUUID } from 'node:crypto';
import type { JobPayload, NoticeKind } from '@gongkai/contracts';
import {
  json,
  MailRefused,
  type Clock,
  type CommandPool,
  type FileStore,
  type JobRun,
  type Mail,
  type Mailer,
  type Sealer,
  type Statement,
} from '@gongkai/platform';
import { nameInCase } from '../file-names.js';
import { withStandIns } from '../reminders/colleagues.js';
import { ATTEMPTS } from '../reminders/deliverable.js';
import { newsKey } from '../reminders/news-key.js';
import { tellStep } from '../reminders/turns.js';
import { letterWords } from './letter-words.js';
import { messageIdOf } from './note-letter.js';
import { openAddress, STILL_MEANT } from './mail-rows.js';

/** What sending works with; without a mailer nothing is sent, and somebody is told. */
type SendingParts = {
  readonly pool: Pick<CommandPool, 'query'>;
  readonly clock: Clock;
  readonly sealer: Pick<Sealer, 'open'>;
  readonly store: Pick<FileStore, 'read'>;
  readonly mailer: Pick<Mailer, 'send'> | null;
  /** Where applicants reach this installation, without a slash at its end. */
  readonly publicUrl: string;
};

type Row = {
  readonly id: string;
  readonly case_id: string;
  readonly entry_id: string;
  readonly sent_by: string;
  readonly sealed: Uint8Array;
  readonly mail_to: string;
  readonly left_out: readonly string[];
  readonly number: string;
  readonly organ: string;
  readonly assignee_id: string | null;
  readonly kind: NoticeKind;
  readonly letter_number: string | null;
  readonly files: readonly { readonly id: string; readonly name: string; readonly mime: string }[];
  /** As long as it did not come back, arrive or leave another way. */
  readonly meant: boolean;
};

const readLetter = (id: string): Statement => ({
  name: 'letter-to-mail',
  text: `
    SELECT letter_mail.id, letter_mail.case_id, letter_mail.entry_id, letter_mail.sent_by, letter_mail.sealed, letter_mail.mail_to,
           letter_mail.left_out, case_file.number, organ.name_zh AS organ, case_file.assignee_id, (${STILL_MEANT}) AS meant,
           document ->> 'kind' AS kind, document ->> 'number' AS letter_number,
           (SELECT jsonb_agg(jsonb_build_object('id', stored_file.id, 'mime', stored_file.mime, 'name', ${nameInCase('case_file.id')})
                             ORDER BY array_position(letter_mail.file_ids, stored_file.id))
              FROM stored_file WHERE stored_file.organ_id = case_file.organ_id AND stored_file.id = ANY (letter_mail.file_ids)) AS files
      FROM letter_mail JOIN case_file ON case_file.id = letter_mail.case_id JOIN organ ON organ.id = case_file.organ_id
      CROSS JOIN LATERAL jsonb_array_elements(case_file.file -> 'notices') AS document
     WHERE letter_mail.id = $1 AND letter_mail.state = 'waiting' AND document ->> 'id' = letter_mail.notice_id::text`,
  values: [id],
});

/** Written before the server is spoken to, and by itself: who dies in between leaves it. */
const begun = (id: string, at: Date): Statement => ({
  name: 'letter-mail-begun',
  text: 'UPDATE letter_mail SET tries = tries + 1, tried_at = $2 WHERE id = $1',
  values: [id, at],
});

/** What came of a try after which there is another. */
const unsent = (id: string, proof: string): Statement => ({
  name: 'letter-mail-unsent',
  text: 'UPDATE letter_mail SET proof = $2 WHERE id = $1',
  values: [id, proof],
});

type End = { readonly state: 'sent' | 'failed' | 'aside'; readonly proof: string; readonly sentAt?: Date };
const ended = (id: string, { state, proof, sentAt }: End): Statement => ({
  name: 'letter-mail-ended',
  text: `UPDATE letter_mail SET state = $2, proof = $3, sent_at = $4 WHERE id = $1 AND state = 'waiting'`,
  values: [id, state, proof, sentAt ?? null],
});

/** The history of the case has it as well, by a job of its own: it takes the lock of the case. */
const noted = (id: string): Statement => ({
  name: 'letter-mail-noted',
  text: `INSERT INTO outbox (id, job, payload) VALUES ($1, 'note-letter', $2)`,
  values: [randomUUID(), json({ letterId: id })],
});

/**
 * Mails a letter to its applicant, with the files as they were put down, byte for byte. That it is tried is written before; that it went, when
 * the server has taken it. Who dies in between sends it again, under the same Message-ID. What the server will not take, or took in no attempt,
 * is told to who holds the case; no word of it bears the address.
 * @returns what is to be written
 * @throws Error where another attempt may reach the server
 */
export async function sendLetter(
  { letterId }: JobPayload<'send-letter'>,
  { attempt, read }: Pick<JobRun, 'attempt' | 'read'>,
  parts: SendingParts,
): Promise<readonly Statement[]> {
  const [row] = await read<Row>(readLetter(letterId));
  if (row === undefined) return [];
  if (!row.meant) return [ended(row.id, { state: 'aside', proof: '已另行送达或者退回，不再发送' })];
  const { pool, clock } = parts;
  await pool.query(begun(row.id, clock.now()));
  const { proof, isTaken, isFinal } = await handed(row, parts);
  if (isTaken) return [ended(row.id, { state: 'sent', proof, sentAt: clock.now() }), noted(row.id)];
  if (isFinal || attempt >= ATTEMPTS)
    return [ended(row.id, { state: 'failed', proof }), noted(row.id), ...(await telling(row, read, parts))];
  await pool.query(unsent(row.id, proof));
  throw new Error(proof);
}

type Handed = { readonly isTaken: boolean; readonly isFinal: boolean; readonly proof: string };

/** What the server said, without the address, which some servers repeat. */
async function handed(row: Row, parts: SendingParts): Promise<Handed> {
  const { mailer, sealer } = parts;
  if (mailer === null) return { isTaken: false, isFinal: true, proof: '没有配置邮件服务器' };
  const to = openAddress(sealer, row.id, row.sealed);
  const masked = maskedIn(to, row.mail_to);
  try {
    return { isTaken: true, isFinal: true, proof: masked(await mailer.send(await mailOf(row, to, parts))) };
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    return { isTaken: false, isFinal: error instanceof MailRefused, proof: masked(words) };
  }
}

/** Puts what may be shown of an address in its place, however a server writes it. */
function maskedIn(address: string, shown: string): (words: string) => string {
  const literally = address.replaceAll(/[.*+?^${}()|[\]\\]/gu, '\\$&');
  return (words) => words.replaceAll(new RegExp(literally, 'giu'), shown);
}

/** The mail, with its files as they lie there: one that was altered is not read. */
async function mailOf(row: Row, to: string, { store, publicUrl }: SendingParts): Promise<Mail> {
  const { id, organ, number, kind, letter_number: letterNumber, files, left_out: out } = row;
  const names = files.map(({ name }) => name);
  const words = letterWords({ organ, number, kind, letterNumber, names, leftOut: out.length, publicUrl });
  const attachments = await Promise.all(
    files.map(async (file) => ({ filename: file.name, contentType: file.mime, content: await store.read(file.id) })),
  );
  return { to, messageId: messageIdOf(id, publicUrl), ...words, attachments };
}

/** Who holds the case, and who sent the letter, hear of it once. */
async function telling(row: Row, read: JobRun['read'], { clock }: SendingParts): Promise<readonly Statement[]> {
  const news = 'letter-not-mailed';
  const people = [...new Set([row.assignee_id ?? row.sent_by, row.sent_by])];
  const told = await withStandIns(people, clock.today(), read);
  return [
    tellStep(told, { caseId: row.case_id, kind: 'news', step: news, key: newsKey(news, row.case_id, row.entry_id) }, { clock }),
  ];
}
