import type { PaperMatter, Person } from '@gongkai/casework';
import type { Command, PaperKind } from '@gongkai/contracts';
import type { looking } from './brought/looked-at.js';

/** What comes with a step, and how it is read. */
export type ToCheck = { readonly command: Command; readonly actor: Person; readonly look: ReturnType<typeof looking> };

/** The step without its write. @throws Refusal where it is refused */
export type Tried = () => Promise<unknown>;
export const allowed: Tried = () => Promise.resolve();

/** A paper that is to be drawn. */
export type Drawing = {
  readonly kind: PaperKind;
  readonly matter: PaperMatter;
  readonly draft: boolean;
  /** It goes out with the step that is being taken. */
  readonly isIssued?: boolean;
  readonly actor: Person;
  readonly about?: string | undefined;
  readonly pages?: ReadonlyMap<string, string>;
  /** Until when it has to be there, where others wait for a row that is held meanwhile. */
  readonly within?: AbortSignal;
};

/**
 * Seconds for all the papers of a step together, from when its case is locked. Others wait ten for that row, and for that of the number; a
 * transaction that says nothing for thirty is ended by the database, and nobody would know what was written.
 */
const HELD_SECONDS = 8;

/** Ends when a case has been held long enough. */
export const whileHeld = (): AbortSignal => AbortSignal.timeout(HELD_SECONDS * 1000);
