import { setTimeout as pause } from 'node:timers/promises';
import { Refusal } from '../../../dist/libs/contracts/src/index.js';

const PASSWORD = 'gongkai-demo';
/** So long an API may be away; starting takes it seconds, on a machine that does much beside. */
const PATIENCE_MS = 120_000;
const BETWEEN_TRIES_MS = 100;
/** What has not been answered by then is asked again. */
const LONGEST_MS = 60_000;
const FULL = 507;

/** There was no answer, or one of which nobody knows whether it was done. */
export class BrokenOff extends Error {}

/** Asks an API as the console does: with a session, the token of the session, and a key that lets it ask again. */
export class Client {
  #sessions = new Map();

  /** @param beforeEach done before something is sent; the others are told of what was asked, was cut off, and found no room */
  constructor({ base, beforeEach, onAsked, onBrokenOff, onFull }) {
    Object.assign(this, { base, beforeEach, onAsked, onBrokenOff, onFull });
  }

  /**
   * Asks until there is an answer. What breaks off is asked again.
   * @param requestOf the request of each try, of which the first is 0 @returns the JSON of the answer @throws Refusal by its code
   */
  async ask(requestOf) {
    const until = performance.now() + PATIENCE_MS;
    for (let nth = 0; ; nth += 1) {
      try {
        return await this.#once(requestOf(nth));
      } catch (error) {
        if (!(error instanceof BrokenOff) || performance.now() > until) throw error;
        await pause(BETWEEN_TRIES_MS);
      }
    }
  }

  async #once({ username, method = 'POST', place, body, ...more }) {
    const session = await this.#session(username);
    const { status, told } = await this.#send(place, { method, headers: { ...session, ...headersOf({ body, ...more }) }, body });
    if (status < 300) return told;
    if (status === 401) this.#sessions.delete(username);
    if (status === FULL) this.onFull();
    if (status === 401 || status >= 500) throw new BrokenOff(`${status} to ${place}: ${JSON.stringify(told)}`);
    throw new Refusal(told.code, told.fields ?? []);
  }

  async #session(username) {
    const known = this.#sessions.get(username);
    if (known !== undefined) return known;
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ username, password: PASSWORD });
    const { status, told, cookie } = await this.#send('/session', { method: 'POST', headers, body });
    if (status !== 200) throw new BrokenOff(`${username} cannot log in: ${status}`);
    const session = { cookie, 'x-csrf-token': told.csrfToken };
    this.#sessions.set(username, session);
    return session;
  }

  async #send(place, request) {
    this.beforeEach();
    try {
      const signal = AbortSignal.timeout(LONGEST_MS);
      const sent = fetch(`${this.base}/api/v1${place}`, { ...request, signal });
      this.onAsked();
      const answer = await sent;
      const told = await answer.json();
      return { status: answer.status, told, cookie: (answer.headers.get('set-cookie') ?? '').split(';')[0] };
    } catch (error) {
      if (error.cause?.code !== 'ECONNREFUSED') this.onBrokenOff();
      throw new BrokenOff(`Nobody answers at ${place}.`, { cause: error });
    }
  }
}

const headersOf = ({ key, version, body }) => ({
  ...(key === undefined ? {} : { 'idempotency-key': key }),
  ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
  ...(typeof body === 'string' ? { 'content-type': 'application/json' } : {}),
});
