import { useState } from 'react';
import { EMPTY_ITEM, type DraftItem } from './draft.js';
import type { Letter } from './use-letter.js';

export type Items = {
  readonly removed: DraftItem | null;
  readonly onAdd: () => void;
  readonly onRemove: (item: DraftItem) => void;
  readonly onUndo: () => void;
};

type Removed = { readonly item: DraftItem; readonly place: number };

/** Items are added at the end and taken out anywhere; the one taken out last can be put back. */
export function useItems({ draft: { items }, change }: Pick<Letter, 'draft' | 'change'>): Items {
  const [removed, setRemoved] = useState<Removed | null>(null);
  return {
    removed: removed?.item ?? null,
    onAdd: () => {
      const id = 1 + Math.max(0, removed?.item.id ?? 0, ...items.map((item) => item.id));
      change({ items: [...items, { id, ...EMPTY_ITEM }] });
      focusLater(`items.${items.length}.description`);
    },
    onRemove: (item) => {
      setRemoved({ item, place: items.indexOf(item) });
      change({ items: items.filter((each) => each !== item) });
    },
    onUndo: () => {
      if (removed === null) return;
      change({ items: items.toSpliced(removed.place, 0, removed.item) });
      setRemoved(null);
      focusLater(`items.${removed.place}.description`);
    },
  };
}

/** The field is there once React has drawn it. */
export const focusLater = (id: string): void => {
  requestAnimationFrame(() => document.getElementById(id)?.focus());
};
