import { tellGone } from '@gongkai/platform';
import type { Change } from '../administration/change.js';
import { record } from '../administration/change.js';

const END_SESSIONS = `
  WITH ended AS (DELETE FROM session WHERE person_id = $1 AND id_hash IS DISTINCT FROM $2)
  SELECT ${tellGone('$1::uuid')}`;

const REVOKE_TOKENS = `
  UPDATE api_token SET revoked_at = $2 WHERE person_id = $1 AND revoked_at IS NULL RETURNING id, name`;

/** Whose ways in are closed. */
type Holder = { readonly id: string; readonly username: string; readonly path: readonly string[] };

/** Logs a person out everywhere; what they watch ends at once. @param but the hash of a session that stays */
export async function endSessions({ manager }: Change, personId: string, but: string | null = null): Promise<void> {
  await manager.query(END_SESSIONS, [personId, but]);
}

/** Logs a person out everywhere and takes back what programs act for them with. */
export async function closeWaysIn(change: Change, { id, username, path }: Holder): Promise<void> {
  await endSessions(change, id);
  const [tokens] = await change.manager.query<[{ id: string; name: string }[], number]>(REVOKE_TOKENS, [id, change.now]);
  for (const subject of tokens)
    await record(change, { action: 'token-revoked', path, subject, before: { name: subject.name, username } });
}
