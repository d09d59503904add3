import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { ChildProgram } from '../pages/child-program.js';

/** Where the program lies that binds papers, once it is built. */
const BIND_PROGRAM = fileURLToPath(new URL('bind-program.js', import.meta.url));

/** What the program is told. */
export type ToBind = { readonly paper: Uint8Array } | { readonly front: Uint8Array } | { readonly end: true };

/** A paper that is being bound: `add` and `front` answer with its pages, null where it cannot be opened. */
export type Binding = {
  readonly add: (paper: Buffer) => Promise<number | null>;
  readonly front: (paper: Buffer) => Promise<number | null>;
};

const Pages = z.int().positive();
const Bound = z.instanceof(Uint8Array);
const [SECONDS, MEGABYTES_OF_SCRIPT] = [60, 512];

/** Binds papers into one PDF by a process of its own, one bundle at a time, whose memory and time are limited. */
export class Binder {
  #last: Promise<unknown> = Promise.resolve();

  /** @param program a built program: Node runs no TypeScript */
  constructor(private readonly program = BIND_PROGRAM) {}

  /** @param work adds papers in their order, then what stands before them. @throws Error where it is too much */
  bind(work: (binding: Binding) => Promise<void>): Promise<Buffer> {
    const bound = this.#last.then(() => this.#bindNow(work));
    this.#last = bound.catch(() => undefined);
    return bound;
  }

  async #bindNow(work: (binding: Binding) => Promise<void>): Promise<Buffer> {
    const child = await ChildProgram.start({ program: this.program, megabytes: MEGABYTES_OF_SCRIPT });
    const ask = async (said: ToBind): Promise<unknown> => {
      child.say(said);
      const answer = await child.hear(AbortSignal.timeout(SECONDS * 1000));
      if (answer === undefined) throw new Error('These papers are too much for one bundle.');
      return answer;
    };
    const pagesOf = async (said: ToBind): Promise<number | null> => Pages.safeParse(await ask(said)).data ?? null;
    try {
      await work({ add: (paper) => pagesOf({ paper }), front: (front) => pagesOf({ front }) });
      return Buffer.from(Bound.parse(await ask({ end: true })));
    } finally {
      child.kill();
    }
  }
}
