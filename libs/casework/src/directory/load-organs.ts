import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { LocalDate } from '@gongkai/calendar';
import { hashPassword, readConfig, type ConfigKind } from '@gongkai/platform';
import type { DataSource, EntityManager } from 'typeorm';
import { parseOrgans, type ListedOrgan, type ListedPost } from './organ-file.js';

/** The files of `config/organs`, for the check of the whole configuration. */
export const organFiles: ConfigKind = { files: /^organs\/[^/]+\.yaml$/, parse: parseOrgans };

/** How a list of organs is loaded: since when its people hold their posts, and the password of the new ones. */
export type LoadOptions = { readonly since: LocalDate; readonly password: string };

/** The organs and people of the demonstration. @throws ConfigError when the file is wrong */
export const readDemoOrgans = (configDir: string): readonly ListedOrgan[] =>
  readConfig(configDir, 'organs/demo.yaml', parseOrgans);

/** Names of the organ lists that the configuration has. */
export const organListsOf = (configDir: string): readonly string[] =>
  readdirSync(join(configDir, 'organs')).flatMap((file) => /^(.+)\.yaml$/.exec(file)?.[1] ?? []);

/**
 * Puts organs and people into the database. What is there already, known by code and by log-in, stays as it is: loading
 * twice changes nothing.
 */
export async function loadOrgans(source: DataSource, organs: readonly ListedOrgan[], options: LoadOptions): Promise<void> {
  const passwordHash = await hashPassword(options.password);
  await source.transaction(async (manager) => {
    for (const organ of organs) {
      const organId = await ensureOrgan(manager, organ);
      for (const post of organ.posts) await ensurePost(manager, post, { organId, passwordHash, since: options.since });
    }
  });
}

const ADD_ORGAN = `
  INSERT INTO organ (id, code, name_zh, name_en, kind, parent_id, path, number_prefix)
  SELECT $1::uuid, $2, $3, $4, $5, above.id, coalesce(above.path, '{}') || $1::uuid, $6
    FROM (SELECT 1) AS one LEFT JOIN organ AS above ON above.code = $7
  ON CONFLICT (code) DO NOTHING`;

async function ensureOrgan(manager: EntityManager, { code, name, kind, prefix, parent }: ListedOrgan): Promise<string> {
  await manager.query(ADD_ORGAN, [randomUUID(), code, name['zh-CN'], name.en, kind, prefix, parent]);
  const [row] = await manager.query<{ id: string }[]>('SELECT id FROM organ WHERE code = $1', [code]);
  if (row === undefined) throw new Error(`The organ ${code} was not stored.`);
  return row.id;
}

type Appointment = { readonly organId: string; readonly passwordHash: string; readonly since: LocalDate };

/** A person whose log-in is new, and the post; one who is there keeps posts and password. */
const ADD_PERSON_AND_POST = `
  WITH person AS (
    INSERT INTO person (id, username, name, password_hash, organ_id)
    VALUES ($1::uuid, $2, $3, $4, $5::uuid)
    ON CONFLICT (username) DO NOTHING
    RETURNING id
  )
  INSERT INTO post (id, person_id, organ_id, role, ogi_head, valid_from)
  SELECT $6::uuid, person.id, $5::uuid, $7, $8::boolean, $9::date FROM person`;

async function ensurePost(manager: EntityManager, { role, name, username }: ListedPost, where: Appointment): Promise<void> {
  await manager.query(ADD_PERSON_AND_POST, [
    randomUUID(),
    username,
    name,
    where.passwordHash,
    where.organId,
    randomUUID(),
    role,
    role === 'approver',
    where.since,
  ]);
}
