import type { LocalDate } from '@gongkai/calendar';
import { hashPassword, newToken, tokenHash, verifyPassword, type Clock } from '@gongkai/platform';
import type { DataSource } from 'typeorm';
import type { Person } from '../person.js';
import { LoginThrottle } from './login-throttle.js';
import { PERSON_COLUMNS, PERSON_GROUP, personJoins, personOf, type PersonRow } from './people.js';

const HOUR_MS = 3_600_000;
/** A working day with its evening; after that one logs in again. */
export const SESSION_HOURS = 12;

/** Who is there, and what every change has to carry. */
export type OpenSession = { readonly person: Person; readonly csrfToken: string };

/** What a person types to get in, and from where. */
export type Credentials = { readonly username: string; readonly password: string; readonly address: string };

const PERSON_WITH_HASH = `
  SELECT ${PERSON_COLUMNS}, person.password_hash FROM person ${personJoins(2)}
  WHERE person.username = $1 AND person.active ${PERSON_GROUP}`;

const SESSION_WITH_PERSON = `
  SELECT ${PERSON_COLUMNS}, session.csrf_token
    FROM session JOIN person ON person.id = session.person_id ${personJoins(2)}
   WHERE session.id_hash = $1 AND session.expires_at > $3 AND person.active
   ${PERSON_GROUP}, session.csrf_token`;

const OPEN = 'INSERT INTO session (id_hash, person_id, csrf_token, created_at, expires_at) VALUES ($1, $2, $3, $4, $5)';

/** Sessions of people at a screen. The secret lives in the cookie; the database keeps its hash. */
export class Sessions {
  readonly #throttle: LoginThrottle;
  /** Checked where there is no such person: an unknown log-in takes as long as a wrong password. */
  #nobody: Promise<string> | undefined;

  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {
    this.#throttle = new LoginThrottle(source, clock);
  }

  /**
   * Logs a person in.
   * @returns the session and the secret for its cookie
   * @throws Refusal `unauthenticated` or `too-many-attempts`
   */
  async open({ username, password, address }: Credentials): Promise<OpenSession & { readonly secret: string }> {
    const person = await this.#throttle.attempt({ username, address }, () => this.#verify(username, password));
    const [secret, csrfToken, now] = [newToken(), newToken(), this.clock.now()];
    const expires = new Date(now.getTime() + SESSION_HOURS * HOUR_MS);
    await this.source.query('DELETE FROM session WHERE expires_at <= $1', [now]);
    await this.source.query(OPEN, [tokenHash(secret), person.id, csrfToken, now, expires]);
    return { person, csrfToken, secret };
  }

  /** The session that a cookie opens; undefined where it is unknown, over, or its person no longer active. */
  async find(secret: string): Promise<OpenSession | undefined> {
    const [row] = await this.source.query<(PersonRow & { csrf_token: string })[]>(SESSION_WITH_PERSON, [
      tokenHash(secret),
      this.#today(),
      this.clock.now(),
    ]);
    return row === undefined ? undefined : { person: personOf(row), csrfToken: row.csrf_token };
  }

  /** Logs out. */
  async close(secret: string): Promise<void> {
    await this.source.query('DELETE FROM session WHERE id_hash = $1', [tokenHash(secret)]);
  }

  async #verify(username: string, password: string): Promise<Person | undefined> {
    const [row] = await this.source.query<(PersonRow & { password_hash: string })[]>(PERSON_WITH_HASH, [username, this.#today()]);
    this.#nobody ??= hashPassword(newToken());
    const matches = await verifyPassword(row?.password_hash ?? (await this.#nobody), password);
    return row !== undefined && matches ? personOf(row) : undefined;
  }

  #today = (): LocalDate => this.clock.today();
}
