import {
  dutyAt,
  Refusal,
  type SentAgain,
  type SetAside,
  type UndeliveredLetter,
  type UndeliveredLetters,
} from '@gongkai/contracts';
import type { Clock, CommandPool } from '@gongkai/platform';
import { letterAside, lettersGivenUp, mailGivenUp } from '../mailed/given-up.js';
import { needRole, type Person } from '../person.js';
import { asUuid } from '../visibility.js';
import { NOTIFICATIONS, type NotificationRow } from './notification-views.js';

/** How many are shown at once: who has more of them has one cause for all. */
const SHOWN = 200;

/** Nobody has read it in the program, and its person is of the organ of the reader or below. */
const UNREAD = `
  told.acknowledged_at IS NULL
  AND EXISTS (SELECT FROM person AS reader JOIN organ ON organ.id = reader.organ_id
               WHERE reader.id = told.person_id AND organ.path @> ARRAY[$1::uuid])`;

/** Those given up: a letter to the mailbox of the person, or a message to a place outside. The first parameter is the organ. */
const LETTERS = `told.delivery = 'failed' AND ${UNREAD}`;
const MESSAGES = `
  SELECT message.id, message.notification_id, target.name AS target, message.proof
    FROM webhook_message AS message JOIN webhook_target AS target ON target.id = message.target_id
   WHERE message.delivery = 'failed'`;

const LIST = `
  WITH posted AS (${MESSAGES}),
  given_up AS (
    SELECT told.*, told.id AS entry, 'mail' AS channel, told.mail_to AS gone_to, told.proof AS words
      FROM (${NOTIFICATIONS} WHERE ${LETTERS}) AS told
     UNION ALL
    SELECT told.*, posted.id, 'webhook', posted.target, posted.proof
      FROM (${NOTIFICATIONS} WHERE ${UNREAD} AND told.id IN (SELECT notification_id FROM posted)) AS told
      JOIN posted ON posted.notification_id = told.id
  )
  SELECT given_up.*, organ.code AS organ, formed.title AS formed_title, count(*) OVER ()::int AS total
    FROM given_up JOIN person AS reader ON reader.id = given_up.person_id
    JOIN organ ON organ.id = reader.organ_id
    LEFT JOIN formed_information AS formed
      ON formed.organ_id = given_up.organ_id AND given_up.subject = 'publicationDue:' || formed.number
   ORDER BY given_up.not_before, given_up.entry LIMIT ${SHOWN}`;

/** In the log: about whom, and what it was. */
const LOG = 'INSERT INTO admin_log (at, actor_id, organ_path, action, subject_id, subject_name, before, after)';

/** Each is on its way again, with a job of its own: to the address that the person, or the place, has now. */
const AGAIN = `
  WITH mailed AS (
    UPDATE notification AS told SET delivery = 'waiting', proof = NULL
     WHERE ($2::uuid IS NULL OR told.id = $2::uuid) AND ${LETTERS} RETURNING id, person_id),
  posted AS (
    UPDATE webhook_message AS message SET delivery = 'waiting', proof = NULL, post = NULL
      FROM notification AS told
     WHERE ($2::uuid IS NULL OR message.id = $2::uuid) AND message.delivery = 'failed' AND told.id = message.notification_id AND ${UNREAD}
    RETURNING message.target_id, message.batch, told.person_id),
  logged AS (
    ${LOG}
    SELECT $3::timestamptz, $4::uuid, organ.path, 'letters-sent-again', person.id, person.name, NULL, jsonb_build_object('letters', count(*))
      FROM (SELECT person_id FROM mailed UNION ALL SELECT person_id FROM posted) AS again
      JOIN person ON person.id = again.person_id JOIN organ ON organ.id = person.organ_id
     GROUP BY organ.path, person.id, person.name),
  sent AS (
    INSERT INTO outbox (id, job, payload, next_at)
    SELECT gen_random_uuid(), 'deliver-notification', jsonb_build_object('notificationId', id), now() FROM mailed
     UNION ALL
    SELECT gen_random_uuid(), 'deliver-webhook', jsonb_build_object('targetId', target_id, 'batch', batch), now()
      FROM (SELECT DISTINCT target_id, batch FROM posted) AS batches)
  SELECT (SELECT count(*) FROM mailed)::int + (SELECT count(*) FROM posted)::int AS letters`;

