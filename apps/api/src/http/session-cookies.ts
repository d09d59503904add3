import { SESSION_HOURS } from '@gongkai/casework';
import type { FastifyReply } from 'fastify';
import { cookieName, SESSION_COOKIE, SESSION_SIGN } from './gate.js';

/** The cookie that carries a session, which no script can read, and the one that tells scripts that there is one. */
export class SessionCookies {
  readonly #options;
  readonly #names;

  /** @param secure whether people reach the installation over HTTPS */
  constructor(secure: boolean) {
    this.#names = { session: cookieName(SESSION_COOKIE, secure), sign: cookieName(SESSION_SIGN, secure) };
    this.#options = { path: '/', httpOnly: true, sameSite: 'strict', secure } as const;
  }

  give(reply: FastifyReply, secret: string): void {
    const maxAge = SESSION_HOURS * 3600;
    reply.setCookie(this.#names.session, secret, { ...this.#options, maxAge });
    reply.setCookie(this.#names.sign, '1', { ...this.#options, httpOnly: false, maxAge });
  }

  take(reply: FastifyReply): void {
    reply.clearCookie(this.#names.session, this.#options);
    reply.clearCookie(this.#names.sign, { ...this.#options, httpOnly: false });
  }
}
