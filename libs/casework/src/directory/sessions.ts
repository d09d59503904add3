import type { LocalDate } from '@gongkai/calendar';
import { isGuessable, Refusal, type PasswordChange, type SecondFactorRemoval, type SessionView } from '@gongkai/contracts';
import { hashPassword, newToken, tellGone, tokenHash, verifyPassword, type Clock, type Vouched } from '@gongkai/platform';
import type { DataSource } from 'typeorm';
import { makeChange, record } from '../administration/change.js';
import type { Person } from '../person.js';
import { isNews, SEEN, seenSince, STILL_THERE, type Attendance } from './attendance.js';
import { GuessThrottle, type Guessing } from './guess-throttle.js';
import { actorColumns, PERSON_GROUP, personJoins, personOf, type ActorRow } from './people.js';
import { HAS_SECOND_FACTOR, removeSecondFactor, wrongField, type SecondFactors } from './second-factors.js';
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

/** Who is there, what every change has to carry, whether the password is one that somebody else has given, and how the second step stands. */
export type OpenSession = {
  readonly person: Person;
  readonly csrfToken: string;
  readonly mustChangePassword: boolean;
  readonly secondFactor: SessionView['secondFactor'];
};

/** What a person types to get in, from where, and with what. */
export type Credentials = {
  readonly username: string;
  readonly password: string;
  readonly code?: string | undefined;
} & From;

/** Where somebody sits, and at what. */
export type From = { readonly address: string; readonly agent?: string | undefined };

/** Why somebody for whom is vouched is not let in. */
export type SignOnRefused = 'unknown-person' | 'second-step';

const PERSON_WITH_HASH = `
  SELECT ${actorColumns(2)}, person.password_hash, person.must_change_password, ${HAS_SECOND_FACTOR} FROM person ${personJoins(2)}
  WHERE person.username = $1 AND person.active ${PERSON_GROUP}`;

const SESSION_WITH_PERSON = `
  SELECT ${actorColumns(2)}, session.csrf_token, session.seen_at, session.signed_on, person.must_change_password, ${HAS_SECOND_FACTOR}
    FROM session JOIN person ON person.id = session.person_id ${personJoins(2)}
   WHERE session.id_hash = $1 AND session.expires_at > $3 AND person.active
     AND ($4::timestamptz IS NULL OR session.seen_at > $4)
   ${PERSON_GROUP}, session.csrf_token, session.seen_at, session.signed_on`;

const OPEN = `
  INSERT INTO session (id_hash, person_id, csrf_token, created_at, seen_at, expires_at, address, agent, signed_on)
  VALUES ($1, $2, $3, $4, $4, $5, $6, $7, $8)`;
/** Signs of what a browser says it is: enough to know it again. */
const AGENT_LENGTH = 200;

/** What the person watches ends with it. */
const CLOSE = `
  WITH ended AS (DELETE FROM session WHERE id_hash = $1 RETURNING person_id)
  SELECT ${tellGone('person_id')} FROM ended`;

const SET_PASSWORD = 'UPDATE person SET password_hash = $2, must_change_password = false WHERE id = $1';

type EnteredRow = ActorRow & { readonly must_change_password: boolean; readonly has_second_factor: boolean };
type KnownRow = EnteredRow & { readonly password_hash: string };
type SessionRow = EnteredRow & { readonly csrf_token: string; readonly seen_at: Date; readonly signed_on: boolean };
type Entered = Omit<OpenSession, 'csrfToken'>;

type SessionParts = Attendance & { readonly source: DataSource; readonly clock: Clock; readonly factors: SecondFactors };

/** Who sits at a screen, with the secret of the session and the address. */
export type AtScreen = { readonly person: Person; readonly secret: string; readonly address: string };

/** Whose password and second step are asked for elsewhere has neither to set up here. */
const signedOn = (entered: Entered): Entered => ({
  ...entered,
  mustChangePassword: false,
  secondFactor: entered.secondFactor === 'required' ? 'off' : entered.secondFactor,
});

const wrongCode = (): Refusal => new Refusal('unauthenticated', [{ path: 'code', code: 'wrong-second-factor' }]);

/** Sessions of people at a screen. The secret lives in the cookie; the database keeps its hash. */
export class Sessions {
  readonly #throttle: GuessThrottle;
  /** Checked where there is no such person: an unknown log-in takes as long as a wrong password. */
  #nobody: Promise<string> | undefined;

  constructor(private readonly parts: SessionParts) {
    this.#throttle = new GuessThrottle(parts.source, parts.clock, LOG_IN);
  }

  /**
   * Logs a person in.
   * @returns the session and the secret for its cookie
   * @throws Refusal `unauthenticated`, `second-factor-needed` or `too-many-attempts`
   */
  async open(credentials: Credentials): Promise<OpenSession & { readonly secret: string }> {
    const { username, address } = credentials;
    const entered = await this.#throttle.attempt({ name: username, address }, () => this.#enter(credentials));
    return this.#begin(entered, credentials);
  }

  /**
   * Lets in somebody for whom the identity provider of the office vouches. Password and second step are its affair then; where a second
   * step is due here, it has to say that it asked for one.
   * @returns the session and the secret for its cookie, or why there is none
   */
  async signOn(
    { username, secondStep }: Vouched,
    from: From,
  ): Promise<(OpenSession & { readonly secret: string }) | SignOnRefused> {
    const row = await this.#known(username);
    if (row === undefined) return 'unknown-person';
    const entered = this.#enteredOf(row);
    if (entered.secondFactor !== 'off' && !secondStep) return 'second-step';
    return this.#begin(signedOn(entered), from, true);
  }

