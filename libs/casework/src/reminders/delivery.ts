import { MailRefused, type Mail, type Mailer, type Statement } from '@gongkai/platform';
import {
  aboutOf,
  lawOfRow,
  ATTEMPTS,
  oneAtATime,
  readDeliverable,
  whyTooLate,
  type DeliverableRow,
  type DeliveryRun,
  type WordingParts,
} from './deliverable.js';
import { digestLetter, letterOf, newsLetter, organLetter } from './letter.js';

/** What a delivery works with; without a mailer everything is told in the program alone. */
export type DeliveryParts = WordingParts & { readonly mailer: Pick<Mailer, 'send'> | null };

/**
 * The notification, and what else waits for the same person by now: reminders go out together, unless the person wants each by itself.
 * None where it went out with another.
 */
const readWaiting = (id: string, now: Date): Statement => ({
  name: 'waiting-for-mail',
  text: `
    SELECT other.id
      FROM notification AS one JOIN person ON person.id = one.person_id JOIN notification AS other ON other.person_id = one.person_id
     WHERE one.id = $1 AND one.delivery = 'waiting' AND other.delivery = 'waiting'
       AND (other.id = one.id
         OR (one.kind = 'reminder' AND other.kind = 'reminder' AND person.reminder_mails = 'digest' AND other.not_before <= $2))`,
  values: [id, now],
});

const readPerson = (id: string): Statement => ({
  name: 'person-told',
  text: 'SELECT person_id FROM notification WHERE id = $1',
  values: [id],
});

/** What became of it. */
type Outcome = {
  readonly delivery: 'sent' | 'shown' | 'failed';
  readonly mailTo?: string;
  readonly messageId?: string;
  readonly sentAt?: Date;
  readonly proof: string | null;
};

/**
 * Sends a notification by mail where there is an address and a server, with the other reminders that wait for its person, and notes the
 * proof. The note is written when the server has taken the letter: who dies in between sends it again, under the same Message-ID.
 * @returns what is to be written
 * @throws Error where the mail server is away: another attempt may reach it
 */
export async function deliver(id: string, run: DeliveryRun, parts: DeliveryParts): Promise<readonly Statement[]> {
  const [told] = await run.read<{ person_id: string }>(readPerson(id));
  if (told === undefined) return [];
  await run.read(oneAtATime(`mail ${told.person_id}`));
  const waiting = await run.read<{ id: string }>(readWaiting(id, parts.clock.now()));
  const rows = await run.read<DeliverableRow>(readDeliverable(waiting.map((row) => row.id)));
  const kept = rows.flatMap((row) => {
    const why = whyNoMail(row, parts);
    return why === null ? [] : [noteOf(row, { delivery: 'shown', proof: why })];
  });
  const mailed = rows.filter((row) => whyNoMail(row, parts) === null);
  const { mailer } = parts;
  const [first] = mailed;
  const to = first?.email ?? null;
  if (first === undefined || to === null || mailer === null) return kept;
  const letter = { to, messageId: messageIdOf(mailed, parts), ...wordsOf(first, mailed, parts) };
  return [...kept, ...(await mail(mailed, letter, { id, run, mailer, clock: parts.clock }))];
}

function whyNoMail(row: DeliverableRow, parts: DeliveryParts): string | null {
  const late = whyTooLate(row, parts);
  if (late !== null) return late;
  if (!row.channels.includes('mail')) return 'not by mail';
  if (parts.mailer === null) return 'no mail server';
  return row.email === null ? 'no mail address' : null;
}

type Sending = Pick<DeliveryParts, 'clock'> & {
  readonly id: string;
  readonly run: DeliveryRun;
  readonly mailer: Pick<Mailer, 'send'>;
};

/** One letter about all of them. Given up after all attempts is the one that was asked for; the others have attempts of their own. */
async function mail(rows: readonly DeliverableRow[], letter: Mail, { id, run, mailer, clock }: Sending): Promise<Statement[]> {
  const gone = { mailTo: letter.to, messageId: letter.messageId };
  try {
    const proof = await mailer.send(letter);
    return rows.map((row) => noteOf(row, { ...gone, delivery: 'sent', sentAt: clock.now(), proof }));
  } catch (error) {
    const isRefused = error instanceof MailRefused;
    if (!isRefused && run.attempt < ATTEMPTS) throw error;
    const proof = error instanceof Error ? error.message : String(error);
    const given = rows.filter((row) => isRefused || row.id === id);
    return given.map((row) => noteOf(row, { ...gone, delivery: 'failed', proof }));
  }
}

function wordsOf(
  first: DeliverableRow,
  rows: readonly DeliverableRow[],
  parts: DeliveryParts,
): { subject: string; text: string } {
  const [about, today] = [aboutOf(first, parts), parts.clock.today()];
  if (first.kind === 'news') return first.case_id === null ? organLetter(about, first.subject) : newsLetter(about);
  const { calendar } = lawOfRow(first, parts.laws, today);
  if (rows.length === 1) return letterOf(about, today, calendar);
  return digestLetter(
    rows.map((row) => aboutOf(row, parts)),
    today,
    calendar,
  );
}

/** Of the oldest of them: whichever job sends them, the letter has the same name. */
const messageIdOf = (rows: readonly DeliverableRow[], { publicUrl }: DeliveryParts): string =>
  `<${rows.map(({ id }) => id).sort()[0] ?? ''}@${new URL(publicUrl).hostname}>`;

const noteOf = (row: DeliverableRow, { delivery, mailTo, messageId, sentAt, proof }: Outcome): Statement => ({
  name: 'note-delivery',
  text: `
    UPDATE notification SET delivery = $2, mail_to = $3, sent_at = $4, proof = $5, message_id = $6
     WHERE id = $1 AND delivery = 'waiting'`,
  values: [row.id, delivery, mailTo ?? null, sentAt ?? null, proof, messageId ?? null],
});
