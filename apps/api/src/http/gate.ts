import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { sightOf, type ApiTokens, type OpenSession, type Sessions } from '@gongkai/casework';
import { Refusal, type TokenScope } from '@gongkai/contracts';
import { EVERYTHING, sameSecret } from '@gongkai/platform';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { seeAs } from './kept-sight.js';

/** The part of the address that asks who is there. */
export const API_BASE = '/api/v1';
export const SESSION_COOKIE = 'gongkai_session';
/** Tells a screen, which cannot read the cookie itself, that there is one: it asks who is logged in only then. */
export const SESSION_SIGN = 'gongkai_session_sign';

/** What a cookie is called: over HTTPS by a name that browsers take from this host alone, and from no page without TLS (RFC 6265bis). */
export const cookieName = (name: string, isHttps: boolean): string => (isHttps ? `__Host-${name}` : name);
/** For `@RouteConfig`: the one door without a session. */
export const OPEN = { open: true } as const;
/** For `@RouteConfig`: what is open, and asked each minute by a screen at which somebody types and asks for nothing else. */
export const OPEN_TO_SCREENS = { open: true, ofScreens: true } as const;
/** For `@RouteConfig`: what may be asked with a one-time password before it is changed, and before a second step is set up where one is due. */
export const BEFORE_CHANGE = { beforeChange: true } as const;

/** For `@RouteConfig`: what a program may do that only hands in what arrives. */
export const FOR_INTAKE = { forIntake: true } as const;

/** For `@RouteConfig`: what a screen asks by itself; nobody need be there. */
export const UNATTENDED = { unattended: true } as const;

/** For `@RouteConfig`: what a third-party assessor may ask for. Every other route is closed to them. */
export const FOR_ASSESSORS = { forAssessors: true } as const;

/** Who sent a request: a person at a screen with a session, or a program with a token, which may open less. */
export type Officer = OpenSession & { readonly secret: string | undefined; readonly scopes?: readonly TokenScope[] };

const officers = new WeakMap<FastifyRequest, Officer>();
const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS'];

/** Who is checked, and how. */
export type Gatekeepers = {
  readonly sessions: Sessions;
  readonly tokens: ApiTokens;
  /** Whether people reach the installation over HTTPS: it decides what the cookie is called. */
  readonly isHttps: boolean;
  /** Before anything is answered, the calendars of this process are those of the database. */
  readonly followCalendars: () => Promise<void>;
};

/**
 * Asks who is there before a single byte of the body is read.
 * @throws Refusal `unauthenticated`, `csrf`, `password-change-required`, `second-factor-required`, `assessor-scope` or `token-scope`
 */
export function guard(instance: FastifyInstance, keepers: Gatekeepers): void {
  instance.addHook('onRequest', async (request) => {
    if (!isOfApi(request)) return;
    const [officer] = await Promise.all([
      configOf(request).open ? attend(request, keepers) : officerAt(request, keepers),
      keepers.followCalendars(),
    ]);
    if (officer !== undefined) officers.set(request, officer);
    // Who has no session has no organ: an applicant is found by number and code, in whichever organ.
    seeAs(request, officer === undefined ? EVERYTHING : sightOf(officer.person));
  });
}

/** Who types for long is there, though the screen asks for nothing that a session is needed for. */
async function attend(request: FastifyRequest, { sessions, isHttps }: Gatekeepers): Promise<undefined> {
  const secret = configOf(request).ofScreens && isAttended(request) ? cookieOf(request, isHttps) : undefined;
  if (secret !== undefined) await sessions.attend(secret);
}

/** Who sends a request, where they may go on with it. @throws Refusal */
export async function officerAt(request: FastifyRequest, keepers: Gatekeepers): Promise<Officer> {
  const officer = await identify(request, keepers);
  if (officer === undefined) throw new Refusal('unauthenticated');
  if (officer.secret !== undefined && !SAFE_METHODS.includes(request.method)) checkCsrf(request, officer);
  checkComplete(officer, configOf(request));
  checkScope(officer, configOf(request));
  checkToken(officer, request);
  return officer;
}

