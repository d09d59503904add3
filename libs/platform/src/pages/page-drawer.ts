import { fork, type ChildProcess } from 'node:child_process';
import { on } from 'node:events';
import { fileURLToPath } from 'node:url';
import { PageProblem, type PageView } from '@gongkai/contracts';
import { z } from 'zod';
import type { PageStore } from './page-store.js';

/** Where the program lies that draws, once it is built. */
export const DRAW_PROGRAM = fileURLToPath(new URL('draw-program.js', import.meta.url));

type DrawerParts = {
  /** A built program: Node runs no TypeScript. */
  readonly program: string;
  readonly store: PageStore;
  /** For how long a page may be drawn. */
  readonly patience?: (number: number) => AbortSignal;
};

/** A scan: what it is kept as, and its content. */
type ScanFile = { readonly fileId: string; readonly content: Buffer };

const SECONDS = 20;
const START_SECONDS = 60;
const MEGABYTES_OF_SCRIPT = 128;

const Answer = z.object({
  number: z.number(),
  picture: z.instanceof(Uint8Array).optional(),
  width: z.number().optional(),
  height: z.number().optional(),
  problem: PageProblem.optional(),
});

/**
 * Draws pages of scans and keeps their pictures. What is drawn may have been made to do harm: it is done by a process of its own, one at
 * a time, whose memory and time are limited. Where that dies, the page cannot be read; the next has a new one.
 */
export class PageDrawer {
  #last: Promise<unknown> = Promise.resolve();

  constructor(private readonly parts: DrawerParts) {}

  /** @returns what became of each page, in this order. @throws Error where no page at all can be drawn here */
  draw(file: ScanFile, numbers: readonly number[]): Promise<PageView[]> {
    const drawn = this.#last.then(() => this.#drawNow(file, numbers));
    this.#last = drawn.catch(() => undefined);
    return drawn;
  }

  async #drawNow({ fileId, content }: ScanFile, numbers: readonly number[]): Promise<PageView[]> {
    const { program, store, patience = () => AbortSignal.timeout(SECONDS * 1000) } = this.parts;
    const views: PageView[] = [];
    let helper: Helper | undefined;
    try {
      for (const number of numbers) {
        helper ??= await Helper.start(program, content);
        const answer = await helper.draw(number, patience(number));
        if (answer === undefined) {
          helper.stop();
          helper = undefined;
        }
        const { picture, ...view } = answer ?? ({ number, problem: 'unreadable' } as const);
        if (picture !== undefined) await store.save(fileId, number, picture);
        views.push(view);
      }
    } finally {
      helper?.stop();
    }
    return views;
  }
}

/** The process that draws the pages of one file. */
class Helper {
  readonly #process: ChildProcess;
  readonly #gone = new AbortController();

  private constructor(program: string) {
    // It inherits nothing, least of all the secrets in the environment.
    const execArgv = [`--max-old-space-size=${MEGABYTES_OF_SCRIPT}`];
    this.#process = fork(program, [], {
      execArgv,
      env: {},
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    for (const event of ['error', 'exit', 'disconnect']) this.#process.on(event, () => this.#gone.abort());
  }

  /** @throws Error where it does not start: that is no fault of the file */
  static async start(program: string, content: Buffer): Promise<Helper> {
    const helper = new Helper(program);
    if ((await helper.#hear(AbortSignal.timeout(START_SECONDS * 1000))) !== 'ready') {
      helper.stop();
      throw new Error(`The program that draws pages does not start: ${program}`);
    }
    helper.#say(content);
    return helper;
  }

  /** @returns undefined where it died of it, or took too long */
  async draw(number: number, patience: AbortSignal): Promise<z.infer<typeof Answer> | undefined> {
    this.#say(number);
    return Answer.safeParse(await this.#hear(patience)).data;
  }

  stop(): void {
    this.#process.kill('SIGKILL');
  }

  /** To one that is gone, nothing can be said; whoever listens for the answer learns that. */
  #say(something: Buffer | number): void {
    this.#process.send(something, () => undefined);
  }

  async #hear(patience: AbortSignal): Promise<unknown> {
    try {
      const signal = AbortSignal.any([patience, this.#gone.signal]);
      for await (const [said] of on(this.#process, 'message', { signal })) return said;
    } catch (error) {
      if (!patience.aborted && !this.#gone.signal.aborted) throw error;
    }
    return undefined;
  }
}
