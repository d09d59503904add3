import type { Wording } from '@gongkai/contracts';
import { Select } from 'antd';
import type { ReactNode } from 'react';
import { useText, useWords } from '../i18n/use-words.js';

type Props = { readonly names: Wording['names']; readonly onPick: (name: string) => void };

/** What a text can name in braces, found by its name or by what it means, and put where the cursor stands. */
export function NameChoice({ names, onPick }: Props): ReactNode {
  const t = useWords('settings');
  const text = useText();
  const options = names.map(({ name, means, list }) => {
    const meaning = list === null ? text(means) : t('wording.name-in', { means: text(means), list });
    return { value: name, label: `${meaning}  {${name}}` };
  });
  return (
    <Select
      className="wording-names"
      aria-label={t('wording.names')}
      placeholder={t('wording.names')}
      value={null}
      showSearch={{ optionFilterProp: 'label' }}
      options={options}
      onSelect={(name: string | null) => (name === null ? undefined : onPick(`{${name}}`))}
    />
  );
}
