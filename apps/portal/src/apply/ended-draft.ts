import type { Draft } from './draft.js';
import { keepDraft, wipeDraft } from './kept-draft.js';

/** In this page alone: gone once it is left or loaded again. */
let ended: Draft | null = null;

/** Ends an application that needs not be sent: nothing of it stays in the browser's store. */
export function endDraft(draft: Draft): void {
  ended = draft;
  wipeDraft();
}

/** What was ended last, as long as it can be had back. */
export const endedDraft = (): Draft | null => ended;

/** Has it back. */
export function takeUpDraft(): void {
  if (ended !== null) keepDraft(ended);
  ended = null;
}
