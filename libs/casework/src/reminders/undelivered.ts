import { Refusal, type SentAgain, type UndeliveredLetter, type UndeliveredLetters } from '@gongkai/contracts';
import type { CommandPool } from '@gongkai/platform';
import { needRole, type Person } from '../person.js';
import { asUuid } from '../visibility.js';
import { NOTIFICATIONS, type NotificationRow } from './notification-views.js';

/** How many are shown at once: who has more of them has one cause for all. */
const SHOWN = 200;

/** Those given up that nobody has read in the program, of the people of an organ and below. The first parameter is the organ. */
const GIVEN_UP = `
  told.delivery = 'failed' AND told.acknowledged_at IS NULL
  AND EXISTS (SELECT FROM person AS reader JOIN organ ON organ.id = reader.organ_id
               WHERE reader.id = told.person_id AND organ.path @> ARRAY[$1::uuid])`;

const LIST = `
  SELECT given_up.*, organ.code AS organ, count(*) OVER ()::int AS total
    FROM (${NOTIFICATIONS} WHERE ${GIVEN_UP}) AS given_up
    JOIN person AS reader ON reader.id = given_up.person_id
    JOIN organ ON organ.id = reader.organ_id
   ORDER BY given_up.not_before, given_up.id LIMIT ${SHOWN}`;

/** Each is on its way again, with a job of its own: a worker sends it to the address that the person has now. */
const AGAIN = `
  WITH again AS (
    UPDATE notification AS told SET delivery = 'waiting', proof = NULL
     WHERE ($2::uuid IS NULL OR told.id = $2::uuid) AND ${GIVEN_UP} RETURNING id)
  INSERT INTO outbox (id, job, payload, next_at)
  SELECT gen_random_uuid(), 'deliver-notification', jsonb_build_object('notificationId', id), now() FROM again`;

type Row = NotificationRow & { readonly organ: string; readonly total: number };

/** Letters that a mail server refused, or that did not reach it in all attempts: somebody has to mend an address or the server. */
export class Undelivered {
  constructor(private readonly parts: { readonly pool: CommandPool }) {}

  /** The oldest first. @throws Refusal `role-missing` for who does not administer */
  async list(person: Person): Promise<UndeliveredLetters> {
    needRole(person, 'admin');
    const { rows } = await this.parts.pool.query<Row>({ name: 'undelivered', text: LIST, values: [person.organId] });
    return { items: rows.map(letterOf), total: rows[0]?.total ?? 0 };
  }

  /**
   * Sends one again, or all of them.
   * @throws Refusal `role-missing`; `not-found` where the one named is not among them: it was sent again, or read, meanwhile
   */
  async sendAgain(person: Person, id?: string): Promise<SentAgain> {
    needRole(person, 'admin');
    const values = [person.organId, id === undefined ? null : asUuid(id)];
    const { rowCount } = await this.parts.pool.query({ name: 'send-again', text: AGAIN, values });
    if (id !== undefined && rowCount === 0) throw new Refusal('not-found');
    return { letters: rowCount ?? 0 };
  }
}

const letterOf = (row: Row): UndeliveredLetter => ({
  id: row.id,
  at: row.not_before.toISOString(),
  person: { id: row.person_id, name: row.person_name },
  organ: row.organ,
  mailTo: row.mail_to ?? '',
  caseNumber: row.case_number,
  kind: row.kind,
  deadline: row.kind === 'reminder' ? (row.subject.split(':')[0] ?? null) : null,
  due: row.due,
  proof: row.proof,
});
