import { Refusal, type Role, type SecondFactorOffer } from '@gongkai/contracts';
import { newOneTimePassword, tokenHash, type Clock, type Sealer } from '@gongkai/platform';
import { Secret, TOTP } from 'otpauth';
import type { DataSource } from 'typeorm';
import { makeChange, record, type Change } from '../administration/change.js';
import type { Person } from '../person.js';
import { endSessions } from './ways-in.js';

/** Where its bytes lie. */
export const placeOf = (personId: string): string => `second-factor:${personId}`;

/** Whether a person's log-in has a second step, as a column. */
export const HAS_SECOND_FACTOR = `
  EXISTS (SELECT FROM second_factor WHERE second_factor.person_id = person.id AND second_factor.since IS NOT NULL) AS has_second_factor`;

type Parts = {
  readonly source: DataSource;
  readonly clock: Clock;
  readonly sealer: Sealer;
  /** Whose log-in has to have a second step. */
  readonly neededFor: readonly Role[];
};

/** How an authenticator counts (RFC 6238); every app knows these. */
const TOTP_OF = { algorithm: 'SHA1', digits: 6, period: 30 } as const;
/** Bytes of a secret: as many as the digest has (RFC 4226 §4). */
const SECRET_BYTES = 20;
/** Steps before and after, for a phone that is not quite on time. */
const WINDOW = 1;
const RECOVERY_CODES = 10;
const SIX_FIGURES = /^\d{6}$/;

const OFFER = `
  INSERT INTO second_factor (person_id, sealed) VALUES ($1, $2)
  ON CONFLICT (person_id) DO UPDATE SET sealed = EXCLUDED.sealed WHERE second_factor.since IS NULL RETURNING person_id`;
const READ = 'SELECT sealed, since FROM second_factor WHERE person_id = $1';
/** A code opens once: the step that it belongs to has to be later than the last. */
const TAKE_STEP = 'UPDATE second_factor SET last_step = $2 WHERE person_id = $1 AND last_step < $2 RETURNING person_id';
const CONFIRM = 'UPDATE second_factor SET since = $2 WHERE person_id = $1 AND since IS NULL RETURNING person_id';
const KEEP_CODES = 'INSERT INTO recovery_code (person_id, code_hash) SELECT $1, unnest($2::text[])';
const TAKE_CODE = 'DELETE FROM recovery_code WHERE person_id = $1 AND code_hash = $2 RETURNING person_id';
const REMOVE = 'DELETE FROM second_factor WHERE person_id = $1 AND since IS NOT NULL RETURNING person_id';

type Row = { readonly sealed: Uint8Array; readonly since: Date | null };
type Holder = Pick<Person, 'id' | 'username'>;

/** Of who is logged in already: a wrong secret is a wrong field, and no reason to log in again. */
export const wrongField = (path: string, code: 'wrong-password' | 'wrong-second-factor'): Refusal =>
  new Refusal('invalid-request', [{ path, code }]);

/** The second step at the log-in: six figures of an authenticator that shares a secret (TOTP), or a recovery code. */
export class SecondFactors {
  constructor(private readonly parts: Parts) {}

  /** Whether somebody's log-in has one; `required`: it has none and one of their posts needs it. */
  stateOf({ hasSecondFactor, roles }: { readonly hasSecondFactor: boolean; readonly roles: readonly Role[] }) {
    if (hasSecondFactor) return 'on';
    return roles.some((role) => this.parts.neededFor.includes(role)) ? 'required' : 'off';
  }

  /**
   * Makes a secret for an authenticator; it counts when {@link confirm} was told a code of it.
   * @throws Refusal `second-factor-present`
   */
  async offer({ id, username }: Holder): Promise<SecondFactorOffer> {
    const secret = new Secret({ size: SECRET_BYTES });
    const sealed = this.parts.sealer.seal({ secret: secret.base32 }, placeOf(id));
    const kept = await this.parts.source.query<unknown[]>(OFFER, [id, sealed]);
    if (kept.length === 0) throw new Refusal('second-factor-present');
    return { secret: secret.base32, uri: totpOf(secret.base32, username).toString() };
  }

  /**
   * The authenticator works: from now on it is asked for. Other sessions of the person end.
   * @param but hash of the session that stays
   * @returns recovery codes, told once
   * @throws Refusal `second-factor-absent`, or `invalid-request` where the code is not of this authenticator
   */
  async confirm(person: Person, code: string, but: string): Promise<readonly string[]> {
    return makeChange(this.parts, person, async (change) => {
      if (!(await this.#isOf(person.id, code, change.manager))) throw wrongField('code', 'wrong-second-factor');
      const [confirmed] = await change.manager.query<[unknown[], number]>(CONFIRM, [person.id, change.now]);
      if (confirmed.length === 0) throw new Refusal('second-factor-absent');
      const codes = Array.from({ length: RECOVERY_CODES }, newOneTimePassword);
      await change.manager.query(KEEP_CODES, [person.id, codes.map(tokenHash)]);
      await endSessions(change, person.id, but);
      await record(change, { action: 'second-factor-set', path: person.organPath, subject: person });
      return codes;
    });
  }

  /** Whether a code opens for somebody, now and not again. */
  async takes(personId: string, code: string): Promise<boolean> {
    if (SIX_FIGURES.test(code)) return this.#isOf(personId, code, this.parts.source);
    const hash = tokenHash(code.toLowerCase());
    const [taken] = await this.parts.source.query<[unknown[], number]>(TAKE_CODE, [personId, hash]);
    return taken.length > 0;
  }

  /** @param asked by the line of a change that is under way, or by any: whoever holds the directory and waits for another line may wait for ever */
  async #isOf(personId: string, code: string, asked: Pick<DataSource, 'query'>): Promise<boolean> {
    const [row] = await asked.query<Row[]>(READ, [personId]);
    if (row === undefined) throw new Refusal('second-factor-absent');
    const { secret } = this.parts.sealer.open(row.sealed, placeOf(personId)) as { secret: string };
    const totp = totpOf(secret, personId);
    const timestamp = this.parts.clock.deviceTime().getTime();
    const delta = totp.validate({ token: code, timestamp, window: WINDOW });
    if (delta === null) return false;
    const values = [personId, totp.counter({ timestamp }) + delta];
    const [taken] = await asked.query<[unknown[], number]>(TAKE_STEP, values);
    return taken.length > 0;
  }
}

const totpOf = (secret: string, label: string): TOTP =>
  new TOTP({ ...TOTP_OF, issuer: 'Gongkai 公开', label, secret: Secret.fromBase32(secret) });

/** Takes the second step away, in a change that is under way. @throws Refusal `second-factor-absent` */
export async function removeSecondFactor(
  change: Change,
  { id, name, path }: { readonly id: string; readonly name: string; readonly path: readonly string[] },
): Promise<void> {
  const [removed] = await change.manager.query<[unknown[], number]>(REMOVE, [id]);
  if (removed.length === 0) throw new Refusal('second-factor-absent');
  await record(change, { action: 'second-factor-removed', path, subject: { id, name } });
}
