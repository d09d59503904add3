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

/** An application that opens a case. */
export type Opening = Common & { readonly actor: Person; readonly body: NewApplication };

/** A command on a case, from a person or from the alarm clock. */
export type Envelope = Common & {
  readonly caseId: string;
  readonly actor: Person | 'clock';
  /** The version the person acted on (`If-Match`). */
  readonly expectedVersion?: number;
  readonly command: CaseCommand;
};

/**
 * What became of one envelope of several: it was journalled, now or before; somebody works at its case just now; or why it failed.
 */
export type Outcome = 'journalled' | 'replayed' | 'busy' | { readonly error: unknown };

/** What the desk answers. */
export type Answer = {
  readonly status: 200 | 201;
  readonly view: CaseView;
  /** The envelope or its key had been answered before: nothing was done now. */
  readonly replayed: boolean;
};
