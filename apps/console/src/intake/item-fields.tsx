import { Button, Input } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import type { DraftItem } from './draft.js';
import type { Items } from './use-items.js';
import { Field } from './field.js';
import { useLetterForm } from './form-context.js';
import { problemProps, useFormProblems } from './form-problems.js';

/** What is asked for: each piece of information by itself, for each gets its own decision. */
export function ItemFields({ onAdd, removed, onRemove, onUndo }: Items): ReactNode {
  const t = useWords('intake');
  const { draft } = useLetterForm();
  return (
    <>
      {draft.items.map((item, i) => (
        <ItemField key={item.id} item={item} place={i} onRemove={draft.items.length > 1 ? () => onRemove(item) : undefined} />
      ))}
      <div className="item-actions">
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

type ItemProps = { readonly item: DraftItem; readonly place: number; readonly onRemove: (() => void) | undefined };

function ItemField({ item, place, onRemove }: ItemProps): ReactNode {
  const t = useWords('intake');
  const { draft, change } = useLetterForm();
  const problems = useFormProblems();
  const name = `items.${place}.description`;
  return (
    <Field name={name} label={t('item', { place: place + 1 })} required={place === 0}>
      <Input.TextArea
        {...problemProps(problems, name)}
        className="item-text"
        autoSize={{ minRows: 1, maxRows: 4 }}
        value={item.description}
        onChange={({ target }) =>
          change({ items: draft.items.map((each) => (each.id === item.id ? { ...each, description: target.value } : each)) })
        }
      />
      {onRemove === undefined ? null : (
        <Button type="text" tabIndex={-1} aria-label={t('item.remove', { place: place + 1 })} onClick={onRemove}>
          ×
        </Button>
      )}
    </Field>
  );
}
