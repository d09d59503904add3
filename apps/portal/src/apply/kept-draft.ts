import { emptyDraft, type Draft } from './draft.js';

/** In this window alone: a machine that others use as well forgets it with the window. */
const KEPT_AS = 'gongkai.application';

/** What was typed in this window before. */
export function keptDraft(): Draft {
  const kept = sessionStorage.getItem(KEPT_AS);
  const draft: unknown = kept === null ? null : readable(kept);
  return { ...emptyDraft(), ...(typeof draft === 'object' ? draft : {}) };
}

function readable(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

export const keepDraft = (draft: Draft): void => sessionStorage.setItem(KEPT_AS, JSON.stringify(draft));

/** Nothing of it stays. */
export const wipeDraft = (): void => sessionStorage.removeItem(KEPT_AS);
