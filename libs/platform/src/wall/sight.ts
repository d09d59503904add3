import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * Whose rows the database shows and takes (docs/decisions/0157): those of an organ, with `below` also those of the organs under it, with
 * `all` everybody's. Without an organ, and with a reach that is not `all`, none.
 */
export type Sight = { readonly organ: string; readonly reach: 'own' | 'below' | 'all' };

/** Of somebody who is not known yet. */
export const NOTHING: Sight = { organ: '', reach: 'own' };
/** Of the program itself, and of who has no organ of their own. */
export const EVERYTHING: Sight = { organ: '', reach: 'all' };

const seen = new AsyncLocalStorage<{ readonly sight: Sight }>();

/** The sight that the work under way was given; undefined where it is nobody's in particular. */
export const sightNow = (): Sight | undefined => seen.getStore()?.sight;

/** Does work that may see so much, whatever is waited for in it. @returns what the work returns */
export const withSight = <T>(sight: Sight, work: () => T): T => seen.run({ sight }, work);

/** The same pieces, each made in the sight of now, whoever fetches them: a stream is read in events of its connection, which have none. */
export function inThisSight<T>(pieces: AsyncGenerator<T>): AsyncIterable<T> {
  const store = seen.getStore();
  if (store === undefined) return pieces;
  const next = (): Promise<IteratorResult<T>> => seen.run(store, () => pieces.next());
  return { [Symbol.asyncIterator]: () => ({ next, return: (value: unknown) => pieces.return(value) }) };
}

/** A sight that is found out while the work is under way: nothing before. */
export class OpenSight {
  #sight = NOTHING;

  get sight(): Sight {
    return this.#sight;
  }

  /** From now on the work sees this. */
  set(sight: Sight): void {
    this.#sight = sight;
  }

  /** Does work, or goes on with it. */
  within(work: () => void): void {
    seen.run(this, work);
  }
}
