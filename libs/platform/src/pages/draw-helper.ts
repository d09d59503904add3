import { fork, type ChildProcess } from 'node:child_process';
import { on } from 'node:events';
import { PageProblem } from '@gongkai/contracts';
import { z } from 'zod';

const Answer = z.object({
  number: z.number(),
  picture: z.instanceof(Uint8Array).optional(),
  width: z.number().optional(),
  height: z.number().optional(),
  problem: PageProblem.optional(),
});
export type Answer = z.infer<typeof Answer>;

const START_SECONDS = 20;
const MEGABYTES_OF_SCRIPT = 128;

/** A process that draws the pages of one file, as soon as one is asked for; and another, where that has died. */
export class DrawHelper {
  #running: Running | undefined;

  constructor(
    private readonly program: string,
    private readonly content: Buffer,
  ) {}

  /**
   * @returns undefined where it died of it, or took too long
   * @throws Error where it does not start: that is no fault of the file
   */
  async draw(number: number, patience: (number: number) => AbortSignal): Promise<Answer | undefined> {
    this.#running ??= await this.#start();
    this.#running.say(number);
    const answer = Answer.safeParse(await this.#running.hear(patience(number))).data;
    if (answer === undefined) this.stop();
    return answer;
  }

  stop(): void {
    this.#running?.kill();
    this.#running = undefined;
  }

  async #start(): Promise<Running> {
    const running = new Running(this.program);
    if ((await running.hear(AbortSignal.timeout(START_SECONDS * 1000))) !== 'ready') {
      running.kill();
      throw new Error(`The program that draws pages does not start: ${this.program}`);
    }
    running.say(this.content);
    return running;
  }
}

class Running {
  readonly #process: ChildProcess;
  readonly #gone = new AbortController();

  constructor(program: string) {
    // It inherits nothing, least of all the secrets in the environment.
    const execArgv = [`--max-old-space-size=${MEGABYTES_OF_SCRIPT}`];
    const stdio = ['ignore', 'ignore', 'ignore', 'ipc'] as const;
    this.#process = fork(program, [], { execArgv, env: {}, serialization: 'advanced', stdio: [...stdio] });
    for (const event of ['error', 'exit', 'disconnect']) this.#process.on(event, () => this.#gone.abort());
  }

  /** To one that is gone, nothing can be said; whoever listens for the answer learns that. */
  say(something: Buffer | number): void {
    this.#process.send(something, () => undefined);
  }

  /** @returns what it says next; undefined where it is gone, or nobody wants to wait any longer */
  async hear(patience: AbortSignal): Promise<unknown> {
    try {
      const signal = AbortSignal.any([patience, this.#gone.signal]);
      for await (const [said] of on(this.#process, 'message', { signal })) return said;
    } catch (error) {
      if (!patience.aborted && !this.#gone.signal.aborted) throw error;
    }
    return undefined;
  }

  kill(): void {
    this.#process.kill('SIGKILL');
  }
}
