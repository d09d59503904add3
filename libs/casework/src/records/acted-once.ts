import { json, type Sealer, type Statement } from '@gongkai/platform';
import type { Idempotency } from '../desk/envelope.js';
import { lockKey, openKept, readKept, sealKept } from '../desk/kept-answers.js';

/** Which request was opened or changed, and the version it had then: with it the first answer is told again. */
export type Acted = { readonly id: string; readonly version: number };

/** What is read first, so that two requests with one key come one after the other. */
export const readActed = (idempotency: Idempotency | undefined): Statement[] =>
  idempotency === undefined ? [] : [lockKey(idempotency), readKept(idempotency)];

/** What was done under the key already; null where nothing was. @throws Refusal `idempotency-key-reused` */
export function actedBefore(rows: readonly unknown[][], idempotency: Idempotency | undefined, sealer: Sealer): Acted | null {
  const kept = openKept(rows[1] ?? [], idempotency, sealer);
  return kept === null ? null : (kept.content as Acted);
}

/** Keeps it under the key. */
export function keepActed(
  acted: Acted,
  idempotency: Idempotency | undefined,
  { at, sealer }: { readonly at: Date; readonly sealer: Sealer },
): Statement[] {
  if (idempotency === undefined) return [];
  const { scope, key, requestHash } = idempotency;
  const text = `
    INSERT INTO idempotency_key (scope, key, request_hash, status, headers, body, created_at) VALUES ($1, $2, $3, 200, '{}', $4, $5)`;
  return [{ text, values: [scope, key, requestHash, json({ sealed: sealKept(acted, idempotency, sealer) }), at] }];
}
