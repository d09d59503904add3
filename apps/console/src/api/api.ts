import { Problem } from '@gongkai/contracts';
import { currentLanguage } from '../i18n/i18n.js';
import { attendance } from './attendance.js';
import { readWhileThere } from './departure.js';
import { NetworkError, ProblemError } from './problem.js';
import { csrfToken, logInAgain } from './session-token.js';

const BASE = '/api/v1';

/** What goes into the address; what is undefined is left out, and lists are separated by commas. */
export type Query = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>;

/** What a change carries beside its body. */
export type Sending = {
  readonly query?: Query;
  /** The version of the case as it was read: a change of another version is refused. */
  readonly version?: number;
  /** The same key for the same act: sent twice it is done once. */
  readonly key?: string;
  /** Milliseconds after which no answer is an answer; without it, as long as it takes. */
  readonly patience?: number;
};

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
type Request = Sending & {
  readonly method: Method;
  readonly path: string;
  readonly body?: unknown;
  readonly signal?: AbortSignal;
};

/**
 * The one way to the server. Each call gives the body of the answer.
 * @throws ProblemError what the API refuses, in the language of the screen
 * @throws NetworkError where no answer came
 */
export const api = {
  get: <T>(path: string, query?: Query, signal?: AbortSignal) => send<T>({ method: 'GET', path, query, signal }),
  /** A file that is made when it is asked for. */
  file: (path: string, query?: Query) => send<Blob>({ method: 'GET', path, query }, (answer) => answer.blob()),
  post: <T>(path: string, body?: unknown, sending: Sending = {}) => send<T>({ ...sending, method: 'POST', path, body }),
  put: <T>(path: string, body: unknown, sending: Sending = {}) => send<T>({ ...sending, method: 'PUT', path, body }),
  patch: <T>(path: string, body: unknown, sending: Sending = {}) => send<T>({ ...sending, method: 'PATCH', path, body }),
  delete: <T>(path: string, sending: Sending = {}) => send<T>({ ...sending, method: 'DELETE', path }),
};

/** The address of a path of the API with its query, for links and downloads. */
function addressOf(path: string, query: Query = {}): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  const search = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return `${BASE}${path}${search === '' ? '' : `?${search}`}`;
}

/** A session that has ended is taken up again over the page, and the request sent once more. */
async function send<T>(request: Request, body = jsonOf as (answer: Response) => Promise<T>): Promise<T> {
  const answer = await exchange(request);
  if (answer.status !== 401 || request.path === '/session') return read(answer, body);
  await logInAgain();
  return read(await exchange(request), body);
}

const exchange = (request: Request): Promise<Response> =>
  request.method === 'GET' ? readWhileThere((signal) => call({ ...request, signal }), request.signal) : call(request);

async function call({ method, path, body, query, signal, patience, ...sending }: Request): Promise<Response> {
  const headers = headersOf(method, body, sending);
  const until = patience === undefined ? signal : AbortSignal.timeout(patience);
  try {
    return await fetch(addressOf(path, query), { method, headers, body: textOf(body), signal: until });
  } catch (error) {
    if (signal?.aborted === true) throw error;
    throw new NetworkError(String(error));
  }
}

function headersOf(method: Method, body: unknown, { version, key }: Sending): Record<string, string> {
  const isJson = body !== undefined && !(body instanceof FormData);
  return {
    accept: 'application/json',
    // The browser counts other answers as failures and says so in its console; to the person at the screen a refusal is none.
    prefer: 'refusal=answer',
    'accept-language': currentLanguage(),
    ...attendance(),
    ...(method === 'GET' ? {} : { 'x-csrf-token': csrfToken() }),
    ...(isJson ? { 'content-type': 'application/json' } : {}),
    ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
    ...(key === undefined ? {} : { 'idempotency-key': key }),
  };
}

const textOf = (body: unknown): BodyInit | null =>
  body === undefined ? null : body instanceof FormData ? body : JSON.stringify(body);

const jsonOf = (answer: Response): Promise<unknown> => answer.json().catch(() => undefined);

async function read<T>(answer: Response, bodyOf: (answer: Response) => Promise<T>): Promise<T> {
  if (answer.status === 204) return undefined as T;
  const isRefused = !answer.ok || (answer.headers.get('content-type') ?? '').startsWith('application/problem+json');
  const body = await (isRefused ? jsonOf(answer) : bodyOf(answer));
  if (!isRefused && body !== undefined) return body as T;
  const problem = Problem.safeParse(body);
  if (!problem.success) throw new NetworkError(`${answer.status} ${answer.url}`);
  throw new ProblemError(problem.data);
}
