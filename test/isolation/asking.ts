import { request, type Body, type HttpAnswer, type Officer } from '../support/officer.js';
import type { Sent } from './requests.js';

const partsOf = ({ body, file }: Sent): { readonly body?: Body; readonly headers: Readonly<Record<string, string>> } => {
  if (file !== undefined) {
    const form = new FormData();
    form.append('file', file);
    return { body: form, headers: {} };
  }
  return body === undefined ? { headers: {} } : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
};

/** Sends it, as somebody or as nobody. @param root of the server */
export function ask(root: string, { method, path, ...sent }: Sent, officer?: Officer): Promise<HttpAnswer> {
  const { headers, ...parts } = partsOf({ method, path, ...sent });
  return request(`${root}${path}`, { method, headers: { ...officer?.headers, ...headers }, ...parts });
}

/** What a problem is called; what is wrong with fields beside it. */
const told = ({ body }: HttpAnswer): { readonly code: string; readonly fields: readonly string[] } => {
  const { code = '', fields = [] } = (body ?? {}) as { code?: string; fields?: readonly { path: string; code: string }[] };
  return { code, fields: fields.map((field) => `${field.path} ${field.code}`) };
};

/** An answer in a few words, for a failed test. */
export const shortOf = (answer: HttpAnswer): string => {
  const { code, fields } = told(answer);
  return [String(answer.status), code, ...fields].filter((part) => part !== '').join(' ');
};

const REFUSING = [
  ...[
    'role-missing',
    'not-found',
    'case-not-found',
    'help-not-asked',
    'assessor-scope',
    'top-administrator-only',
    'calendar-of-another-organ',
  ],
  ...['application-not-found', 'unauthenticated'],
];

/** It says that this is not for who asks: of what a body names, that it is unknown. */
export function isRefused(answer: HttpAnswer): boolean {
  const { code, fields } = told(answer);
  if ([401, 403, 404].includes(answer.status)) return REFUSING.includes(code);
  return answer.status === 422 && fields.length > 0 && fields.every((field) => / unknown-(organ|person|file)$/.test(field));
}

/** Who asks was let through: it is done, stopped at the wall, or refused for what the case or the law says. */
export function isLetThrough(method: string, answer: HttpAnswer, isWalled: boolean): boolean {
  const { status } = answer;
  if (status < 300) return true;
  if (method === 'GET' || isRefused(answer)) return false;
  return status === 500 ? isWalled : [409, 412, 422].includes(status);
}
