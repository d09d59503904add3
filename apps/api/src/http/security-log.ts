import { tokenHash, type Log } from '@gongkai/platform';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { API_BASE, officerIn } from './gate.js';

/** Who was let in, who left, and who was kept from something. */
type SecurityEvent =
  | 'log-in'
  | 'log-in-refused'
  | 'log-out'
  | 'password-changed'
  | 'password-refused'
  | 'second-factor-set'
  | 'second-factor-removed'
  | 'second-factor-refused'
  | 'refused';

const SESSION = `${API_BASE}/session`;
/** Where people come back to from the identity provider: let in or not, they are sent on to the console. */
const SIGN_ON = `GET ${SESSION}/sign-on/return`;
/** By method and route: what it is when it is done, and when it is not. */
const DOORS: Readonly<Record<string, readonly [SecurityEvent, SecurityEvent]>> = {
  [`POST ${SESSION}`]: ['log-in', 'log-in-refused'],
  [`DELETE ${SESSION}`]: ['log-out', 'refused'],
  [`PUT ${SESSION}/password`]: ['password-changed', 'password-refused'],
  [`PUT ${SESSION}/second-factor`]: ['second-factor-set', 'second-factor-refused'],
  [`POST ${SESSION}/second-factor/removal`]: ['second-factor-removed', 'second-factor-refused'],
};

/** Not known, not permitted, too often. */
const KEPT_OUT: ReadonlySet<number> = new Set([401, 403, 429]);
/** What is out of sight is answered as what does not exist. */
const OUT_OF_SIGHT = 'case-not-found';

const codes = new WeakMap<FastifyRequest, string>();
const entered = new WeakMap<FastifyRequest, string>();

/** Notes with which code a request was refused. */
export const noteRefusal = (request: FastifyRequest, code: string): void => void codes.set(request, code);

/** Notes by the id who was let in: the gate knew nobody yet. */
export const noteEntry = (request: FastifyRequest, personId: string): void => void entered.set(request, personId);

/**
 * Logs each log-in, refused ones too, each log-out and change of a password, and each request that was refused for who sent it or how often.
 * A line names the person by an id, and what was typed as a log-in by a print of it: people type a password there by mistake.
 */
export function logSecurity(instance: FastifyInstance, log: Log): void {
  instance.addHook('onResponse', (request, reply, done) => {
    const event = eventOf(request, reply.statusCode);
    if (event !== undefined) log.info({ event, ...about(request, reply.statusCode) }, 'security');
    done();
  });
}

function eventOf(request: FastifyRequest, status: number): SecurityEvent | undefined {
  const asked = `${request.method} ${routeOf(request)}`;
  if (asked === SIGN_ON) return entered.has(request) ? 'log-in' : 'log-in-refused';
  const door = DOORS[asked];
  if (door !== undefined) return status < 300 ? door[0] : door[1];
  return isKeptOut(request, status) ? 'refused' : undefined;
}

/** Who merely has no session yet has tried nothing. */
function isKeptOut(request: FastifyRequest, status: number): boolean {
  const { authorization, cookie } = request.headers;
  if (status === 401) return authorization !== undefined || cookie !== undefined;
  return KEPT_OUT.has(status) || (codes.get(request) === OUT_OF_SIGHT && officerIn(request) !== undefined);
}

const about = (request: FastifyRequest, status: number): Readonly<Record<string, unknown>> => ({
  requestId: request.id,
  address: request.ip,
  personId: entered.get(request) ?? officerIn(request)?.person.id,
  tried: triedIn(request),
  method: request.method,
  route: routeOf(request),
  status,
  code: codes.get(request),
});

const routeOf = ({ routeOptions }: FastifyRequest): string => routeOptions.url ?? '';

const PRINT = 12;

/** Tells attempts at one log-in from those at another: the beginning of its SHA-256. */
function triedIn({ body }: FastifyRequest): string | undefined {
  const { username } = typeof body === 'object' && body !== null ? (body as { username?: unknown }) : {};
  return typeof username === 'string' ? tokenHash(username).slice(0, PRINT) : undefined;
}
