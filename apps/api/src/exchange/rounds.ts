import { thrown, type Log } from '@gongkai/platform';

/** How often it is looked for what came, in milliseconds. */
export const ROUND_MS = 250;

type Parts = {
  /** One look, to its end. */
  readonly round: () => Promise<void>;
  readonly log: Pick<Log, 'error'>;
  /** What is said where a look has failed; the next one comes all the same. */
  readonly complaint: string;
  /** Milliseconds between two looks. */
  readonly every?: number;
};

/** Looks again and again, one look after the other: the next begins some time after the last has ended, however long that took. */
export class Rounds {
  #timer: NodeJS.Timeout | undefined;
  #ended = false;
  #round: Promise<void> = Promise.resolve();

  constructor(private readonly parts: Parts) {}

  /** Looks from now on; does nothing once it has been stopped. */
  start(): void {
    if (this.#ended) return;
    const { every = ROUND_MS } = this.parts;
    this.#timer = setTimeout(() => {
      this.#round = this.#look().then(() => this.start());
    }, every);
  }

  /** Waits for the look that is under way, and looks no more. */
  async stop(): Promise<void> {
    this.#ended = true;
    clearTimeout(this.#timer);
    await this.#round;
  }

  async #look(): Promise<void> {
    const { round, log, complaint } = this.parts;
    try {
      await round();
    } catch (error) {
      log.error(thrown(error), complaint);
    }
  }
}
