import { useRef, type KeyboardEvent, type ReactNode } from 'react';
import type { AdministeredOrgan } from '@gongkai/contracts';
import { useLanguage, useWords } from '../i18n/use-words.js';
import { inTreeOrder } from './use-names.js';

type Props = {
  readonly organs: readonly AdministeredOrgan[];
  readonly chosen: string;
  readonly onChoose: (code: string) => void;
};

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity };

/** The organs as a tree: one stop for the Tab key, arrows within. */
export function OrganTree({ organs, chosen, onChoose }: Props): ReactNode {
  const t = useWords('settings');
  const language = useLanguage();
  const list = useRef<HTMLDivElement>(null);
  const placed = inTreeOrder(organs);
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = STEPS[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const at = placed.findIndex(({ organ }) => organ.code === chosen);
    const next = placed[Math.min(placed.length - 1, Math.max(0, at + by))];
    if (next === undefined) return;
    onChoose(next.organ.code);
    list.current?.querySelector<HTMLElement>(`[data-code="${next.organ.code}"]`)?.focus();
  };
  return (
    <div ref={list} className="set-tree" role="tree" aria-label={t('organs')} onKeyDown={onKeyDown}>
      {placed.map(({ organ, depth }) => (
        <div
          key={organ.code}
          role="treeitem"
          data-code={organ.code}
          aria-level={depth + 1}
          aria-selected={organ.code === chosen}
          tabIndex={organ.code === chosen ? 0 : -1}
          style={{ paddingInlineStart: 14 + depth * 20 }}
          onClick={() => onChoose(organ.code)}
        >
          <span className="one-line">{organ.name[language]}</span>
          <small className="muted">{t('people-count', { count: organ.people })}</small>
        </div>
      ))}
    </div>
  );
}
