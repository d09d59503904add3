import { randomUUID } from 'node:crypto';
import { addMonths, type LocalDate } from '@gongkai/calendar';
import { Refusal, TOKEN_YEARS, type IssuedToken, type NewToken, type TokenScope, type TokenView } from '@gongkai/contracts';
import { newToken, tellGone, tokenHash, type Clock } from '@gongkai/platform';
import type { DataSource } from 'typeorm';
import { makeChange, needAdmin, record, type AdministrationParts } from '../administration/change.js';
import type { Person } from '../person.js';
import { actorColumns, PERSON_GROUP, personJoins, personOf, type ActorRow } from './people.js';

const HOLDER = `
  WITH used AS (
    UPDATE api_token SET last_used_at = $3
     WHERE token_hash = $1 AND revoked_at IS NULL AND coalesce(expires_on >= $2, true) AND (last_used_at IS NULL OR last_used_at < $3::timestamptz - interval '1 minute')
  )
  SELECT ${actorColumns(2)}, api_token.scopes
    FROM api_token JOIN person ON person.id = api_token.person_id ${personJoins(2)}
   WHERE api_token.token_hash = $1 AND api_token.revoked_at IS NULL AND coalesce(api_token.expires_on >= $2, true)
     AND person.active
   ${PERSON_GROUP}, api_token.scopes`;

/** Tokens that nobody has taken back below an organ; those of the whole installation where none is given. */
const LIST = `
  SELECT api_token.id, api_token.name, person.id AS person_id, person.username, person.name AS person_name, organ.code AS organ,
         organ.path, api_token.scopes, api_token.expires_on::text, api_token.created_at, api_token.last_used_at
    FROM api_token JOIN person ON person.id = api_token.person_id JOIN organ ON organ.id = person.organ_id
   WHERE revoked_at IS NULL AND ($1::uuid IS NULL OR organ.path @> ARRAY[$1::uuid])
   ORDER BY api_token.created_at, api_token.id`;

const HOLDER_TO_BE = `
  SELECT person.id FROM person JOIN organ ON organ.id = person.organ_id
   WHERE (person.id::text = $1 OR person.username = $1) AND person.active
     AND ($2::uuid IS NULL OR organ.path @> ARRAY[$2::uuid])`;

const ISSUE = `
  INSERT INTO api_token (id, name, token_hash, person_id, created_at, scopes, expires_on) VALUES ($1, $2, $3, $4, $5, $6, $7)`;

/** What a program watches with it ends, too. */
const REVOKE = `
  WITH revoked AS (UPDATE api_token SET revoked_at = $2 WHERE id = $1 RETURNING person_id)
  SELECT ${tellGone('person_id')} FROM revoked`;

type TokenRow = {
  readonly id: string;
  readonly name: string;
  readonly person_id: string;
  readonly username: string;
  readonly person_name: string;
  readonly organ: string;
  readonly path: readonly string[];
  readonly scopes: TokenScope[];
  readonly expires_on: LocalDate | null;
  readonly created_at: Date;
  readonly last_used_at: Date | null;
};

/** For whom a program acts, and in what. */
export type TokenHolder = { readonly person: Person; readonly scopes: readonly TokenScope[] };

/** Who asks for tokens: an administrator, for their organ and below, or null for the command line of the installation. */
type Asker = Person | null;

/** Tokens of programs that act for a person, for instance a fax gateway for the clerk of an organ. */
export class ApiTokens {
  readonly #parts: AdministrationParts;

  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {
    this.#parts = { source, clock };
  }

  /** The person for whom the holder of this token acts, and in what; undefined where it is unknown, revoked or over. */
  async holder(token: string): Promise<TokenHolder | undefined> {
    const now = this.clock.now();
    const [row] = await this.source.query<(ActorRow & Pick<TokenHolder, 'scopes'>)[]>(HOLDER, [
      tokenHash(token),
      this.clock.today(),
      now,
    ]);
    return row === undefined ? undefined : { person: personOf(row), scopes: row.scopes };
  }

  /**
   * Makes a token for a person; its secret is told once and never again.
   * @throws Refusal `role-missing`, or `invalid-request` where there is no such person, or it would end before today or too late
   */
  async issue(asker: Asker, { name, person, scopes, expiresOn }: NewToken): Promise<IssuedToken> {
    const scope = scopeOf(asker);
    const until = lastDay(expiresOn, this.clock.today());
    return makeChange(this.#parts, asker, async (change) => {
      const [holder] = await change.manager.query<{ id: string }[]>(HOLDER_TO_BE, [person, scope]);
      if (holder === undefined) throw new Refusal('invalid-request', [{ path: 'person', code: 'unknown-person' }]);
      const [id, secret] = [randomUUID(), newToken()];
      await change.manager.query(ISSUE, [id, name, tokenHash(secret), holder.id, change.now, [...new Set(scopes)], until]);
      const token = (await change.manager.query<TokenRow[]>(LIST, [scope])).find((row) => row.id === id);
      if (token === undefined) throw new Error('The token was not stored.');
      await record(change, { ...markOf('token-issued', token), after: valuesOf(token) });
      return { token: viewOf(token), secret };
    });
  }

  /** The tokens that nobody has taken back, those that are over among them. @throws Refusal `role-missing` */
  async list(asker: Asker): Promise<TokenView[]> {
    return (await this.source.query<TokenRow[]>(LIST, [scopeOf(asker)])).map(viewOf);
  }

  /** Takes a token back. @throws Refusal `role-missing`, or `not-found` where none is in force */
  async revoke(asker: Asker, id: string): Promise<void> {
    const scope = scopeOf(asker);
    await makeChange(this.#parts, asker, async (change) => {
      const token = (await change.manager.query<TokenRow[]>(LIST, [scope])).find((row) => row.id === id);
      if (token === undefined) throw new Refusal('not-found');
      await change.manager.query(REVOKE, [id, change.now]);
      await record(change, { ...markOf('token-revoked', token), before: valuesOf(token) });
    });
  }
}

/** @throws Refusal `invalid-request` */
function lastDay(asked: LocalDate | undefined, today: LocalDate): LocalDate {
  const latest = addMonths(today, 12 * TOKEN_YEARS.most);
  const until = asked ?? addMonths(today, 12 * TOKEN_YEARS.usual);
  if (until < today) throw new Refusal('invalid-request', [{ path: 'expiresOn', code: 'over-already' }]);
  if (until > latest) throw new Refusal('invalid-request', [{ path: 'expiresOn', code: 'too-long-valid', facts: { latest } }]);
  return until;
}

function scopeOf(asker: Asker): string | null {
  if (asker === null) return null;
  needAdmin(asker);
  return asker.organId;
}

const markOf = <A>(action: A, { id, name, path }: TokenRow) => ({ action, path, subject: { id, name } });

const valuesOf = ({ name, username, scopes, expires_on: expiresOn }: TokenRow) => ({ name, username, scopes, expiresOn });

const viewOf = (row: TokenRow): TokenView => ({
  id: row.id,
  name: row.name,
  person: { id: row.person_id, name: row.person_name },
  username: row.username,
  organ: row.organ,
  scopes: row.scopes,
  expiresOn: row.expires_on,
  createdAt: row.created_at.toISOString(),
  lastUsedAt: row.last_used_at?.toISOString() ?? null,
});
