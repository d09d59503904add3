import type { UndeliveredLetter } from '@gongkai/contracts';
import type { CommandPool } from '@gongkai/platform';
import type { Person } from '../person.js';
import { asUuid } from '../visibility.js';
import { STILL_MEANT } from './mail-rows.js';
import { titleOf } from './letter-words.js';

/** As many as are shown of what people were not told. */
const SHOWN = 200;

/** Those of an organ or below that were given up, and that no other way made good. The first parameter is the organ. */
const GIVEN_UP = `
  SELECT letter_mail.id, letter_mail.queued_at, letter_mail.sent_by, letter_mail.mail_to, letter_mail.proof, letter_mail.notice_id,
         case_file.number, case_file.file, organ.code AS organ, organ.path
    FROM letter_mail JOIN case_file ON case_file.id = letter_mail.case_id JOIN organ ON organ.id = case_file.organ_id
   WHERE letter_mail.state = 'failed' AND organ.path @> ARRAY[$1::uuid] AND ${STILL_MEANT}`;

const LIST = `
  SELECT given_up.id, given_up.queued_at, given_up.mail_to, given_up.proof, given_up.number, given_up.organ, person.id AS person_id,
         person.name AS person_name, document ->> 'kind' AS kind, document ->> 'number' AS letter_number, count(*) OVER ()::int AS total
    FROM (${GIVEN_UP}) AS given_up JOIN person ON person.id = given_up.sent_by
    CROSS JOIN LATERAL jsonb_array_elements(given_up.file -> 'notices') AS document
   WHERE document ->> 'id' = given_up.notice_id::text
   ORDER BY given_up.queued_at, given_up.id LIMIT ${SHOWN}`;

/** In the log, whoever sent the letter; of the address no more than may be shown. */
const LOGGED = (action: string, after: string): string => `
  logged AS (
    INSERT INTO admin_log (at, actor_id, organ_path, action, subject_id, subject_name, before, after)
    SELECT $3::timestamptz, $4::uuid, changed.path, '${action}', person.id, person.name, NULL, ${after}
      FROM changed JOIN person ON person.id = changed.sent_by)`;

const AGAIN = `
  WITH given_up AS (${GIVEN_UP}),
  changed AS (
    UPDATE letter_mail AS mail SET state = 'waiting' FROM given_up
     WHERE mail.id = given_up.id AND mail.state = 'failed' AND ($2::uuid IS NULL OR mail.id = $2::uuid)
    RETURNING mail.id, mail.sent_by, given_up.path),
  ${LOGGED('letters-sent-again', `jsonb_build_object('letters', 1, 'letter', changed.id)`)},
  sent AS (
    INSERT INTO outbox (id, job, payload)
    SELECT gen_random_uuid(), 'send-letter', jsonb_build_object('letterId', id) FROM changed)
  SELECT count(*)::int AS letters FROM changed`;

const ASIDE = `
  WITH given_up AS (${GIVEN_UP}),
  changed AS (
    UPDATE letter_mail AS mail SET state = 'aside', proof = concat_ws('; ', mail.proof, $5::text) FROM given_up
     WHERE mail.id = given_up.id AND mail.state = 'failed' AND mail.id = $2::uuid
    RETURNING mail.id, mail.sent_by, mail.mail_to, given_up.path),
  ${LOGGED('letter-set-aside', `jsonb_build_object('letter', changed.id, 'to', changed.mail_to, 'reason', $6::text)`)}
  SELECT count(*)::int AS letters FROM changed`;

type Row = {
  readonly id: string;
  readonly queued_at: Date;
  readonly mail_to: string;
  readonly proof: string | null;
  readonly number: string;
  readonly organ: string;
  readonly person_id: string;
  readonly person_name: string;
  readonly kind: Parameters<typeof titleOf>[0];
  readonly letter_number: string | null;
  readonly total: number;
};

type Pool = Pick<CommandPool, 'query'>;

/** Letters to applicants that were given up, the oldest first; they stand with the reminders that reached nobody. */
export async function lettersGivenUp(pool: Pool, { organId }: Person): Promise<{ items: UndeliveredLetter[]; total: number }> {
  const { rows } = await pool.query<Row>({ name: 'letters-given-up', text: LIST, values: [organId] });
  return { items: rows.map(viewOf), total: rows[0]?.total ?? 0 };
}

/** Who does something about them, and when. */
type Acting = { readonly person: Person; readonly at: Date };

/** Has one mailed again, or all. @returns how many */
export async function mailGivenUp(pool: Pool, { person, at }: Acting, id?: string): Promise<number> {
  const values = [person.organId, id === undefined ? null : asUuid(id), at, person.id];
  return (await pool.query<{ letters: number }>({ name: 'letters-mailed-again', text: AGAIN, values })).rows[0]?.letters ?? 0;
}

/** Has one mailed no more: it goes another way, or nowhere. @returns whether it was among them */
export async function letterAside(
  pool: Pool,
  { person, at }: Acting,
  { id, reason }: { readonly id: string; readonly reason: string },
): Promise<boolean> {
  const values = [person.organId, asUuid(id), at, person.id, `set aside by ${person.name}: ${reason}`, reason];
  const { rows } = await pool.query<{ letters: number }>({ name: 'letter-mail-aside', text: ASIDE, values });
  return (rows[0]?.letters ?? 0) > 0;
}

const viewOf = (row: Row): UndeliveredLetter => ({
  id: row.id,
  at: row.queued_at.toISOString(),
  person: { id: row.person_id, name: row.person_name },
  organ: row.organ,
  channel: 'applicant',
  mailTo: row.mail_to,
  caseNumber: row.number,
  about: [titleOf(row.kind), row.letter_number].filter(Boolean).join(' '),
  kind: 'letter',
  deadline: null,
  due: null,
  proof: row.proof,
});
