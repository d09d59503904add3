import { setTimeout as wait } from 'node:timers/promises';

/** What is done again and again. */
export type Recurring = {
  readonly work: () => Promise<unknown>;
  /** Seconds between the end of one round and the beginning of the next. */
  readonly every: number;
  /** Told what went wrong in a round; the next one comes all the same. */
  readonly onError: (error: unknown) => void;
};

/** Work that is done at once, again every so often, and earlier when it is woken: one round after the other. */
export class Often {
  #ended = false;
  #isWoken = false;
  #pause = new AbortController();
  readonly #running: Promise<void>;

  constructor(private readonly recurring: Recurring) {
    this.#running = this.#run();
  }

  /** The next round comes now, or right after the one that is under way. */
  wake(): void {
    this.#isWoken = true;
    this.#pause.abort();
  }

  /** Ends after the round that is under way. */
  async stop(): Promise<void> {
    this.#ended = true;
    this.#pause.abort();
    await this.#running;
  }

  async #run(): Promise<void> {
    const { work, every, onError } = this.recurring;
    while (!this.#ended) {
      this.#isWoken = false;
      await work().catch(onError);
      await this.#rest(every);
    }
  }

  async #rest(seconds: number): Promise<void> {
    if (this.#isWoken || this.#ended) return;
    this.#pause = new AbortController();
    // Waking early is what it is for.
    await wait(seconds * 1000, undefined, { signal: this.#pause.signal }).catch(() => undefined);
  }
}
