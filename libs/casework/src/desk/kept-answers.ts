import { Refusal, type CaseView } from '@gongkai/contracts';
import type { Sealer, Statement } from '@gongkai/platform';
import type { Answer, Idempotency } from './envelope.js';
import type { IdempotencyRow } from './write.js';

type KeptRow = { readonly request_hash: string; readonly status: number; readonly body: { readonly sealed: string } };

const placeOf = ({ scope, key }: Idempotency): string => `answer:${scope}:${key}`;

/** Two requests with one key come one after the other. */
export const lockKey = ({ scope, key }: Idempotency): Statement => ({
  name: 'lock-key',
  text: 'SELECT pg_advisory_xact_lock(hashtextextended($1, 0))',
  values: [`${scope} ${key}`],
});

/** The answer that was kept under a key. */
export const readKept = ({ scope, key }: Idempotency): Statement => ({
  name: 'kept-answer',
  text: 'SELECT request_hash, status, body FROM idempotency_key WHERE scope = $1 AND key = $2',
  values: [scope, key],
});

/**
 * The first answer to a request that is repeated; null where there was none.
 * @throws Refusal `idempotency-key-reused` when the key belongs to another request
 */
export function keptAnswer(rows: readonly unknown[], idempotency: Idempotency | undefined, sealer: Sealer): Answer | null {
  const kept = openKept(rows, idempotency, sealer);
  if (kept === null) return null;
  const view = kept.content as CaseView;
  return { status: kept.status === 201 ? 201 : 200, caseId: view.id, view, replayed: true };
}

/**
 * What was kept under a key, whatever it is; null where nothing was.
 * @throws Refusal `idempotency-key-reused` when the key belongs to another request
 */
export function openKept(
  rows: readonly unknown[],
  idempotency: Idempotency | undefined,
  sealer: Sealer,
): { readonly status: number; readonly content: unknown } | null {
  const row = rows[0] as KeptRow | undefined;
  if (row === undefined || idempotency === undefined) return null;
  if (row.request_hash !== idempotency.requestHash) throw new Refusal('idempotency-key-reused');
  return { status: row.status, content: sealer.open(Buffer.from(row.body.sealed, 'base64'), placeOf(idempotency)) };
}

/** Sealed for the key it is kept under; packed, for an answer is long and most of a log would be answers. */
export const sealKept = (content: unknown, idempotency: Idempotency, sealer: Sealer): string =>
  sealer.sealPacked(content, placeOf(idempotency)).toString('base64');

/** The row that keeps an answer, sealed: it carries what is known of the applicant. */
export function keeping(answer: Answer, idempotency: Idempotency | undefined, at: Date, sealer: Sealer): IdempotencyRow[] {
  if (idempotency === undefined) return [];
  const { scope, key, requestHash } = idempotency;
  const sealed = sealKept(answer.view, idempotency, sealer);
  const headers = { etag: `"${answer.view.version}"` };
  return [
    { scope, key, request_hash: requestHash, status: answer.status, headers, body: { sealed }, created_at: at.toISOString() },
  ];
}
