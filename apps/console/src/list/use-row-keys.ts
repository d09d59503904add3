import type { RefObject } from 'react';
import { useWords } from '../i18n/use-words.js';
import { useKeys } from '../keys/use-keys.js';

type Acts = { readonly why: (caseId: string) => void };

/** Moves through the rows of a table: the focus goes to the link that opens the row, so Enter opens it. */
export function useRowKeys(table: RefObject<HTMLTableElement | null>, { why }: Acts): void {
  const t = useWords('lists');
  const links = (): HTMLElement[] => [...(table.current?.querySelectorAll<HTMLElement>('a[data-opens]') ?? [])];
  const current = (): number => links().findIndex((link) => link.closest('tr')?.contains(document.activeElement) === true);
  const move = (by: number): void => {
    const all = links();
    const at = current();
    all[at === -1 ? 0 : Math.min(all.length - 1, Math.max(0, at + by))]?.focus();
  };
  const currentCase = (): string | undefined => (links()[Math.max(0, current())]?.closest('tr') ?? undefined)?.dataset.case;
  useKeys([
    { keys: ['J', 'ArrowDown'], does: t('key.next-row'), bar: 1, run: () => move(1) },
    { keys: ['K', 'ArrowUp'], does: t('key.previous-row'), bar: 2, run: () => move(-1) },
    { keys: ['Enter'], does: t('key.open'), bar: 3, run: () => links()[Math.max(0, current())]?.click() },
    {
      keys: ['W'],
      does: t('key.why'),
      bar: 4,
      run: () => {
        const id = currentCase();
        if (id !== undefined) why(id);
      },
    },
  ]);
}
