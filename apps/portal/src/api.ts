import type { Problem } from '@gongkai/contracts';
import { currentLanguage } from './i18n/i18n.js';
import { waitedFor } from './parts/waited-for.js';

/** The public part of the API. */
export const BASE = '/api/v1/public';

/** What came back: what was asked for, or why not. */
export type Answer<T> = { readonly data: T; readonly no?: undefined } | { readonly data?: undefined; readonly no: No };
/** Why not: in the words of the API, or `null` where nothing was heard of it. */
export type No = Problem | null;

type Sending = {
  readonly method?: 'GET' | 'POST';
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Nobody waits for it. */
  readonly isAside?: boolean;
};

/** The one way to the server. @param path below the public part of the API, with its query */
export async function ask<T>(path: string, sending: Sending = {}): Promise<Answer<T>> {
  const answer = asked<T>(path, sending);
  return sending.isAside === true ? answer : waitedFor(answer);
}

async function asked<T>(path: string, { method = 'GET', body, headers }: Sending): Promise<Answer<T>> {
  const sent = { method, headers: { ...headersFor(body), ...headers }, body: textOf(body), credentials: 'omit' } as const;
  const answer = await fetch(`${BASE}${path}`, sent).catch(() => undefined);
  return answer === undefined ? { no: null } : read<T>(answer);
}

/** What is said with each request. */
export const headersFor = (body: unknown): Readonly<Record<string, string>> => ({
  accept: 'application/json',
  'accept-language': currentLanguage(),
  // A browser tells its owner of other answers as of failures.
  prefer: 'refusal=answer',
  ...(body === undefined || body instanceof FormData ? {} : { 'content-type': 'application/json' }),
});

const textOf = (body: unknown): BodyInit | null =>
  body === undefined ? null : body instanceof FormData ? body : JSON.stringify(body);

async function read<T>(answer: Response): Promise<Answer<T>> {
  const body: unknown = answer.status === 204 ? null : await answer.json().catch(() => undefined);
  if (isRefused(answer) && isDocument(body)) return { no: body };
  return answer.ok && body !== undefined ? { data: body as T } : { no: null };
}

/** The answer is a problem document. */
export const isRefused = ({ headers }: Response): boolean =>
  (headers.get('content-type') ?? '').startsWith('application/problem+json');

const isDocument = (body: unknown): body is Problem => typeof body === 'object' && body !== null && 'code' in body;
