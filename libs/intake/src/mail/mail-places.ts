import type { CommandPool, Statement } from '@gongkai/platform';
import type { MailPlace } from './imap-mailbox.js';

/** How often a mail is tried before those behind it come first. */
const MOST_TRIES = 3;
/** Milliseconds until one that was stepped over is tried again. */
const AN_HOUR = 3_600_000;
/** Of those that were stepped over, how many are tried at one look. */
const AT_ONCE = 5;

type Stuck = { readonly tries: number; readonly toldAs: string | null };

/** How far a mailbox has been read, and which of its mails could not be. */
export class MailPlaces {
  constructor(
    private readonly pool: CommandPool,
    /** Of the mailbox. */
    private readonly name: string,
  ) {}

  async last(): Promise<MailPlace | null> {
    const { rows } = await this.pool.query<MailPlace>(placeOf(this.name));
    return rows[0] ?? null;
  }

  /** A mail is done with. */
  async done(place: MailPlace): Promise<void> {
    await this.pool.query(released(this.name, place));
    await this.#passed(place);
  }

  /** A mail was tried in vain. @returns whether it has to be stepped over now */
  async failed(place: MailPlace, now: Date): Promise<boolean> {
    const { rows } = await this.pool.query<Stuck>(tried(this.name, place, now));
    return rows.some(({ toldAs, tries }) => toldAs === null && tries >= MOST_TRIES);
  }

  /** A mail is stepped over. @param toldAs what stands for it in the inbox */
  async stepOver(place: MailPlace, toldAs: string): Promise<void> {
    await this.pool.query(steppedOver(this.name, place, toldAs));
    await this.#passed(place);
  }

  /** What stands for a mail that was stepped over; null for any other. */
  async standingFor(place: MailPlace): Promise<string | null> {
    const { rows } = await this.pool.query<Stuck>(stuckAt(this.name, place));
    return rows[0]?.toldAs ?? null;
  }

  /** Those that were stepped over and are to be tried again. */
  async due(validity: string, now: Date): Promise<number[]> {
    const { rows } = await this.pool.query<{ uid: number }>(dueAgain(this.name, validity, new Date(now.getTime() - AN_HOUR)));
    return rows.map(({ uid }) => uid);
  }

  async #passed(place: MailPlace): Promise<void> {
    await this.pool.query(placeKept(this.name, place));
  }
}

const placeOf = (name: string): Statement => ({
  name: 'mailbox-place',
  text: 'SELECT validity, uid::int AS uid FROM mailbox WHERE name = $1',
  values: [name],
});

/** One that was stepped over lies before the place. */
const placeKept = (name: string, { validity, uid }: MailPlace): Statement => ({
  name: 'mailbox-place-kept',
  text: `INSERT INTO mailbox (name, validity, uid) VALUES ($1, $2, $3)
         ON CONFLICT (name) DO UPDATE SET validity = EXCLUDED.validity, uid = EXCLUDED.uid
          WHERE mailbox.validity <> EXCLUDED.validity OR mailbox.uid < EXCLUDED.uid`,
  values: [name, validity, uid],
});

const tried = (name: string, { validity, uid }: MailPlace, now: Date): Statement => ({
  name: 'mail-tried',
  text: `INSERT INTO stuck_mail (mailbox, validity, uid, tried_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (mailbox, validity, uid) DO UPDATE SET tries = stuck_mail.tries + 1, tried_at = EXCLUDED.tried_at
         RETURNING tries, told_as AS "toldAs"`,
  values: [name, validity, uid, now],
});

const steppedOver = (name: string, { validity, uid }: MailPlace, toldAs: string): Statement => ({
  name: 'mail-stepped-over',
  text: 'UPDATE stuck_mail SET told_as = $4 WHERE mailbox = $1 AND validity = $2 AND uid = $3',
  values: [name, validity, uid, toldAs],
});

const released = (name: string, { validity, uid }: MailPlace): Statement => ({
  name: 'mail-released',
  text: 'DELETE FROM stuck_mail WHERE mailbox = $1 AND validity = $2 AND uid = $3',
  values: [name, validity, uid],
});

const stuckAt = (name: string, { validity, uid }: MailPlace): Statement => ({
  name: 'mail-stuck',
  text: 'SELECT tries, told_as AS "toldAs" FROM stuck_mail WHERE mailbox = $1 AND validity = $2 AND uid = $3',
  values: [name, validity, uid],
});

const dueAgain = (name: string, validity: string, before: Date): Statement => ({
  name: 'mail-due-again',
  text: `SELECT uid::int AS uid FROM stuck_mail
          WHERE mailbox = $1 AND validity = $2 AND told_as IS NOT NULL AND tried_at <= $3 ORDER BY tried_at, uid LIMIT $4`,
  values: [name, validity, before, AT_ONCE],
});
