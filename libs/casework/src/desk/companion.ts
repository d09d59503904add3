import type { Statement } from '@gongkai/platform';

/** What became of a command: the case, and the entry in its journal. */
export type Done = { readonly caseId: string; readonly number: string; readonly entryId: string };

/**
 * What is settled together with a command, in the same transaction: a letter of the inbox that the command answers. The desk knows
 * nothing of it.
 */
export type Companion = {
  /** Reads and locks it. */
  readonly read: Statement;
  /** How it stands once the command is written. @throws Refusal where it cannot be settled so; then the command is not taken either */
  readonly settle: (rows: readonly unknown[], done: Done) => readonly Statement[];
};
