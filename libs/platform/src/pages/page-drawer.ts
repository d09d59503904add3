import { fileURLToPath } from 'node:url';
import type { PageView } from '@gongkai/contracts';
import { COUNT, DrawHelper, type Answer } from './draw-helper.js';
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
const patient = (): AbortSignal => AbortSignal.timeout(SECONDS * 1000);
/** After so long no further page is begun: whoever asks may hold a row of the database meanwhile. */
const TURN_SECONDS = 8;
/** A file that has cost so many processes gets no more. */
const DEATHS = 3;

/**
 * Draws pages of scans and PDFs and keeps their pictures. What is drawn may have been made to do harm: it is done by a process of its own, one at
 * a time, whose memory and time are limited. Where that dies, the page cannot be read; the next has a new one.
 */
export class PageDrawer {
  #last: Promise<unknown> = Promise.resolve();
  /** Processes that died of a file. */
  readonly #deaths = new Map<string, number>();

  constructor(private readonly parts: DrawerParts) {}

  /**
   * @returns what became of each page, in this order: of the first at least, and of as many as there was time for
   * @throws Error where no page at all can be drawn here
   */
  draw(file: ScanFile, numbers: readonly number[]): Promise<PageView[]> {
    const turn = AbortSignal.timeout(TURN_SECONDS * 1000);
    const drawn = this.#last.then(() => this.#drawNow(file, numbers, turn));
    this.#last = drawn.catch(() => undefined);
    return drawn;
  }

  /**
   * @returns how many pages of a PDF are drawn: 1 where that cannot be told, which is then drawn as one that cannot be read
   * @throws Error where no page at all can be drawn here
   */
  async count(content: Buffer): Promise<number> {
    return (await this.#counted(content))?.total ?? 1;
  }

  /**
   * @returns how many pages a PDF has; 0 for one that cannot be opened
   * @throws Error where no page at all can be drawn here
   */
  async pagesIn(content: Buffer): Promise<number> {
    return (await this.#counted(content))?.whole ?? 0;
  }

  #counted(content: Buffer): Promise<Answer | undefined> {
    const { program, patience = patient } = this.parts;
    const counted = this.#last.then(async () => {
      const helper = new DrawHelper(program, content);
      try {
        return await helper.draw(COUNT, patience);
      } finally {
        helper.stop();
      }
    });
    this.#last = counted.catch(() => undefined);
    return counted;
  }

  async #drawNow({ fileId, content }: ScanFile, numbers: readonly number[], turn: AbortSignal): Promise<PageView[]> {
    const { program, store } = this.parts;
    const helper = new DrawHelper(program, content);
    // From the first on, it is tried anew.
    if (numbers[0] === 1) this.#deaths.delete(fileId);
    const views: PageView[] = [];
    try {
      for (const number of numbers) {
        if (turn.aborted && views.length > 0) break;
        const { picture, ...view } = await this.#pageBy(helper, fileId, number);
        if (picture !== undefined) await store.save(fileId, number, picture);
        views.push(view);
      }
    } finally {
      helper.stop();
    }
    return views;
  }

  async #pageBy(helper: DrawHelper, fileId: string, number: number): Promise<Answer> {
    const { patience = patient } = this.parts;
    const deaths = this.#deaths.get(fileId) ?? 0;
    const answer = deaths < DEATHS ? await helper.draw(number, patience) : undefined;
    if (answer !== undefined) return answer;
    this.#deaths.set(fileId, deaths + 1);
    return { number, problem: 'unreadable' };
  }
}
