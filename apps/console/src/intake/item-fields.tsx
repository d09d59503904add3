import { Button, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import type { DraftItem } from './draft.js';
import { focusLater, type Items } from './use-items.js';
import { Field } from './field.js';
import { useLetterForm } from './form-context.js';
import { problemProps, useFormProblems } from './form-problems.js';
import { useKeys } from '../keys/use-keys.js';
import { FieldProblem } from './field.js';

/** What is asked for: each piece of information by itself, for each gets its own decision. */
export function ItemFields({ onAdd, removed, onRemove, onUndo }: Items): ReactNode {
  const t = useWords('intake');
  const { draft } = useLetterForm();
  const [described, describe] = useState<ReadonlySet<number>>(new Set());
  const more = (): void => {
    const place = placeWithFocus(draft.items.length);
    const item = draft.items[place];
    if (item === undefined) return;
    describe(new Set([...described, item.id]));
    focusLater(`items.${place}.documentNumber`);
  };
  useKeys([{ keys: ['Alt+I'], does: t('item.more'), run: more }]);
  return (
    <>
      {draft.items.map((item, i) => (
        <ItemField
          key={item.id}
          item={item}
          place={i}
          isDescribed={described.has(item.id)}
          onRemove={draft.items.length > 1 ? () => onRemove(item) : undefined}
        />
      ))}
      <div className="item-actions">
        <Button size="small" type="link" onClick={more}>
          {t('item.more')} <kbd>Alt</kbd> <kbd>I</kbd>
        </Button>
        <Button size="small" type="link" onClick={onAdd}>
          {t('item.add')} <kbd>F4</kbd>
        </Button>
        {removed === null ? null : (
          <span role="status">
            {t('item.removed')}
            <Button size="small" type="link" onClick={onUndo}>
              {t('item.undo')}
            </Button>
          </span>
        )}
      </div>
    </>
  );
}

/** Which item has the focus; the last one where none has. */
function placeWithFocus(count: number): number {
  const place = /^items\.(\d+)\./.exec(document.activeElement?.id ?? '')?.[1];
  return place === undefined ? count - 1 : Number(place);
}

type ItemProps = {
  readonly item: DraftItem;
  readonly place: number;
  /** Whether the fields that few letters need were asked for. */
  readonly isDescribed: boolean;
  readonly onRemove: (() => void) | undefined;
};

function ItemField({ item, place, isDescribed, onRemove }: ItemProps): ReactNode {
  const t = useWords('intake');
  const set = useItemChange(item);
  const problems = useFormProblems();
  const name = `items.${place}.description`;
  return (
    <Field name={name} label={t('item', { place: place + 1 })} required={place === 0}>
      <Input.TextArea
        {...problemProps(problems, name)}
        className="item-text"
        autoSize={{ minRows: 1, maxRows: 4 }}
        value={item.description}
        onChange={({ target }) => set({ description: target.value })}
      />
      {onRemove === undefined ? null : (
        <Button type="text" tabIndex={-1} aria-label={t('item.remove', { place: place + 1 })} onClick={onRemove}>
          ×
        </Button>
      )}
      {isDescribed || item.documentNumber !== '' || item.period !== '' ? <Particulars item={item} place={place} /> : null}
    </Field>
  );
}

/** What a letter may say of the information beside what it is. */
function Particulars({ item, place }: Pick<ItemProps, 'item' | 'place'>): ReactNode {
  const t = useWords('intake');
  const set = useItemChange(item);
  const problems = useFormProblems();
  const field = (what: 'documentNumber' | 'period', width: number): ReactNode => (
    <span className="beside">
      <label htmlFor={`items.${place}.${what}`}>{t(`item.${what}`)}</label>
      <Input
        {...problemProps(problems, `items.${place}.${what}`)}
        value={item[what]}
        onChange={({ target }) => set({ [what]: target.value })}
        style={{ width }}
        autoComplete="off"
      />
      <FieldProblem name={`items.${place}.${what}`} />
    </span>
  );
  return (
    <span className="item-particulars">
      {field('documentNumber', 150)}
      {field('period', 110)}
    </span>
  );
}

/** Changes one item and leaves the others. */
function useItemChange({ id }: DraftItem): (change: Partial<DraftItem>) => void {
  const { draft, change } = useLetterForm();
  return (part) => change({ items: draft.items.map((each) => (each.id === id ? { ...each, ...part } : each)) });
}
