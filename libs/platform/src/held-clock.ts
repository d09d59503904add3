import type { LocalDate } from '@gongkai/calendar';
import { OF_THE_MACHINE, SystemClock, type TimeSources } from './clock.js';
import type { CommandPool } from './command-pool.js';
import type { Log } from './log/log.js';

/** Seconds by which a machine may differ from the database: no day is rung for on the wrong side of midnight by more than that. */
export const TOLERATED_SECONDS = 60;
const TOLERATED_MS = TOLERATED_SECONDS * 1000;
/** Between two comparisons. */
const EVERY_MS = 20_000;
/** One that took longer says nothing: the answer may be as old. */
const SLOWEST_MS = 5000;
/** What is wrong is said again after ten minutes. */
const SAID_AGAIN_MS = 600_000;

type Holding = {
  /** Told by how many seconds the machine is ahead of the database, behind below 0: at once, and every ten minutes while it is. */
  readonly onWrong: (seconds: number) => void;
  readonly sources?: TimeSources;
};

/**
 * The clock of a process beside others: several machines work for one office, and its day is that of the database. Held against that again and
 * again, it follows it where its machine is more than a minute off, rings nothing too early and does not fall silent. In between it counts by
 * what nobody sets: a machine that is set right or wrong moves it with the next comparison alone.
 */
export class HeldClock extends SystemClock {
  readonly #sources: TimeSources;
  readonly #onWrong: (seconds: number) => void;
  #anchor: { readonly time: number; readonly at: number } | undefined;
  #holding: Promise<void> | undefined;
  #ahead = 0;
  #saidAt: number | undefined;

  /** @param fixedDay as for `SystemClock` */
  constructor(fixedDay: LocalDate | undefined, { onWrong, sources = OF_THE_MACHINE }: Holding) {
    super(fixedDay);
    this.#onWrong = onWrong;
    this.#sources = sources;
  }

  /** Seconds by which the machine was ahead of the database when they were compared last; below 0 behind. */
  override ahead(): number {
    return this.#ahead / 1000;
  }

  /**
   * Compares, unless that has just been done; who asks meanwhile waits for the same answer.
   * @param ask milliseconds since 1970 by the clock of the database @throws what `ask` throws: then it goes as before
   */
  async hold(ask: () => Promise<number>): Promise<void> {
    const isFresh = this.#anchor !== undefined && this.#sources.elapsed() - this.#anchor.at < EVERY_MS;
    if (isFresh) return;
    this.#holding ??= this.#compare(ask).finally(() => (this.#holding = undefined));
    await this.#holding;
  }

  protected override machineTime(): number {
    const { machine, elapsed } = this.#sources;
    return this.#anchor === undefined ? machine() : this.#anchor.time + elapsed() - this.#anchor.at;
  }

  async #compare(ask: () => Promise<number>): Promise<void> {
    const { machine, elapsed } = this.#sources;
    const before = elapsed();
    const asked = await ask();
    const at = elapsed();
    if (at - before > SLOWEST_MS && this.#anchor !== undefined) return;
    const [theirs, ours] = [asked + (at - before) / 2, machine()];
    this.#ahead = ours - theirs;
    const isRight = Math.abs(this.#ahead) <= TOLERATED_MS;
    this.#anchor = { time: isRight ? ours : theirs, at };
    this.#say(isRight, at);
  }

  #say(isRight: boolean, at: number): void {
    if (isRight) this.#saidAt = undefined;
    else if (this.#saidAt === undefined || at - this.#saidAt >= SAID_AGAIN_MS) {
      this.#saidAt = at;
      this.#onWrong(Math.round(this.ahead()));
    }
  }
}

const ASK = 'SELECT (extract(epoch FROM clock_timestamp()) * 1000)::float AS ms';

/** Milliseconds since 1970 by the clock of the database. @param query runs a statement and gives its rows */
export async function databaseTime(query: (text: string) => Promise<readonly { readonly ms: number }[]>): Promise<number> {
  const [row] = await query(ASK);
  if (row === undefined) throw new Error('The database does not tell its time.');
  return row.ms;
}

/** Holds it against the clock of the database, as those do who work with a pool. @throws where the database does not tell */
export const holdByDatabase = (clock: HeldClock, pool: Pick<CommandPool, 'query'>): Promise<void> =>
  clock.hold(() => databaseTime(async (text) => (await pool.query<{ ms: number }>({ text })).rows));

/** Says in the log that the clock of this machine is wrong, with the seconds it is ahead. */
export const wrongClock =
  (log: Pick<Log, 'error'>) =>
  (aheadSeconds: number): void =>
    log.error({ aheadSeconds }, 'the clock of this machine is wrong: that of the database is gone by. Set it by a time server');
