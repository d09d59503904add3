import { fileURLToPath } from 'node:url';
import { ChildProgram } from '../pages/child-program.js';
import { PageText } from './page-text.js';

/** Where the program lies that reads, once it is built. */
export const READ_PROGRAM = fileURLToPath(new URL('read-program.js', import.meta.url));

/** What reads, and how: what was read by another is read again. */
export const READER = 'tesseract.js 7.0.0, chi_sim 4.0.0';

type ReaderParts = {
  /** A built program: Node runs no TypeScript. */
  readonly program: string;
  /** For how long a page may be read. */
  readonly patience?: () => AbortSignal;
};

const SECONDS = 60;
const MEGABYTES_OF_SCRIPT = 256;

/** Reads pages of scans, pictures and PDFs, one at a time, each by a process of its own, whose memory and time are limited. */
export class PageReader {
  #last: Promise<unknown> = Promise.resolve();

  constructor(private readonly parts: ReaderParts) {}

  /**
   * @param number from 1
   * @returns undefined where the page cannot be read
   * @throws Error where no page at all can be read here
   */
  read(content: Buffer, number: number): Promise<PageText | undefined> {
    const read = this.#last.then(() => this.#readNow(content, number));
    this.#last = read.catch(() => undefined);
    return read;
  }

  async #readNow(content: Buffer, number: number): Promise<PageText | undefined> {
    const { program, patience = () => AbortSignal.timeout(SECONDS * 1000) } = this.parts;
    const child = await ChildProgram.start({ program, megabytes: MEGABYTES_OF_SCRIPT });
    try {
      child.say(content);
      child.say(number);
      return PageText.safeParse(await child.hear(patience())).data;
    } finally {
      child.kill();
    }
  }
}
