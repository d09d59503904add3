import { randomUUID } from 'node:crypto';
import { Refusal, type LetterMail, type LetterMails } from '@gongkai/contracts';
import type { CommandPool, Statement } from '@gongkai/platform';
import { needRole, type Person } from '../person.js';
import { actingIn, asUuid, canSee } from '../visibility.js';

type Parts = { readonly pool: CommandPool };

type Row = {
  readonly id: string;
  readonly notice_id: string;
  readonly state: LetterMail['state'];
  readonly mail_to: string;
  readonly queued_at: Date;
  readonly tries: number;
  readonly tried_at: Date | null;
  readonly sent_at: Date | null;
  readonly proof: string | null;
  readonly left_out: readonly string[];
};

const readCase = (id: string): Statement => ({
  name: 'case-of-letter-mails',
  text: 'SELECT case_file.organ_id, organ.path FROM case_file JOIN organ ON organ.id = case_file.organ_id WHERE case_file.id = $1',
  values: [asUuid(id)],
});

const LIST = `
  SELECT id, notice_id, state, mail_to, queued_at, tries, tried_at, sent_at, proof, left_out
    FROM letter_mail WHERE case_id = $1 ORDER BY queued_at, id`;

/** Only one that was given up: one that is on its way has a job already. It keeps its name, so that who got it after all knows it again. */
const AGAIN = `
  WITH again AS (
    UPDATE letter_mail SET state = 'waiting' WHERE id = $1 AND case_id = $2 AND state = 'failed' RETURNING id)
  INSERT INTO outbox (id, job, payload) SELECT $3::uuid, 'send-letter', jsonb_build_object('letterId', id) FROM again RETURNING id`;

/** The letters of a case that are mailed from here, for those who handle it. */
export class MailedLetters {
  constructor(private readonly parts: Parts) {}

  /** How each of them stands. @throws Refusal `case-not-found` */
  async list(person: Person, caseId: string): Promise<LetterMails> {
    await this.#find(person, caseId);
    const { rows } = await this.parts.pool.query<Row>({ name: 'letter-mails', text: LIST, values: [caseId] });
    return { items: rows.map(viewOf) };
  }

  /**
   * Sends one again that was given up, to the same address: the server was away, or has room now. To another address it is a dispatch of its own.
   * @throws Refusal `case-not-found`, `role-missing`; `not-found` where it is not among them: it is on its way, or went out, already
   */
  async sendAgain(person: Person, caseId: string, id: string): Promise<LetterMails> {
    const organId = await this.#find(person, caseId);
    needRole(actingIn(person, organId), 'caseworker');
    const { rows } = await this.parts.pool.query({
      name: 'letter-mail-again',
      text: AGAIN,
      values: [asUuid(id), caseId, randomUUID()],
    });
    if (rows.length === 0) throw new Refusal('not-found');
    return this.list(person, caseId);
  }

  async #find(person: Person, caseId: string): Promise<string> {
    const { rows } = await this.parts.pool.query<{ organ_id: string; path: string[] }>(readCase(caseId));
    const [found] = rows;
    if (found === undefined || !canSee(person, found.path)) throw new Refusal('case-not-found');
    return found.organ_id;
  }
}

const viewOf = (row: Row): LetterMail => ({
  id: row.id,
  noticeId: row.notice_id,
  state: row.state,
  mailTo: row.mail_to,
  queuedAt: row.queued_at.toISOString(),
  tries: row.tries,
  triedAt: row.tried_at?.toISOString() ?? null,
  sentAt: row.sent_at?.toISOString() ?? null,
  proof: row.proof,
  leftOut: row.left_out.length,
});