/** Nothing else is answered before the log-in is as it has to be. @throws Refusal */
function checkComplete({ mustChangePassword, secondFactor }: Officer, { beforeChange }: ReturnType<typeof configOf>): void {
  if (beforeChange) return;
  if (mustChangePassword) throw new Refusal('password-change-required');
  if (secondFactor === 'required') throw new Refusal('second-factor-required');
}

/** Who holds the post of an assessor is narrowed to it, whatever else they hold: to assessments, and to their own session. @throws Refusal */
function checkScope({ person: { roles } }: Officer, { forAssessors, beforeChange }: ReturnType<typeof configOf>): void {
  if (roles.includes('assessor') && !forAssessors && !beforeChange) throw new Refusal('assessor-scope');
}

/** @throws Refusal where a program does what its token does not open */
function checkToken({ scopes }: Officer, request: FastifyRequest): void {
  const needed = scopeFor(request);
  if (scopes?.includes(needed) === false) throw new Refusal('token-scope', [], { facts: { scope: needed } });
}

function scopeFor(request: FastifyRequest): TokenScope {
  if (SAFE_METHODS.includes(request.method)) return 'read';
  return configOf(request).forIntake ? 'intake' : 'work';
}

/** The address has a route of the API. */
function isOfApi(request: FastifyRequest): boolean {
  const { url = '' } = request.routeOptions;
  return !request.is404 && url.startsWith(`${API_BASE}/`);
}

const configOf = ({ routeOptions }: FastifyRequest) =>
  routeOptions.config as Partial<
    typeof OPEN & typeof OPEN_TO_SCREENS & typeof BEFORE_CHANGE & typeof UNATTENDED & typeof FOR_INTAKE & typeof FOR_ASSESSORS
  >;

/** Who sends a request, as of now; undefined where nobody is known by it. */
export async function identify(
  request: FastifyRequest,
  { sessions, tokens, isHttps }: Omit<Gatekeepers, 'followCalendars'>,
): Promise<Officer | undefined> {
  const { authorization } = request.headers;
  if (authorization !== undefined) {
    const token = /^Bearer +(\S+)$/i.exec(authorization)?.[1];
    const holder = token === undefined ? undefined : await tokens.holder(token);
    return holder === undefined
      ? undefined
      : { ...holder, csrfToken: '', mustChangePassword: false, secondFactor: 'off', secret: undefined };
  }
  const secret = cookieOf(request, isHttps);
  const session = secret === undefined ? undefined : await sessions.find(secret, isAttended(request));
  return session === undefined ? undefined : { ...session, secret };
}

/** A screen at which nobody has touched anything for a minute says so. */
const isAttended = (request: FastifyRequest): boolean =>
  !configOf(request).unattended && request.headers['x-unattended'] === undefined;

/** The secret of the session that a request carries, whether it opens anything or not. */
export function cookieOf({ server, headers }: FastifyRequest, isHttps: boolean): string | undefined {
  return headers.cookie === undefined ? undefined : server.parseCookie(headers.cookie)[cookieName(SESSION_COOKIE, isHttps)];
}

function checkCsrf({ headers }: FastifyRequest, { csrfToken }: Officer): void {
  const sent = headers['x-csrf-token'];
  if (typeof sent !== 'string' || !sameSecret(sent, csrfToken)) throw new Refusal('csrf');
}

/** Who sent the request; undefined on a route that the gate let pass without asking, and where it let nobody in. */
export const officerIn = (request: FastifyRequest): Officer | undefined => officers.get(request);

/** Who sent the request. @throws Refusal on a route that the gate let pass without asking */
export function officerOf(request: FastifyRequest): Officer {
  const officer = officerIn(request);
  if (officer === undefined) throw new Refusal('unauthenticated');
  return officer;
}

const requestOf = (context: ExecutionContext): FastifyRequest => context.switchToHttp().getRequest<FastifyRequest>();

/** The officer who sent the request, for a parameter of a handler. */
export const CurrentOfficer = createParamDecorator((_: unknown, context: ExecutionContext) => officerOf(requestOf(context)));
/** The person who acts. */
export const Actor = createParamDecorator((_: unknown, context: ExecutionContext) => officerOf(requestOf(context)).person);
