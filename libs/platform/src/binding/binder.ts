import { randomUUID } from 'node:crypto';
import type { ReadStream } from 'node:fs';
import { mkdir, open, rm, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { ChildProgram } from '../pages/child-program.js';

/** Where the program lies that binds papers, once it is built. */
const BIND_PROGRAM = fileURLToPath(new URL('bind-program.js', import.meta.url));

/** What the program is told: a paper, what stands before the papers, or that the PDF is to be written to the file it was given. */
export type ToBind = { readonly paper: Uint8Array } | { readonly front: Uint8Array } | { readonly done: true };

/** A paper that is being bound: `add` and `front` answer with its pages, null where it cannot be opened. */
export type Binding = {
  readonly add: (paper: Buffer) => Promise<number | null>;
  readonly front: (paper: Buffer) => Promise<number | null>;
};

/** What was bound: read once, it leaves nothing behind. */
export type Bound = { readonly size: number; readonly content: ReadStream };

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
};

/** Binds papers into one PDF by a process of its own, one bundle at a time, whose memory and time are limited. */
export class Binder {
  #last: Promise<unknown> = Promise.resolve();

  constructor(private readonly parts: Parts) {}

  /** @param work adds papers in their order, then what stands before them. @throws TooMuchToBind */
  bind(work: (binding: Binding) => Promise<void>): Promise<Bound> {
    const bound = this.#last.then(() => this.#bindNow(work));
    this.#last = bound.catch(() => undefined);
    return bound;
  }

  async #bindNow(work: (binding: Binding) => Promise<void>): Promise<Bound> {
    const { folder, program = BIND_PROGRAM } = this.parts;
    const file = await openNameless(folder);
    try {
      const size = await bindInto(file, { program, work });
      return { size, content: file.createReadStream({ start: 0 }) };
    } catch (error) {
      await file.close();
      throw error;
    }
  }
}

type Work = { readonly program: string; readonly work: (binding: Binding) => Promise<void> };

/** @returns bytes @throws TooMuchToBind */
async function bindInto({ fd: file }: FileHandle, { program, work }: Work): Promise<number> {
  const child = await ChildProgram.start({ program, megabytes: MEGABYTES_OF_SCRIPT, file });
  const ask = async (said: ToBind): Promise<number | null> => {
    child.say(said);
    const answer = await child.hear(AbortSignal.timeout(SECONDS * 1000));
    if (answer === undefined) throw new TooMuchToBind();
    return Count.safeParse(answer).data ?? null;
  };
  try {
    await work({ add: (paper) => ask({ paper }), front: (front) => ask({ front }) });
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
