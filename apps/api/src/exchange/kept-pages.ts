import type { Clock } from '@gongkai/platform';
import type { Answered } from './carrier.js';

/** What everybody sees alike, and may be a little old: lists of organs, guides, what is published, the map of the portal. */
const FOR_EVERYBODY = ['/api/v1/public/organs', '/api/v1/public/disclosures', '/robots.txt', '/portal/sitemap.xml'];
/** For how long an answer is as good as a new one, and for how long it is better than none, in milliseconds. */
const FRESH_MS = 60_000;
const STALE_MS = 24 * 3_600_000;
const MOST_BYTES = 64 * 1024 * 1024;

type Kept = { readonly answered: Answered; readonly since: number };

/**
 * What was answered to everybody alike, so that nobody waits for the way to the other network to read a guide. An answer that is no
 * longer fresh is given once more while a new one is fetched.
 */
export class KeptPages {
  /** The oldest first. */
  readonly #kept = new Map<string, Kept>();
  readonly #fetching = new Set<string>();
  #bytes = 0;

  constructor(private readonly clock: Pick<Clock, 'deviceTime'>) {}

  /** @param key tells one page from another @param fetch asks for it anew */
  async get(key: string, fetch: () => Promise<Answered>): Promise<Answered> {
    const kept = this.#kept.get(key);
    const age = kept === undefined ? Infinity : this.#now() - kept.since;
    if (kept === undefined || age > STALE_MS) return this.#fetched(key, fetch);
    if (age > FRESH_MS) this.#refresh(key, fetch);
    return kept.answered;
  }

  #refresh(key: string, fetch: () => Promise<Answered>): void {
    if (this.#fetching.has(key)) return;
    this.#fetching.add(key);
    // What cannot be fetched now is asked for with the next look: until then the older answer does.
    void this.#fetched(key, fetch)
      .catch(() => undefined)
      .finally(() => this.#fetching.delete(key));
  }

  async #fetched(key: string, fetch: () => Promise<Answered>): Promise<Answered> {
    const answered = await fetch();
    this.#drop(key);
    if (answered.status !== 200) return answered;
    this.#kept.set(key, { answered, since: this.#now() });
    this.#bytes += answered.body.length;
    for (const [oldest] of this.#kept) if (this.#bytes > MOST_BYTES) this.#drop(oldest);
    return answered;
  }

  #now(): number {
    return this.clock.deviceTime().getTime();
  }

  #drop(key: string): void {
    this.#bytes -= this.#kept.get(key)?.answered.body.length ?? 0;
    this.#kept.delete(key);
  }
}

/** Whether everybody gets the same answer. A file that is published is fetched each time: it is long, and asked for once. */
export const isForEverybody = (method: string, url: string): boolean =>
  method === 'GET' && !/\/file(?:\?|$)/.test(url) && FOR_EVERYBODY.some((start) => url.startsWith(start));
