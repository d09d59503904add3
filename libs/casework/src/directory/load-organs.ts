import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { LocalDate } from '@gongkai/calendar';
import { hashPassword, json, readConfig, type ConfigKind } from '@gongkai/platform';
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
      await ensurePosts(manager, organ.posts, { organId, passwordHash, since: options.since });
    }
    await addGuides(manager, organs, options.since);
  });
}

/** Gives the organs of a list that are there, and have never announced a guide, the one of the list. @returns how many */
export async function addGuides(
  manager: EntityManager,
  organs: readonly Pick<ListedOrgan, 'code' | 'guide'>[],
  since: LocalDate,
): Promise<number> {
  const listed = organs.filter(({ guide }) => guide !== null);
  return (await manager.query<unknown[]>(ADD_GUIDES, [json(listed), since])).length;
}

/** The first version; whoever has announced one since keeps it. */
const ADD_GUIDES = `
  INSERT INTO guide (organ_id, version, valid_from, content, changed_at)
  SELECT organ.id, 1, $2::date, listed.guide, $2::date
    FROM jsonb_to_recordset($1::jsonb) AS listed (code text, guide jsonb) JOIN organ ON organ.code = listed.code
   WHERE NOT EXISTS (SELECT FROM guide WHERE guide.organ_id = organ.id)
  RETURNING organ_id`;

const ADD_ORGAN = `
  INSERT INTO organ (id, code, name_zh, name_en, kind, parent_id, path, number_prefix, number_format)
  SELECT $1::uuid, $2, $3, $4, $5, above.id, coalesce(above.path, '{}') || $1::uuid, $6, $8
    FROM (SELECT 1) AS one LEFT JOIN organ AS above ON above.code = $7
  ON CONFLICT (code) DO NOTHING`;

async function ensureOrgan(manager: EntityManager, { code, name, kind, prefix, format, parent }: ListedOrgan): Promise<string> {
  await manager.query(ADD_ORGAN, [randomUUID(), code, name['zh-CN'], name.en, kind, prefix, parent, format]);
  const [row] = await manager.query<{ id: string }[]>('SELECT id FROM organ WHERE code = $1', [code]);
  if (row === undefined) throw new Error(`The organ ${code} was not stored.`);
  return row.id;
}

/** When the listed people began, where, and with which password. */
type Appointment = { readonly organId: string; readonly passwordHash: string; readonly since: LocalDate };

/** People whose log-ins are new, and their posts, in one statement; who is there keeps posts and password. */
const ADD_PEOPLE_AND_POSTS = `
  WITH listed AS (
    SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $9::text[], $10::text[])
      AS t (person_id, post_id, username, name, role, email, title)
  ), person AS (
    INSERT INTO person (id, username, name, password_hash, organ_id, email)
    SELECT person_id, username, name, $6, $7::uuid, email FROM listed
    ON CONFLICT (username) DO NOTHING
    RETURNING id
  )
  INSERT INTO post (id, person_id, organ_id, role, title, ogi_head, valid_from)
  SELECT post_id, person.id, $7::uuid, role, title, role = 'approver' AND title IS NULL, $8::date
    FROM person JOIN listed ON listed.person_id = person.id`;

async function ensurePosts(manager: EntityManager, posts: readonly ListedPost[], where: Appointment): Promise<void> {
  if (posts.length === 0) return;
  await manager.query(ADD_PEOPLE_AND_POSTS, [
    posts.map(() => randomUUID()),
    posts.map(() => randomUUID()),
    posts.map(({ username }) => username),
    posts.map(({ name }) => name),
    posts.map(({ role }) => role),
    where.passwordHash,
    where.organId,
    where.since,
    posts.map(({ email }) => email),
    posts.map(({ title }) => title),
  ]);
}
