import type { LocalDate } from '@gongkai/calendar';
import { isGuessable, Refusal, type PasswordChange } from '@gongkai/contracts';
import { hashPassword, newToken, tellGone, tokenHash, verifyPassword, type Clock } from '@gongkai/platform';
import type { DataSource } from 'typeorm';
import { makeChange, record } from '../administration/change.js';
import type { Person } from '../person.js';
import { GuessThrottle, type Guessing } from './guess-throttle.js';
import { actorColumns, PERSON_GROUP, personJoins, personOf, type ActorRow } from './people.js';
import { endSessions } from './ways-in.js';

const HOUR_MS = 3_600_000;
/** A working day with its evening; after that one logs in again. */
export const SESSION_HOURS = 12;

const LOG_IN: Guessing = {
  table: 'login_attempt',
  column: 'username',
  limits: { pair: 5, address: 100 },
  no: () => new Refusal('unauthenticated', [{ path: 'password', code: 'wrong-credentials' }]),
};

/** Who is there, what every change has to carry, and whether the password is one that somebody else has given. */
export type OpenSession = { readonly person: Person; readonly csrfToken: string; readonly mustChangePassword: boolean };

/** What a person types to get in, and from where. */
export type Credentials = { readonly username: string; readonly password: string; readonly address: string };

const PERSON_WITH_HASH = `
  SELECT ${actorColumns(2)}, person.password_hash, person.must_change_password FROM person ${personJoins(2)}
  WHERE person.username = $1 AND person.active ${PERSON_GROUP}`;

const SESSION_WITH_PERSON = `
  SELECT ${actorColumns(2)}, session.csrf_token, person.must_change_password
    FROM session JOIN person ON person.id = session.person_id ${personJoins(2)}
   WHERE session.id_hash = $1 AND session.expires_at > $3 AND person.active
   ${PERSON_GROUP}, session.csrf_token`;

const OPEN = 'INSERT INTO session (id_hash, person_id, csrf_token, created_at, expires_at) VALUES ($1, $2, $3, $4, $5)';

/** What the person watches ends with it. */
const CLOSE = `
  WITH ended AS (DELETE FROM session WHERE id_hash = $1 RETURNING person_id)
  SELECT ${tellGone('person_id')} FROM ended`;

const SET_PASSWORD = 'UPDATE person SET password_hash = $2, must_change_password = false WHERE id = $1';

type EnteredRow = ActorRow & { readonly must_change_password: boolean };
type Entered = Omit<OpenSession, 'csrfToken'>;

const enteredOf = (row: EnteredRow): Entered => ({ person: personOf(row), mustChangePassword: row.must_change_password });

/** Who sits at a screen, with the secret of the session and the address. */
export type AtScreen = { readonly person: Person; readonly secret: string; readonly address: string };

/** Somebody is logged in, whatever they type: a wrong password here is a wrong field. */
function wrongCurrent(error: unknown): never {
  if (error instanceof Refusal && error.code === 'unauthenticated')
    throw new Refusal('invalid-request', [{ path: 'current', code: 'wrong-password' }]);
  throw error;
}

/** Sessions of people at a screen. The secret lives in the cookie; the database keeps its hash. */
export class Sessions {
  readonly #throttle: GuessThrottle;
  /** Checked where there is no such person: an unknown log-in takes as long as a wrong password. */
  #nobody: Promise<string> | undefined;

  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {
    this.#throttle = new GuessThrottle(source, clock, LOG_IN);
  }

  /**
   * Logs a person in.
   * @returns the session and the secret for its cookie
   * @throws Refusal `unauthenticated` or `too-many-attempts`
   */
  async open({ username, password, address }: Credentials): Promise<OpenSession & { readonly secret: string }> {
    const { person, mustChangePassword } = await this.#throttle.attempt({ name: username, address }, () =>
      this.#verify(username, password),
    );
    const [secret, csrfToken, now] = [newToken(), newToken(), this.clock.now()];
    const expires = new Date(now.getTime() + SESSION_HOURS * HOUR_MS);
    await this.source.query('DELETE FROM session WHERE expires_at <= $1', [now]);
    await this.source.query(OPEN, [tokenHash(secret), person.id, csrfToken, now, expires]);
    return { person, csrfToken, mustChangePassword, secret };
  }

  /** The session that a cookie opens; undefined where it is unknown, over, or its person no longer active. */
  async find(secret: string): Promise<OpenSession | undefined> {
    const [row] = await this.source.query<(EnteredRow & { csrf_token: string })[]>(SESSION_WITH_PERSON, [
      tokenHash(secret),
      this.#today(),
      this.clock.now(),
    ]);
    return row === undefined ? undefined : { ...enteredOf(row), csrfToken: row.csrf_token };
  }

  /** Logs out. */
  async close(secret: string): Promise<void> {
    await this.source.query(CLOSE, [tokenHash(secret)]);
  }

  /**
   * A person changes their own password; their other sessions end.
   * @throws Refusal `invalid-request` where the present one is wrong or the new one the same or easy to guess, or `too-many-attempts`
   */
  async changePassword({ person, secret, address }: AtScreen, { current, next }: PasswordChange): Promise<void> {
    const { username } = person;
    await this.#throttle.attempt({ name: username, address }, () => this.#verify(username, current)).catch(wrongCurrent);
    if (next === current) throw new Refusal('invalid-request', [{ path: 'next', code: 'same-password' }]);
    if (isGuessable(next, [username, person.name, person.organCode]))
      throw new Refusal('invalid-request', [{ path: 'next', code: 'guessable-password' }]);
    const passwordHash = await hashPassword(next);
    await makeChange({ source: this.source, clock: this.clock }, person, async (change) => {
      await change.manager.query(SET_PASSWORD, [person.id, passwordHash]);
      await endSessions(change, person.id, tokenHash(secret));
      const { id, name, organPath: path } = person;
      await record(change, { action: 'password-changed', path, subject: { id, name } });
    });
  }

  async #verify(username: string, password: string): Promise<Entered | undefined> {
    const [row] = await this.source.query<(EnteredRow & { password_hash: string })[]>(PERSON_WITH_HASH, [
      username,
      this.#today(),
    ]);
    this.#nobody ??= hashPassword(newToken());
    const matches = await verifyPassword(row?.password_hash ?? (await this.#nobody), password);
    return row !== undefined && matches ? enteredOf(row) : undefined;
  }

  #today = (): LocalDate => this.clock.today();
}
