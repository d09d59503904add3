import { Input, type InputRef } from 'antd';
import { useRef, type ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import { useKeys } from '../keys/use-keys.js';

type Props = { readonly value: string; readonly onChange: (value: string) => void };

/** Narrows the list that is on the screen; `F` goes there, `Esc` leaves it. */
export function FilterBox({ value, onChange }: Props): ReactNode {
  const t = useWords('lists');
  const input = useRef<InputRef>(null);
  useKeys([{ keys: ['F'], does: t('key.filter'), bar: 6, run: () => input.current?.focus({ cursor: 'all' }) }]);
  return (
    <Input
      ref={input}
      className="filter-box"
      aria-label={t('filter.placeholder')}
      placeholder={t('filter.placeholder')}
      value={value}
      onChange={({ target }) => onChange(target.value)}
      onKeyDown={({ key }) => {
        if (key === 'Escape') input.current?.blur();
      }}
      suffix={<kbd aria-hidden>F</kbd>}
    />
  );
}
