import type { CaseView, Language, NewApplication } from '@gongkai/contracts';
import type { CaseCommand } from '@gongkai/lifecycle';
import type { Person } from '../person.js';

/** The answer to a request is kept under its key, so that the same request again gets the same answer. */
export type Idempotency = {
  /** Whose key it is, and for which address. */
  readonly scope: string;
  readonly key: string;
  /** Of the body, to tell a repetition from another request. */
  readonly requestHash: string;
};

type Common = {
  /** Becomes the id of the journal entry: the same envelope twice acts once. A UUID. */
  readonly id: string;
  /** Of reasons in the answer; default zh-CN. */
  readonly language?: Language;
  readonly idempotency?: Idempotency;
};

/** The number that an application has from before, with its place in the year. */
export type OldNumber = { readonly number: string; readonly year: number; readonly serial: number };

/** An application that opens a case; one from an old register keeps its number. */
export type Opening = Common & { readonly actor: Person; readonly body: NewApplication; readonly old?: OldNumber };

/** A command on a case, from a person or from the alarm clock. */
export type Envelope = Common & {
  readonly caseId: string;
  readonly actor: Person | 'clock';
  /** The version the person acted on (`If-Match`). */
  readonly expectedVersion?: number;
  readonly command: CaseCommand;
  /** What the notice was numbered when it was made, outside this program: no number is drawn for it. */
  readonly noticeNumber?: string;
  /** Its paper would be drawn with it: asked of a preview. */
  readonly isDrawn?: boolean;
};

/**
 * What became of one envelope of several: it was journalled, now or before; somebody works at its case just now; or why it failed.
 */
export type Outcome = 'journalled' | 'replayed' | 'busy' | { readonly error: unknown };

/** What the desk answers. */
export type Answer = {
  readonly status: 200 | 201;
  readonly caseId: string;
  /** The case as whoever asked sees it; drawn when it is looked at. */
  readonly view: CaseView;
  /** The envelope or its key had been answered before: nothing was done now. */
  readonly replayed: boolean;
};
