import { REGISTER_COLUMNS, type RegisterMapping, type RegisterPreview } from '@gongkai/contracts';
import { Select } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';

type Props = { readonly preview: RegisterPreview; readonly onMap: (mapping: RegisterMapping) => void };

/** Which heading of the register is which column here; a column that is none is said to be none. */
export function ImportMapping({ preview: { headings, mapping, missing }, onMap }: Props): ReactNode {
  const t = useWords('imports');
  const options = [
    { value: '', label: t('mapping.none') },
    ...headings.filter((heading) => heading !== '').map((heading) => ({ value: heading, label: heading })),
  ];
  return (
    <details open={missing.length > 0}>
      <summary>{t('mapping')}</summary>
      <p className="muted small">{t('mapping.what')}</p>
      <div className="imports-mapping">
        {REGISTER_COLUMNS.map((name) => (
          <div key={name}>
            <label htmlFor={`column-${name}`}>{t(`column.${name}`)}</label>
            <Select
              id={`column-${name}`}
              size="small"
              value={mapping[name] ?? ''}
              options={options}
              onChange={(heading: string) => onMap({ ...mapping, [name]: heading })}
            />
          </div>
        ))}
      </div>
    </details>
  );
}