/** It stays in the program, with what the other side said last; what is sent no more, by whom and why stands beside that and in the log. */
const ASIDE = `
  WITH mailed AS (
    UPDATE notification AS told SET delivery = 'shown', proof = concat_ws('; ', proof, $3::text) WHERE told.id = $2 AND ${LETTERS}
    RETURNING person_id, mail_to AS gone_to),
  posted AS (
    UPDATE webhook_message AS message SET delivery = 'shown', proof = concat_ws('; ', message.proof, $3::text)
      FROM notification AS told, webhook_target AS target
     WHERE message.id = $2 AND message.delivery = 'failed' AND told.id = message.notification_id AND target.id = message.target_id AND ${UNREAD}
    RETURNING told.person_id, target.name AS gone_to),
  logged AS (
    ${LOG}
    SELECT $4::timestamptz, $5::uuid, organ.path, 'letter-set-aside', person.id, person.name, NULL,
           jsonb_build_object('letter', $2::uuid, 'to', aside.gone_to, 'reason', $6::text)
      FROM (SELECT * FROM mailed UNION ALL SELECT * FROM posted) AS aside
      JOIN person ON person.id = aside.person_id JOIN organ ON organ.id = person.organ_id
    RETURNING seq)
  SELECT count(*)::int AS letters FROM logged`;

type Row = NotificationRow & {
  readonly entry: string;
  readonly channel: UndeliveredLetter['channel'];
  readonly gone_to: string | null;
  readonly words: string | null;
  readonly organ: string;
  readonly formed_title: string | null;
  readonly total: number;
};

/** What a mail server or a place outside refused, or what did not reach it in all attempts: somebody has to mend an address or the server. */
export class Undelivered {
  constructor(private readonly parts: { readonly pool: CommandPool; readonly clock: Clock }) {}

  /** The oldest first. @throws Refusal `role-missing` for who does not administer */
  async list(person: Person): Promise<UndeliveredLetters> {
    needRole(person, 'admin');
    const { pool } = this.parts;
    const { rows } = await pool.query<Row>({ name: 'undelivered', text: LIST, values: [person.organId] });
    const letters = await lettersGivenUp(pool, person);
    const items = [...letters.items, ...rows.map(letterOf)].sort((a, b) => a.at.localeCompare(b.at)).slice(0, SHOWN);
    return { items, total: letters.total + (rows[0]?.total ?? 0) };
  }

  /**
   * Sends one again, or all of them.
   * @throws Refusal `role-missing`; `not-found` where the one named is not among them: it was sent again, or read, meanwhile
   */
  async sendAgain(person: Person, id?: string): Promise<SentAgain> {
    needRole(person, 'admin');
    const { pool, clock } = this.parts;
    const values = [person.organId, id === undefined ? null : asUuid(id), clock.now(), person.id];
    const { rows } = await pool.query<SentAgain>({ name: 'send-again', text: AGAIN, values });
    const letters = (rows[0]?.letters ?? 0) + (await mailGivenUp(pool, { person, at: clock.now() }, id));
    if (id !== undefined && letters === 0) throw new Refusal('not-found');
    return { letters };
  }

  /**
   * Sends one no more: whose it is finds it in the program. Who did so, when and why stands in the log.
   * @throws Refusal `role-missing`; `not-found` where it is not among them: it was sent again, set aside or read meanwhile
   */
  async setAside(person: Person, { id, reason }: SetAside): Promise<void> {
    needRole(person, 'admin');
    const { pool, clock } = this.parts;
    const said = `set aside by ${person.name}: ${reason}`;
    const values = [person.organId, asUuid(id), said, clock.now(), person.id, reason];
    const { rows } = await pool.query<SentAgain>({ name: 'set-aside', text: ASIDE, values });
    if ((rows[0]?.letters ?? 0) > 0 || (await letterAside(pool, { person, at: clock.now() }, { id, reason }))) return;
    throw new Refusal('not-found');
  }
}

const letterOf = (row: Row): UndeliveredLetter => ({
  id: row.entry,
  at: row.not_before.toISOString(),
  person: { id: row.person_id, name: row.person_name },
  organ: row.organ,
  channel: row.channel,
  mailTo: row.gone_to ?? '',
  caseNumber: row.case_number ?? row.organ_zh ?? '',
  about: aboutOf(row),
  kind: row.kind,
  deadline: row.kind === 'reminder' ? (row.subject.split(':')[0] ?? null) : null,
  due: row.due,
  proof: row.words,
});

/** Which of the duties of an organ: its year or number, and what has to be public. */
function aboutOf({ case_number, organ_code, subject, formed_title }: Row): string | null {
  const [deadline = ''] = subject.split(':');
  const duty = case_number === null ? dutyAt(deadline, organ_code ?? '', subject.slice(deadline.length + 1)) : null;
  return duty === null ? null : [duty.label, formed_title].filter(Boolean).join(' ');
}