  async #begin(
    entered: Entered,
    { address, agent = '' }: From,
    isSignedOn = false,
  ): Promise<OpenSession & { readonly secret: string }> {
    const { source, clock } = this.parts;
    const [secret, csrfToken, now] = [newToken(), newToken(), clock.now()];
    const expires = new Date(now.getTime() + SESSION_HOURS * HOUR_MS);
    await source.query('DELETE FROM session WHERE expires_at <= $1', [now]);
    const from = [address, agent.slice(0, AGENT_LENGTH)];
    await source.query(OPEN, [tokenHash(secret), entered.person.id, csrfToken, now, expires, ...from, isSignedOn]);
    return { ...entered, csrfToken, secret };
  }

  /** A wrong code is a failure like a wrong password: who has one of the two cannot try the other without end. */
  async #enter({ username, password, code }: Credentials): Promise<Entered | Refusal> {
    const entered = await this.#verify(username, password);
    if (entered === undefined) return LOG_IN.no();
    if (entered.secondFactor !== 'on') return entered;
    if (code === undefined) throw new Refusal('second-factor-needed');
    return (await this.parts.factors.takes(entered.person.id, code)) ? entered : wrongCode();
  }

  /**
   * The session that a cookie opens; undefined where it is unknown, over, left alone for too long, or its person no longer active.
   * @param attended whether a person does this, and not a screen by itself
   */
  async find(secret: string, attended: boolean): Promise<OpenSession | undefined> {
    const { source, clock } = this.parts;
    const [id, now] = [tokenHash(secret), clock.now()];
    const since = seenSince(this.parts, now);
    const [row] = await source.query<SessionRow[]>(SESSION_WITH_PERSON, [id, this.#today(), now, since]);
    if (row === undefined) return undefined;
    if (attended && isNews(row.seen_at, now)) await source.query(SEEN, [id, now]);
    const entered = this.#enteredOf(row);
    return { ...(row.signed_on ? signedOn(entered) : entered), csrfToken: row.csrf_token };
  }

  /** Notes that a person is still at the screen, where sessions end of themselves. */
  async attend(secret: string): Promise<void> {
    const { source, clock } = this.parts;
    const now = clock.now();
    const since = seenSince(this.parts, now);
    if (since !== null) await source.query(STILL_THERE, [tokenHash(secret), now, since]);
  }

  /** Logs out. */
  async close(secret: string): Promise<void> {
    await this.parts.source.query(CLOSE, [tokenHash(secret)]);
  }

  /**
   * A person changes their own password; their other sessions end.
   * @throws Refusal `invalid-request` where the present one is wrong or the new one the same or easy to guess, or `too-many-attempts`
   */
  async changePassword(at: AtScreen, { current, next }: PasswordChange): Promise<void> {
    const { person, secret } = at;
    const { username, id, name, organPath: path } = person;
    await this.provePassword(at, { path: 'current', password: current });
    if (next === current) throw new Refusal('invalid-request', [{ path: 'next', code: 'same-password' }]);
    if (isGuessable(next, [username, name, person.organCode]))
      throw new Refusal('invalid-request', [{ path: 'next', code: 'guessable-password' }]);
    const passwordHash = await hashPassword(next);
    await makeChange(this.parts, person, async (change) => {
      await change.manager.query(SET_PASSWORD, [id, passwordHash]);
      await endSessions(change, id, tokenHash(secret));
      await record(change, { action: 'password-changed', path, subject: { id, name } });
    });
  }

  /**
   * Takes the second step away from one's own log-in; other sessions end.
   * @throws Refusal `invalid-request` where password or code is wrong, `second-factor-absent` or `too-many-attempts`
   */
  async removeSecondFactor(at: AtScreen, { password, code }: SecondFactorRemoval): Promise<void> {
    const { id, name, organPath: path, username } = at.person;
    await this.#throttle.attempt({ name: username, address: at.address }, async () => {
      if ((await this.#verify(username, password)) === undefined) return wrongField('password', 'wrong-password');
      return (await this.parts.factors.takes(id, code)) ? true : wrongField('code', 'wrong-second-factor');
    });
    await makeChange(this.parts, at.person, async (change) => {
      await removeSecondFactor(change, { id, name, path });
      await endSessions(change, id, tokenHash(at.secret));
    });
  }

  /**
   * Somebody who is logged in shows that it is still them. A wrong password is a wrong field here.
   * @param given the password, and the field that it stands in
   * @throws Refusal `invalid-request` or `too-many-attempts`
   */
  async provePassword({ person: { username }, address }: AtScreen, given: { readonly path: string; readonly password: string }) {
    const wrong = wrongField(given.path, 'wrong-password');
    await this.#throttle.attempt(
      { name: username, address },
      async () => (await this.#verify(username, given.password)) ?? wrong,
    );
  }

  async #verify(username: string, password: string): Promise<Entered | undefined> {
    const row = await this.#known(username);
    this.#nobody ??= hashPassword(newToken());
    const matches = await verifyPassword(row?.password_hash ?? (await this.#nobody), password);
    return row !== undefined && matches ? this.#enteredOf(row) : undefined;
  }

  async #known(username: string): Promise<KnownRow | undefined> {
    const [row] = await this.parts.source.query<KnownRow[]>(PERSON_WITH_HASH, [username, this.#today()]);
    return row;
  }

  #enteredOf(row: EnteredRow): Entered {
    const person = personOf(row);
    const hasSecondFactor = row.has_second_factor;
    return {
      person,
      mustChangePassword: row.must_change_password,
      secondFactor: this.parts.factors.stateOf({ hasSecondFactor, roles: person.roles }),
    };
  }

  #today = (): LocalDate => this.parts.clock.today();
}
