import { Checkbox } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../../i18n/use-words.js';
import { ErrorNotice } from '../../parts/error-notice.js';
import { useDocuments } from '../use-case.js';
import type { InputProps } from './input-props.js';

/** Files that lie in the case already: which of them are meant. */
export function RecordsInput({ id, label, view, value, onChange }: InputProps): ReactNode {
  const t = useWords('step');
  const { data, error, refetch } = useDocuments(view.id);
  const chosen = Array.isArray(value) ? (value as readonly string[]) : [];
  if (error !== null) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return null;
  const files = data.items.flatMap((one) => (one.type === 'file' ? [{ id: one.id, name: one.name }] : []));
  if (files.length === 0) return <span className="small muted">{t('records.none')}</span>;
  return (
    <div id={id} className="field-files" role="group" aria-label={label}>
      {files.map((file) => (
        <Checkbox
          key={file.id}
          checked={chosen.includes(file.id)}
          onChange={({ target }) =>
            onChange([...chosen.filter((other) => other !== file.id), ...(target.checked ? [file.id] : [])])
          }
        >
          {file.name}
        </Checkbox>
      ))}
    </div>
  );
}
