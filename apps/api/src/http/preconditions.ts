import { createHash } from 'node:crypto';
import type { Idempotency, Person } from '@gongkai/casework';
import { Refusal } from '@gongkai/contracts';
import { canonicalJson } from '@gongkai/platform';
import type { FastifyRequest } from 'fastify';

/** No case has it: what names no version of ours cannot be the current one. */
const NO_VERSION = -1;
const VISIBLE = /^[\x21-\x7e]{1,200}$/;

/** The version of a case, as an entity tag. */
export const etagOf = ({ version }: { readonly version: number }): string => `"${version}"`;

/** The version that a change expects; undefined where it takes any. */
export function expectedVersion({ headers }: FastifyRequest): number | undefined {
  const given = headers['if-match'];
  if (given === undefined || given.trim() === '*') return undefined;
  const version = /^"(\d{1,9})"$/.exec(given.trim())?.[1];
  return version === undefined ? NO_VERSION : Number(version);
}

/** The header, for the documentation. */
export const IDEMPOTENCY_KEY = {
  name: 'Idempotency-Key',
  required: false,
  description: 'The same key with the same request gets the first answer again.',
  schema: { type: 'string', minLength: 1, maxLength: 200 },
} as const;

/** The header, for the documentation. */
export const IF_MATCH = {
  name: 'If-Match',
  required: false,
  description: 'The ETag of the case as it was read; a case that has changed since then gives 412.',
  schema: { type: 'string' },
} as const;

/** The sender's key of a request, if there is one: whose it is, and for which address. @throws Refusal when it is no key */
export function keyOf(
  { headers, method, url }: FastifyRequest,
  { id }: Pick<Person, 'id'>,
): Omit<Idempotency, 'requestHash'> | undefined {
  const key = headers['idempotency-key'];
  if (key === undefined) return undefined;
  if (typeof key !== 'string' || !VISIBLE.test(key)) throw notAKey();
  return { scope: `${id} ${method} ${url.split('?')[0] ?? ''}`, key };
}

/** The same with what it was used for. @throws Refusal when it is no key */
export function idempotencyOf(request: FastifyRequest, actor: Pick<Person, 'id'>, body: unknown): Idempotency | undefined {
  const key = keyOf(request, actor);
  return key === undefined ? undefined : { ...key, requestHash: hashOf(body) };
}

const hashOf = (body: unknown): string => createHash('sha256').update(canonicalJson(body)).digest('hex');

const notAKey = (): Refusal =>
  new Refusal('invalid-request', [{ path: 'Idempotency-Key', code: 'invalid-value', facts: { expected: 'visible-ascii' } }]);
