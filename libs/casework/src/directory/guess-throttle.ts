import { randomUUID } from 'node:crypto';
import { Refusal } from '@gongkai/contracts';
import { callerLine, type Clock } from '@gongkai/platform';
import type { DataSource } from 'typeorm';

const MINUTE_MS = 60_000;
/** Failures are forgotten after so long. */
const WINDOW_MINUTES = 15;

/** Where failures are noted, how many of them stop what, and what a wrong guess is told. */
export type Guessing = {
  readonly table: 'login_attempt' | 'code_attempt';
  /** The column of what a secret belongs to. */
  readonly column: 'username' | 'number';
  /** Failures of one name from one address, of all names from one address, and of one name from everywhere. */
  readonly limits: { readonly pair: number; readonly address: number; readonly name?: number };
  readonly no: () => Refusal;
};

/** Whose secret somebody offers, and from where. */
export type Attempt = { readonly name: string; readonly address: string };

type Group = 'pair' | 'address' | 'name';
const GROUPS: readonly Group[] = ['pair', 'name', 'address'];
type Failures = Readonly<Record<Group, number> & Record<`oldest_of_${Group}`, Date | null>>;

const failures = ({ table, column }: Guessing): string => {
  const groups = { pair: `${column} = $1 AND address = $2`, address: 'address = $2', name: `${column} = $1` };
  const counted = Object.entries(groups).map(
    ([group, those]) =>
      `count(*) FILTER (WHERE ${those}) AS ${group}, min(failed_at) FILTER (WHERE ${those}) AS oldest_of_${group}`,
  );
  return `SELECT ${counted.join(', ')} FROM ${table} WHERE (${column} = $1 OR address = $2) AND failed_at > $3`;
};

/**
 * Slows down who guesses secrets. Only failures count, so nobody is limited for coming often; attempts of one pair come one after
 * the other, so that guesses sent all at once are counted too.
 */
export class GuessThrottle {
  readonly #queues = new Map<string, Promise<unknown>>();

  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly guessing: Guessing,
  ) {}

  /**
   * Runs one attempt.
   * @param check answers undefined where name and secret do not belong together, or with what is to be said then
   * @throws Refusal `too-many-attempts` without having checked, or the no of a wrong guess
   */
  async attempt<T>({ name, address }: Attempt, check: () => Promise<T | Refusal | undefined>): Promise<T> {
    const who = { name, address: callerLine(address) };
    return this.#inTurn(who, async () => {
      await this.#refuseGuessing(who);
      const result = await check();
      const { table, column, no } = this.guessing;
      if (result === undefined || result instanceof Refusal) {
        await this.#note(who);
        throw result instanceof Refusal ? result : no();
      }
      await this.source.query(`DELETE FROM ${table} WHERE ${column} = $1 AND address = $2`, [who.name, who.address]);
      return result;
    });
  }

  async #refuseGuessing({ name, address }: Attempt): Promise<void> {
    const now = this.clock.now().getTime();
    const since = new Date(now - WINDOW_MINUTES * MINUTE_MS);
    const [found] = await this.source.query<Failures[]>(failures(this.guessing), [name, address, since]);
    const exceeded = GROUPS.find((group) => (found?.[group] ?? 0) >= (this.guessing.limits[group] ?? Infinity));
    if (exceeded === undefined) return;
    const oldest = found?.[`oldest_of_${exceeded}`]?.getTime() ?? now;
    const minutes = Math.max(1, Math.ceil((oldest + WINDOW_MINUTES * MINUTE_MS - now) / MINUTE_MS));
    throw new Refusal('too-many-attempts', [], { facts: { minutes } });
  }

  async #note({ name, address }: Attempt): Promise<void> {
    const { table, column } = this.guessing;
    const now = this.clock.now();
    await this.source.query(`INSERT INTO ${table} (id, ${column}, address, failed_at) VALUES ($1, $2, $3, $4)`, [
      randomUUID(),
      name,
      address,
      now,
    ]);
    const forgotten = new Date(now.getTime() - WINDOW_MINUTES * MINUTE_MS);
    await this.source.query(`DELETE FROM ${table} WHERE failed_at <= $1`, [forgotten]);
  }

  async #inTurn<T>({ name, address }: Attempt, work: () => Promise<T>): Promise<T> {
    const key = JSON.stringify([name, address]);
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
