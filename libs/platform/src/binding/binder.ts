import { randomUUID } from 'node:crypto';
import type { ReadStream } from 'node:fs';
import { mkdir, open, rm, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { officeMoment, type Clock } from '../clock.js';
import { ChildProgram } from '../pages/child-program.js';

/** Where the program lies that binds papers, once it is built. */
const BIND_PROGRAM = fileURLToPath(new URL('bind-program.js', import.meta.url));

/**
 * What the program is told: the moment at which it begins, a paper, one of which nothing but what its pages show is to be taken, what stands before the papers, or that the
 * PDF is to be written to the file it was given.
 */
export type ToBind =
  | { readonly begin: string }
  | { readonly paper: Uint8Array }
  | { readonly clean: Uint8Array }
  | { readonly front: Uint8Array }
  | { readonly done: true };

/** A paper that is being bound: `add` and `front` answer with its pages, null where it cannot be opened. */
export type Binding = Readonly<Record<'add' | 'front', (paper: Buffer) => Promise<number | null>>>;
/** Tells the program something. @returns what it counts, null where a paper cannot be opened @throws TooMuchToBind */
type Ask = (said: ToBind) => Promise<number | null>;

/** What was bound: read once, it leaves nothing behind. */
export type Bound = { readonly size: number; readonly content: ReadStream };

/** What cannot be opened. */
class Unreadable extends Error {}

/** It takes more memory or time than a bundle may. */
export class TooMuchToBind extends Error {
  constructor() {
    super('These papers are too much for one bundle.');
  }
}

const Count = z.int().positive();
const [SECONDS, MEGABYTES_OF_SCRIPT] = [60, 512];

type Parts = {
  /** Where a PDF lies while it is made: as large as all papers together. */
  readonly folder: string;
  /** A built program: Node runs no TypeScript. */
  readonly program?: string | undefined;
  /** Tells when a PDF was made: the same papers at the same moment are the same bytes. */
  readonly clock: Clock;
};

/** Binds papers into one PDF by a process of its own, one bundle at a time, whose memory and time are limited. */
export class Binder {
  #last: Promise<unknown> = Promise.resolve();

  constructor(private readonly parts: Parts) {}

  /** @param work adds papers in their order, then what stands before them. @throws TooMuchToBind */
  bind(work: (binding: Binding) => Promise<void>): Promise<Bound> {
    return this.#inTurn((ask) => work({ add: (paper) => ask({ paper }), front: (front) => ask({ front }) }));
  }

  /**
   * A PDF of what the pages of a paper show: of what its file says beside them (who made it, notes, attachments, earlier revisions, where a
   * photograph was taken) nothing is left.
   * @returns undefined where it cannot be opened @throws TooMuchToBind
   */
  async clean(paper: Buffer): Promise<Bound | undefined> {
    try {
      return await this.#inTurn(async (ask) => {
        if ((await ask({ clean: paper })) === null) throw new Unreadable();
      });
    } catch (error) {
      if (error instanceof Unreadable) return undefined;
      throw error;
    }
  }

  #inTurn(work: (ask: Ask) => Promise<void>): Promise<Bound> {
    const bound = this.#last.then(() => this.#bindNow(work));
    this.#last = bound.catch(() => undefined);
    return bound;
  }

  async #bindNow(work: (ask: Ask) => Promise<void>): Promise<Bound> {
    const { folder, program = BIND_PROGRAM, clock } = this.parts;
    const file = await openNameless(folder);
    try {
      const size = await bindInto(file, program, async (ask) => {
        await ask({ begin: stampOf(clock.now()) });
        await work(ask);
      });
      return { size, content: file.createReadStream({ start: 0 }) };
    } catch (error) {
      await file.close();
      throw error;
    }
  }
}

/** A moment as a PDF writes it, to the minute. */
function stampOf(moment: Date): string {
  const { on, time } = officeMoment(moment);
  return `${on}${time}00`.replace(/[-:]/g, '');
}

/** @returns bytes @throws TooMuchToBind */
async function bindInto({ fd: file }: FileHandle, program: string, work: (ask: Ask) => Promise<void>): Promise<number> {
  const child = await ChildProgram.start({ program, megabytes: MEGABYTES_OF_SCRIPT, file });
  const ask: Ask = async (said) => {
    child.say(said);
    const answer = await child.hear(AbortSignal.timeout(SECONDS * 1000));
    if (answer === undefined) throw new TooMuchToBind();
    return Count.safeParse(answer).data ?? null;
  };
  try {
    await work(ask);
    const size = await ask({ done: true });
    if (size === null) throw new TooMuchToBind();
    return size;
  } finally {
    child.kill();
  }
}

/** A file that has no name any more once it is open: whoever dies while it is written, or read, leaves nothing on the disk. */
async function openNameless(folder: string): Promise<FileHandle> {
  await mkdir(folder, { recursive: true });
  const place = path.join(folder, `${randomUUID()}.pdf`);
  const file = await open(place, 'wx+', 0o600);
  await rm(place);
  return file;
}
