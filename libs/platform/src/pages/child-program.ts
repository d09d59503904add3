import { fork, type ChildProcess, type StdioOptions } from 'node:child_process';

type Start = {
  /** A built program: Node runs no TypeScript. It says `ready` when it can be told something. */
  readonly program: string;
  /** Of the memory of its script, in megabytes. */
  readonly megabytes: number;
  /** An open file that it may write to, as its descriptor `CHILD_FILE`. */
  readonly file?: number | undefined;
};

/** Where a program finds the file that it was given. */
export const CHILD_FILE = 4;

/** So long on a machine that has much else to do: nobody waits for one that ends. */
const START_SECONDS = 60;

/** A program of its own, for what may have been made to do harm: what it is told, and what it answers. */
export class ChildProgram {
  readonly #process: ChildProcess;
  readonly #gone = new AbortController();

  private constructor({ program, megabytes, file }: Start) {
    // It inherits nothing, least of all the secrets in the environment.
    const execArgv = [`--max-old-space-size=${String(megabytes)}`];
    const stdio: StdioOptions = ['ignore', 'ignore', 'ignore', 'ipc', file ?? 'ignore'];
    this.#process = fork(program, [], { execArgv, env: {}, serialization: 'advanced', stdio });
    for (const event of ['error', 'exit', 'disconnect']) this.#process.on(event, () => this.#gone.abort());
  }

  /** @throws Error where it does not start: that is no fault of what it would be told */
  static async start(start: Start): Promise<ChildProgram> {
    const child = new ChildProgram(start);
    if ((await child.hear(AbortSignal.timeout(START_SECONDS * 1000))) === 'ready') return child;
    child.kill();
    throw new Error(`A program does not start: ${start.program}`);
  }

  /** To one that is gone, nothing can be said; whoever listens for the answer learns that. */
  say(something: Buffer | number | object): void {
    this.#process.send(something, () => undefined);
  }

  /** @returns what it says next; undefined where it is gone, or nobody wants to wait any longer */
  hear(patience: AbortSignal): Promise<unknown> {
    const ends = [patience, this.#gone.signal];
    if (ends.some(({ aborted }) => aborted)) return Promise.resolve(undefined);
    return new Promise((resolve) => {
      const hear = (said: unknown): void => {
        this.#process.off('message', hear);
        for (const signal of ends) signal.removeEventListener('abort', end);
        resolve(said);
      };
      const end = (): void => hear(undefined);
      this.#process.on('message', hear);
      for (const signal of ends) signal.addEventListener('abort', end);
    });
  }

  kill(): void {
    this.#process.kill('SIGKILL');
  }
}
