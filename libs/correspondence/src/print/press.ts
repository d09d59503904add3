import { fileURLToPath } from 'node:url';
import { Refusal } from '@gongkai/contracts';
import { ChildProgram } from '@gongkai/platform';
import { z } from 'zod';
import type { Paper } from '../content/paper.js';
import { readFonts, type Fonts } from './fonts.js';

/** Where the program lies that prints, once it is built. */
export const PRESS_PROGRAM = fileURLToPath(new URL('press-program.js', import.meta.url));

/** What the program is told, as JSON. */
export type Order = { readonly folder: string; readonly families: readonly string[]; readonly paper: Paper };

const Printed = z.object({ pdf: z.instanceof(Uint8Array), docx: z.instanceof(Uint8Array) });

/** A page without a word. */
const NOTHING: Paper = {
  form: 'letter',
  page: null,
  ...{ organ: '', title: '', number: null, addressee: null, sealed: null, contact: null },
  ...{ blocks: [], attachments: [] },
  day: '2019-05-15',
  draft: true,
};

const SECONDS = 20;
const MEGABYTES_OF_SCRIPT = 256;

/**
 * Prints papers as PDF and as DOCX, one at a time, by a process of its own that stays: setting a page would keep a server from everybody
 * else. It begins with the first paper, and anew where it has died.
 */
export class Press {
  #last: Promise<unknown> = Promise.resolve();
  #running: ChildProgram | undefined;
  #fonts: Fonts | undefined;

  /** @param folder of the fonts. @param program a built program: Node runs no TypeScript */
  constructor(
    private readonly folder: string,
    private readonly program = PRESS_PROGRAM,
  ) {}

  /** What it can print. @throws Error where there is no font */
  get fonts(): Fonts {
    return (this.#fonts ??= readFonts(this.folder));
  }

  /**
   * @param within how long whoever asks can wait, for its turn as for the paper itself
   * @returns the PDF and the DOCX
   * @throws Refusal `press-silent` where it is not there by then; Error where it could not be printed
   */
  print(paper: Paper, within?: AbortSignal): Promise<readonly [Buffer, Buffer]> {
    const printed = this.#last.then(() => this.#printNow(paper, within));
    this.#last = printed.catch(() => undefined);
    return within === undefined ? printed : inTime(printed, within);
  }

  /**
   * Has the process there with its fonts read: the next paper takes no longer than it is long. For who prints while others wait for a row
   * that is held.
   */
  async ready(): Promise<void> {
    if (this.#running === undefined) await this.print(NOTHING, AbortSignal.timeout(SECONDS * 1000));
  }

  /** Ends the process. */
  close(): void {
    this.#running?.kill();
    this.#running = undefined;
  }

  /** A process that has died meanwhile is no fault of the paper. */
  async #printNow(paper: Paper, within?: AbortSignal): Promise<readonly [Buffer, Buffer]> {
    const printed = (await this.#tryOnce(paper, within)) ?? (await this.#tryOnce(paper, within));
    if (printed === undefined && within?.aborted === true) throw new Refusal('press-silent');
    if (printed === undefined) throw new Error(`This paper could not be printed: ${paper.title}`);
    return printed;
  }

  async #tryOnce(paper: Paper, within?: AbortSignal): Promise<readonly [Buffer, Buffer] | undefined> {
    if (within?.aborted === true) return undefined;
    this.#running ??= await ChildProgram.start({ program: this.program, megabytes: MEGABYTES_OF_SCRIPT });
    const order: Order = { folder: this.folder, families: this.fonts.families, paper };
    this.#running.say(Buffer.from(JSON.stringify(order)));
    const patience = AbortSignal.timeout(SECONDS * 1000);
    const ends = within === undefined ? patience : AbortSignal.any([patience, within]);
    const answer = Printed.safeParse(await this.#running.hear(ends));
    if (answer.success) return [Buffer.from(answer.data.pdf), Buffer.from(answer.data.docx)];
    this.close();
    return undefined;
  }
}

/** Whoever cannot wait any longer learns that, also while the papers of others are printed. @throws Refusal `press-silent` */
function inTime<T>(printed: Promise<T>, within: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const end = (): void => reject(new Refusal('press-silent'));
    within.addEventListener('abort', end, { once: true });
    void printed.then(resolve, reject).finally(() => within.removeEventListener('abort', end));
    if (within.aborted) end();
  });
}
