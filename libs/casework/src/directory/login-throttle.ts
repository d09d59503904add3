import { randomUUID } from 'node:crypto';
import { Refusal } from '@gongkai/contracts';
import type { Clock } from '@gongkai/platform';
import type { DataSource } from 'typeorm';

const MINUTE_MS = 60_000;
/** Failures are forgotten after so long. */
const WINDOW_MINUTES = 15;
/** Failures of one log-in from one address, and of all log-ins from one address. */
const LIMITS = { pair: 5, address: 100 };

/** Who tries to get in, and from where. */
export type Attempt = { readonly username: string; readonly address: string };

const FAILURES = `
  SELECT count(*) FILTER (WHERE username = $1) AS pair, count(*) AS address, min(failed_at) AS oldest,
         min(failed_at) FILTER (WHERE username = $1) AS oldest_of_pair
    FROM login_attempt WHERE address = $2 AND failed_at > $3`;

type Failures = { readonly pair: number; readonly address: number; readonly oldest: Date; readonly oldest_of_pair: Date | null };

/**
 * Slows down who guesses passwords. Only failures count, so nobody is limited for logging in often; attempts of one pair
 * come one after the other, so that guesses sent all at once are counted too.
 */
export class LoginThrottle {
  readonly #queues = new Map<string, Promise<unknown>>();

  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * Runs one attempt.
   * @param check answers undefined where log-in and password do not belong together
   * @throws Refusal `too-many-attempts` without having checked, or `unauthenticated`
   */
  async attempt<T>(who: Attempt, check: () => Promise<T | undefined>): Promise<T> {
    return this.#inTurn(who, async () => {
      await this.#refuseGuessing(who);
      const result = await check();
      if (result === undefined) {
        await this.#note(who);
        throw new Refusal('unauthenticated', [{ path: 'password', code: 'wrong-credentials' }]);
      }
      await this.source.query('DELETE FROM login_attempt WHERE username = $1 AND address = $2', [who.username, who.address]);
      return result;
    });
  }

  async #refuseGuessing({ username, address }: Attempt): Promise<void> {
    const now = this.clock.now().getTime();
    const since = new Date(now - WINDOW_MINUTES * MINUTE_MS);
    const [found] = await this.source.query<Failures[]>(FAILURES, [username, address, since]);
    if (found === undefined || (found.pair < LIMITS.pair && found.address < LIMITS.address)) return;
    const oldest = (found.pair < LIMITS.pair ? found.oldest : found.oldest_of_pair) ?? found.oldest;
    const minutes = Math.max(1, Math.ceil((oldest.getTime() + WINDOW_MINUTES * MINUTE_MS - now) / MINUTE_MS));
    throw new Refusal('too-many-attempts', [], { facts: { minutes } });
  }

  async #note({ username, address }: Attempt): Promise<void> {
    const now = this.clock.now();
    await this.source.query('INSERT INTO login_attempt (id, username, address, failed_at) VALUES ($1, $2, $3, $4)', [
      randomUUID(),
      username,
      address,
      now,
    ]);
    const forgotten = new Date(now.getTime() - WINDOW_MINUTES * MINUTE_MS);
    await this.source.query('DELETE FROM login_attempt WHERE failed_at <= $1', [forgotten]);
  }

  async #inTurn<T>({ username, address }: Attempt, work: () => Promise<T>): Promise<T> {
    const key = JSON.stringify([username, address]);
    const before = this.#queues.get(key) ?? Promise.resolve();
    const turn = before.then(work, work);
    const settled = turn.catch(() => undefined);
    this.#queues.set(key, settled);
    try {
      return await turn;
    } finally {
      if (this.#queues.get(key) === settled) this.#queues.delete(key);
    }
  }
}
