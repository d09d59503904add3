/** An answer as a client sees it. */
export type HttpAnswer = {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The JSON of the answer; undefined where it has none. */
  readonly body: unknown;
};

/** A problem document. */
export type ProblemAnswer = {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly fields?: readonly { readonly path: string; readonly code: string; readonly message: string }[];
  readonly article?: string;
  readonly permitted?: readonly { readonly type: string }[];
  readonly version?: number;
};

export type Body = string | Uint8Array<ArrayBuffer> | FormData;

type Sent = { readonly method?: string; readonly headers?: Readonly<Record<string, string>>; readonly body?: Body };

/** Sends one request, as any client would. */
export async function request(url: string, { method = 'GET', headers = {}, body }: Sent = {}): Promise<HttpAnswer> {
  const response = await fetch(url, { method, headers, ...(body === undefined ? {} : { body }) });
  const text = await response.text();
  const isJson = /\bjson\b/.test(response.headers.get('content-type') ?? '');
  return { status: response.status, headers: response.headers, text, body: isJson ? JSON.parse(text) : undefined };
}

/** Sends JSON. */
export const postJson = (url: string, body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<HttpAnswer> =>
  request(url, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) });

/** The problem document of an answer that says no. */
export function problemIn({ status, headers, body, text }: HttpAnswer): ProblemAnswer {
  const problem = body as Partial<ProblemAnswer> | undefined;
  if (headers.get('content-type')?.startsWith('application/problem+json') !== true || problem?.status !== status)
    throw new Error(`Expected a problem document, got ${status}: ${text}`);
  return problem as ProblemAnswer;
}

/** The fields a problem names, as `path code`. */
export const fieldsIn = (answer: HttpAnswer): string[] =>
  (problemIn(answer).fields ?? []).map(({ path, code }) => `${path} ${code}`);

/** A person at a screen: logged in, with cookie and CSRF token. */
export class Officer {
  private constructor(
    readonly base: string,
    readonly username: string,
    readonly cookie: string,
    readonly csrfToken: string,
  ) {}

  /** Logs in. @throws Error when that fails */
  static async logIn(url: string, username: string, password: string): Promise<Officer> {
    const answer = await postJson(`${url}/api/v1/session`, { username, password });
    if (answer.status !== 200) throw new Error(`${username} cannot log in: ${answer.text}`);
    const { csrfToken } = answer.body as { csrfToken: string };
    const cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    return new Officer(`${url}/api/v1`, username, cookie, csrfToken);
  }

  /** Headers of a request that changes something. */
  get headers(): Readonly<Record<string, string>> {
    return { cookie: this.cookie, 'x-csrf-token': this.csrfToken };
  }

  /** Reads. @param path below `/api/v1` */
  get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<HttpAnswer> {
    return request(`${this.base}${path}`, { headers: { cookie: this.cookie, ...headers } });
  }

  /** Sends JSON. */
  post(path: string, body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<HttpAnswer> {
    return postJson(`${this.base}${path}`, body, { ...this.headers, ...headers });
  }

  /** Sends JSON that takes the place of what is there. */
  put(path: string, body: unknown): Promise<HttpAnswer> {
    const headers = { 'content-type': 'application/json' };
    return this.send(path, { method: 'PUT', headers, body: JSON.stringify(body) });
  }

  /** Sends anything else. */
  send(path: string, sent: Sent): Promise<HttpAnswer> {
    return request(`${this.base}${path}`, { ...sent, headers: { ...this.headers, ...sent.headers } });
  }

  /** Uploads one file. */
  upload(path: string, file: File, headers: Readonly<Record<string, string>> = {}): Promise<HttpAnswer> {
    const body = new FormData();
    body.append('file', file);
    return this.send(path, { method: 'POST', headers, body });
  }
}
