import { articleText, type GroundsView, type RedactionMark, type RedactionView } from '@gongkai/contracts';
import { useState } from 'react';
import { useLanguage, useWords } from '../i18n/use-words.js';
import { usualReason, type Reason } from './ground-choice.js';
import type { Shown } from './page-to-mark.js';
import { useChanges } from './use-redaction.js';
import { newKey } from '../parts/new-key.js';

type Marks = readonly RedactionMark[];

/** What is marked, and how that changes: kept with each change, one after the other; what was changed on this page is taken back the same way. */
export function useMarking(view: RedactionView, grounds: GroundsView) {
  const { mark } = useChanges(view);
  const [selected, select] = useState<string>();
  const [reason, setReason] = useState<Reason>(() => usualReason(grounds));
  const [past, setPast] = useState<readonly Marks[]>([]);
  const marks = mark.isPending ? mark.variables : view.marks;
  const isOpen = view.may.includes('mark');
  const keep = (all: Marks, before: readonly Marks[]): void => {
    setPast(before);
    // What the server does not take was never there, nor what was built on it.
    mark.mutate(all, { onError: () => setPast([]) });
  };
  const change = (all: Marks): void => keep(all, [...past, marks]);
  const last = past.at(-1);
  return {
    ...{ marks, selected, select, reason, setReason, isOpen },
    nameOf: useNames(grounds),
    error: mark.error,
    add: (added: Pick<RedactionMark, 'words' | 'places'>): void => {
      const id = newKey();
      change([...marks, { id, ...reason, ...added }]);
      select(id);
    },
    change: (shown: Shown, place: Shown['place'] | undefined): void => change(withPlace(marks, shown, place)),
    remove: ({ id }: RedactionMark): void => change(marks.filter((other) => other.id !== id)),
    /** Puts the marks as they were before the last change; there is none where nothing was changed, or it is closed. */
    undo: last === undefined || !isOpen ? undefined : (): void => keep(last, past.slice(0, -1)),
  };
}

/** What a mark is withheld for, in the language of the screen. */
function useNames(grounds: GroundsView): (mark: RedactionMark) => string {
  const t = useWords('redact');
  const language = useLanguage();
  return ({ ground, article }) =>
    t('mark.name', { ground: grounds.grounds[ground].name, article: articleText(article, language) });
}

/** The marks, with one place of one of them moved or gone; a mark that has no place left is none. */
function withPlace(marks: Marks, { mark, at }: Shown, place: Shown['place'] | undefined): RedactionMark[] {
  return marks.flatMap((other) => {
    if (other.id !== mark.id) return [other];
    const places = other.places.flatMap((known, i) => (i === at ? (place ?? []) : known));
    return places.length === 0 ? [] : [{ ...other, places }];
  });
}
