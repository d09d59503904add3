import { roleTexts, type ClockState } from '@gongkai/contracts';
import { lightOf } from '@gongkai/lifecycle';
import { MailRefused, type Clock, type Mailer, type Statement } from '@gongkai/platform';
import type { ReminderLadders } from '@gongkai/statutes';
import type { LawShelf } from '../law-shelf.js';
import { isOwed } from './due-reminders.js';
import { letterOf, newsLetter, type LetterAbout } from './letter.js';
import { isPassedOn, isSettled, NOTIFICATIONS, type NotificationRow } from './notification-views.js';

/** What a delivery works with; without a mailer everything is told in the program alone. */
export type DeliveryParts = {
  readonly laws: LawShelf;
  readonly clock: Clock;
  readonly mailer: Pick<Mailer, 'send'> | null;
  /** Where the console is, without a slash at its end. */
  readonly publicUrl: string;
};

/** One attempt. */
export type DeliveryRun = {
  readonly attempt: number;
  readonly read: <Row extends object>(statement: Statement) => Promise<Row[]>;
};

/** After so many attempts, some two hours, a letter is given up: the person has had it in the program all the while. */
const ATTEMPTS = 12;

type DeliverableRow = NotificationRow & {
  readonly email: string | null;
  readonly statute: string;
  readonly clock: ClockState;
  readonly stopped: boolean;
  readonly received_on: string | null;
  readonly turn_role: string | null;
  readonly assignee_id: string | null;
  readonly assignee_name: string | null;
  readonly owed: boolean;
  readonly outdated: boolean;
};

/** The person was told of the same deadline on a later day. */
const IS_OUTDATED = `EXISTS (
  SELECT FROM notification AS later
   WHERE later.case_id = told.case_id AND later.subject = told.subject AND later.due = told.due
     AND later.person_id = told.person_id AND later.ring_on > told.ring_on)`;

const readDeliverable = (id: string): Statement => ({
  name: 'deliverable',
  text: `
    SELECT told.*, recipient.email, one_case.statute, one_case.clock, one_case.stopped, one_case.received_on, one_case.turn_role,
           one_case.assignee_id, assignee.name AS assignee_name, ${isOwed('told')} AS owed, ${IS_OUTDATED} AS outdated
      FROM (${NOTIFICATIONS} WHERE told.id = $1 AND told.delivery = 'waiting') AS told
      JOIN person AS recipient ON recipient.id = told.person_id
      JOIN case_file AS one_case ON one_case.id = told.case_id
      LEFT JOIN person AS assignee ON assignee.id = one_case.assignee_id`,
  values: [id],
});

/** What became of it. */
type Outcome = {
  readonly delivery: 'sent' | 'shown' | 'failed';
  readonly mailTo?: string;
  readonly sentAt?: Date;
  readonly proof: string | null;
};

/**
 * Sends a notification by mail where there is an address and a server, and notes the proof. The note is written when the server
 * has taken the letter: who dies in between sends it again, under the same Message-ID.
 * @returns what is to be written
 * @throws Error where the mail server is away: another attempt may reach it
 */
export async function deliver(id: string, run: DeliveryRun, parts: DeliveryParts): Promise<readonly Statement[]> {
  const [row] = await run.read<DeliverableRow>(readDeliverable(id));
  if (row === undefined) return [];
  return [noteOf(row, await outcomeOf(row, run, parts), parts)];
}

/** What it told of is done; news are never owed. */
const isNoMore = (row: DeliverableRow): boolean => isSettled(row) || (row.kind === 'reminder' && !row.owed);

/** Why there is nothing to mail any more: it may have waited for the end of the quiet hours, or for a mail server that was away. */
function whyTooLate(row: DeliverableRow, ladders: ReminderLadders): string | null {
  if (isNoMore(row)) return 'settled before it was sent';
  if (isPassedOn(row, row.assignee_id, ladders)) return 'the case was passed on before it was sent';
  return row.outdated ? 'a later reminder took its place' : null;
}

async function outcomeOf(row: DeliverableRow, { attempt }: DeliveryRun, parts: DeliveryParts): Promise<Outcome> {
  const { clock, laws } = parts;
  const { reminders } = laws.lawOf(row.statute, clock.today());
  const late = whyTooLate(row, reminders);
  if (late !== null) return { delivery: 'shown', proof: late };
  if (parts.mailer === null) return { delivery: 'shown', proof: 'no mail server' };
  if (row.email === null) return { delivery: 'shown', proof: 'no mail address' };
  try {
    const proof = await parts.mailer.send({ to: row.email, messageId: messageIdOf(row, parts), ...wordsOf(row, parts) });
    return { delivery: 'sent', mailTo: row.email, sentAt: clock.now(), proof };
  } catch (error) {
    if (!(error instanceof MailRefused) && attempt < ATTEMPTS) throw error;
    return { delivery: 'failed', mailTo: row.email, proof: error instanceof Error ? error.message : String(error) };
  }
}

function wordsOf(row: DeliverableRow, parts: DeliveryParts): { subject: string; text: string } {
  const [about, today] = [aboutOf(row, parts), parts.clock.today()];
  return row.kind === 'news' ? newsLetter(about) : letterOf(about, today, parts.laws.lawOf(row.statute, today).calendar);
}

function aboutOf(row: DeliverableRow, { laws, clock, publicUrl }: DeliveryParts): LetterAbout {
  const [deadline = ''] = row.subject.split(':');
  const due = row.due ?? row.ring_on;
  const today = clock.today();
  const { calendar } = laws.lawOf(row.statute, today);
  const { stopped, received_on } = row;
  return {
    number: row.case_number,
    caseSubject: row.case_subject,
    deadline: deadline as LetterAbout['deadline'],
    due,
    provisional: row.provisional,
    light: lightOf({ due, over: false, stopped, clock: row.clock, settled: received_on !== null }, today, calendar),
    turn: turnOf(row),
    inSteadOf: row.for_person_name,
    attempt: row.attempt,
    mustAcknowledge: row.acknowledge,
    url: `${publicUrl}/case/${row.case_id}`,
  };
}

/** The words of the glossary for who holds a case and is no official. */
const OTHERS: Readonly<Record<string, string>> = {
  applicant: '申请人',
  consulted: '被征求意见方',
  post: '邮政',
  remedy_organ: '复议机关或法院',
};

function turnOf({ turn_role: role, assignee_name }: DeliverableRow): string | null {
  if (role === null) return null;
  const name = OTHERS[role] ?? roleTexts[role as keyof typeof roleTexts]['zh-CN'];
  return role === 'caseworker' && assignee_name !== null ? `${name} ${assignee_name}` : name;
}

const messageIdOf = ({ id }: DeliverableRow, { publicUrl }: DeliveryParts): string => `<${id}@${new URL(publicUrl).hostname}>`;

const noteOf = (row: DeliverableRow, { delivery, mailTo, sentAt, proof }: Outcome, parts: DeliveryParts): Statement => ({
  name: 'note-delivery',
  text: `
    UPDATE notification SET delivery = $2, mail_to = $3, sent_at = $4, proof = $5, message_id = $6
     WHERE id = $1 AND delivery = 'waiting'`,
  values: [row.id, delivery, mailTo ?? null, sentAt ?? null, proof, mailTo === undefined ? null : messageIdOf(row, parts)],
});
