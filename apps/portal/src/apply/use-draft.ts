import { useState } from 'react';
import { emptyDraft, type Draft } from './draft.js';
import { keepDraft, keptDraft, wipeDraft } from './kept-draft.js';

/** What is typed, kept in this window with every stroke. @param organ that the address names */
export function useDraft(organ: string | null) {
  const [draft, setDraft] = useState<Draft>(() => ({ ...keptDraft(), ...(organ === null ? {} : { organ }) }));
  return {
    draft,
    change: (change: Partial<Draft>): void => {
      const next = { ...draft, ...change };
      setDraft(next);
      keepDraft(next);
    },
    wipe: (): void => {
      wipeDraft();
      setDraft(emptyDraft());
    },
  };
}
