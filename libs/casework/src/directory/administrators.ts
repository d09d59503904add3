import { randomUUID } from 'node:crypto';
import { isGuessable, PASSWORD_LENGTH } from '@gongkai/contracts';
import { hashPassword } from '@gongkai/platform';
import { makeChange, record, type AdministrationParts } from '../administration/change.js';

/** The first person of an installation, and the organ to work for; names of an organ that is there already are not used. */
export type NewAdministrator = {
  readonly username: string;
  readonly name: string;
  readonly password: string;
  readonly organ: { readonly code: string; readonly nameZh?: string; readonly nameEn?: string; readonly prefix?: string };
};

/** What stands in the way of an administrator. */
export type AdministratorProblem = 'username-taken' | 'organ-unknown' | 'password-short' | 'password-guessable';

const ADD_ORGAN = `
  INSERT INTO organ (id, code, name_zh, name_en, kind, path, number_prefix)
  VALUES ($1::uuid, $2, $3, $4, 'department', ARRAY[$1::uuid], $5) ON CONFLICT (code) DO NOTHING`;

const ADD_ADMIN = `
  WITH person AS (
    INSERT INTO person (id, username, name, password_hash, organ_id)
    SELECT $1::uuid, $2, $3, $4, organ.id FROM organ WHERE organ.code = $5
    ON CONFLICT (username) DO NOTHING
    RETURNING id, organ_id
  )
  INSERT INTO post (id, person_id, organ_id, role, valid_from)
  SELECT $6::uuid, person.id, person.organ_id, 'admin', $7::date FROM person
  RETURNING person_id AS id, (SELECT path FROM organ WHERE organ.id = organ_id) AS path`;

/**
 * Makes an administrator from today on, and the organ where it is new and named.
 * @returns undefined when it is done, else what stands in the way; then nothing was changed
 */
export async function createAdministrator(
  parts: AdministrationParts,
  { username, name, password, organ }: NewAdministrator,
): Promise<AdministratorProblem | undefined> {
  if (password.length < PASSWORD_LENGTH) return 'password-short';
  if (isGuessable(password, [username, name, organ.code])) return 'password-guessable';
  const passwordHash = await hashPassword(password);
  return makeChange(parts, null, async (change) => {
    const { manager, today } = change;
    const taken = await manager.query<unknown[]>('SELECT 1 FROM person WHERE username = $1', [username]);
    if (taken.length > 0) return 'username-taken';
    const { code, nameZh, nameEn = nameZh, prefix = nameZh } = organ;
    if (nameZh !== undefined) await manager.query(ADD_ORGAN, [randomUUID(), code, nameZh, nameEn, prefix]);
    const values = [randomUUID(), username, name, passwordHash, code, randomUUID(), today];
    const [made] = await manager.query<{ id: string; path: string[] }[]>(ADD_ADMIN, values);
    if (made === undefined) return 'organ-unknown';
    const after = { username, name, organ: code, role: 'admin' };
    await record(change, { action: 'person-created', path: made.path, subject: { id: made.id, name }, after });
    return undefined;
  });
}
