import { randomUUID } from 'node:crypto';
import { newToken, tokenHash, type Clock } from '@gongkai/platform';
import type { DataSource } from 'typeorm';
import type { Person } from '../person.js';
import { PERSON_COLUMNS, PERSON_GROUP, personJoins, personOf, type PersonRow } from './people.js';

const HOLDER = `
  WITH used AS (
    UPDATE api_token SET last_used_at = $3
     WHERE token_hash = $1 AND revoked_at IS NULL AND (last_used_at IS NULL OR last_used_at < $3::timestamptz - interval '1 minute')
  )
  SELECT ${PERSON_COLUMNS}
    FROM api_token JOIN person ON person.id = api_token.person_id ${personJoins(2)}
   WHERE api_token.token_hash = $1 AND api_token.revoked_at IS NULL AND person.active
   ${PERSON_GROUP}`;

const ISSUE = `
  INSERT INTO api_token (id, name, token_hash, person_id, created_at)
  SELECT $1::uuid, $2, $3, id, $5::timestamptz FROM person WHERE username = $4 AND active
  RETURNING id`;

/** A token as an administrator sees it: never the secret itself. */
export type IssuedToken = {
  readonly id: string;
  readonly name: string;
  readonly username: string;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
};

const LIST = `
  SELECT api_token.id, api_token.name, person.username, api_token.created_at AS "createdAt", api_token.last_used_at AS "lastUsedAt"
    FROM api_token JOIN person ON person.id = api_token.person_id
   WHERE revoked_at IS NULL ORDER BY api_token.created_at, api_token.id`;

/** Tokens of programs that act for a person, for instance a fax gateway for the clerk of an organ. */
export class ApiTokens {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /** The person for whom the holder of this token acts; undefined where it is unknown or revoked. */
  async holder(token: string): Promise<Person | undefined> {
    const now = this.clock.now();
    const [row] = await this.source.query<PersonRow[]>(HOLDER, [tokenHash(token), this.clock.today(), now]);
    return row === undefined ? undefined : personOf(row);
  }

  /** Makes a token for a person; shown once and never again. @returns undefined where there is no such person */
  async issue(username: string, name: string): Promise<string | undefined> {
    const token = newToken();
    const made = await this.source.query<unknown[]>(ISSUE, [randomUUID(), name, tokenHash(token), username, this.clock.now()]);
    return made.length === 0 ? undefined : token;
  }

  /** The tokens that are in force. */
  async list(): Promise<readonly IssuedToken[]> {
    return this.source.query<IssuedToken[]>(LIST);
  }

  /** Takes a token back. @returns whether there was one in force */
  async revoke(id: string): Promise<boolean> {
    const revoked = await this.source.query<[unknown[], number]>(
      'UPDATE api_token SET revoked_at = $2 WHERE id::text = $1 AND revoked_at IS NULL RETURNING id',
      [id, this.clock.now()],
    );
    return revoked[1] > 0;
  }
}
