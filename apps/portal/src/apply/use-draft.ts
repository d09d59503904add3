import { useRef, useState } from 'react';
import { askedOf, emptyDraft, type Draft } from './draft.js';
import { keepDraft, keptDraft, wipeDraft } from './kept-draft.js';
import { stillWrong, type Wrong } from './still-wrong.js';

/** What is typed, kept in this window with every stroke, and what is wrong with it. @param organ that the address names */
export function useDraft(organ: string | null) {
  const [draft, setDraft] = useState<Draft>(() => (organ === null ? keptDraft() : askedOf(keptDraft(), organ)));
  const [wrong, setWrong] = useState<Wrong>({});
  /** A file that was long under way is added to what was typed meanwhile. */
  const latest = useRef(draft);
  const show = (next: Draft): void => {
    const before = latest.current;
    latest.current = next;
    setDraft(next);
    setWrong((found) => stillWrong(found, before, next));
  };
  return {
    draft,
    wrong,
    setWrong,
    change: (change: Partial<Draft>): void => {
      show({ ...latest.current, ...change });
      keepDraft(latest.current);
    },
    wipe: (): void => {
      wipeDraft();
      show(emptyDraft());
      setWrong({});
    },
  };
}
