import { fileURLToPath } from 'node:url';
import type { z } from 'zod';
import { ChildProgram } from '../pages/child-program.js';
import { BurntAnswer, LookedPage } from './answers.js';
import type { BlackArea } from './black-out.js';

/** Where the program lies that makes parts of pages black, once it is built. */
export const REDACT_PROGRAM = fileURLToPath(new URL('redact-program.js', import.meta.url));

/** A page to be looked at; with areas, even none, to be burnt. */
export type PageToRedact = { readonly number: number; readonly areas?: readonly BlackArea[] | undefined };

type Parts = {
  /** A built program: Node runs no TypeScript. */
  readonly program: string;
  /** The font that labels are written in, a file. */
  readonly font: string;
  /** For how long a page may take. */
  readonly patience?: () => AbortSignal;
  /** For how long further pages are begun. */
  readonly turn?: () => AbortSignal;
};

const SECONDS = 30;
/** After so long no further page is begun: whoever asks may hold a row of the database meanwhile. */
const TURN_SECONDS = 10;
const MEGABYTES_OF_SCRIPT = 256;

/**
 * Pages in their order, up to the first that cannot be drawn; what is left has no time any more. `isGivenUp`: that one took too long, or filled
 * the memory, so that nobody can tell whether anything is wrong with it.
 */
export type Redacted<Page> = {
  readonly pages: readonly Page[];
  readonly unreadable: number | null;
  readonly isGivenUp?: true;
};

/** What is asked of the program, and how it answers. */
type Asked<Page> = { readonly shape: z.ZodType<Page>; readonly pageOf: (number: number) => PageToRedact };

/** Looks at pages, and makes parts of them black, by a process of its own, one at a time, whose memory and time are limited. */
export class PageRedactor {
  #last: Promise<unknown> = Promise.resolve();

  constructor(private readonly parts: Parts) {}

  /** Pages to be marked, from a number on: one at least, as many as there are and as there was time for. @throws Error where none can be made here */
  look(content: Buffer, from: number): Promise<Redacted<LookedPage>> {
    return this.#after(() => this.#turn(content, from, { shape: LookedPage, pageOf: (number) => ({ number }) }));
  }

  /** The same of pages that are burnt. @param areasOf what is withheld on each */
  burn(content: Buffer, from: number, areasOf: (number: number) => readonly BlackArea[]): Promise<Redacted<BurntAnswer>> {
    const pageOf = (number: number): PageToRedact => ({ number, areas: areasOf(number) });
    return this.#after(() => this.#turn(content, from, { shape: BurntAnswer, pageOf }));
  }

  #after<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#last.then(work);
    this.#last = done.catch(() => undefined);
    return done;
  }

  async #turn<Page extends { readonly total: number }>(
    content: Buffer,
    from: number,
    asked: Asked<Page>,
  ): Promise<Redacted<Page>> {
    const { program, font, turn = within(TURN_SECONDS) } = this.parts;
    const child = await ChildProgram.start({ program, megabytes: MEGABYTES_OF_SCRIPT });
    const [pages, until]: [Page[], AbortSignal] = [[], turn()];
    try {
      child.say(content);
      child.say({ font });
      for (let number = from; number <= (pages[0]?.total ?? from); number += 1) {
        const page = await this.#ask(child, asked, number);
        if (page === undefined) return { pages, unreadable: number, isGivenUp: true };
        if (page === 'unreadable') return { pages, unreadable: number };
        pages.push(page);
        if (until.aborted) break;
      }
      return { pages, unreadable: null };
    } finally {
      child.kill();
    }
  }

  async #ask<Page>(
    child: ChildProgram,
    { shape, pageOf }: Asked<Page>,
    number: number,
  ): Promise<Page | 'unreadable' | undefined> {
    const { patience = within(SECONDS) } = this.parts;
    child.say(pageOf(number));
    const said = await child.hear(patience());
    return said === undefined ? undefined : (shape.safeParse(said).data ?? 'unreadable');
  }
}

const within = (seconds: number) => (): AbortSignal => AbortSignal.timeout(seconds * 1000);
