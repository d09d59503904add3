import type { DocumentsView, FileView } from '@gongkai/contracts';
import { Button, Checkbox } from 'antd';
import { useRef, useState, type ReactNode } from 'react';
import { api } from '../../api/api.js';
import { useWords } from '../../i18n/use-words.js';
import { ErrorNotice } from '../../parts/error-notice.js';
import { useDocuments } from '../use-case.js';
import type { InputProps } from './input-props.js';

type StoredFile = Pick<FileView, 'id' | 'name'>;
const isFile = (item: DocumentsView['items'][number]): item is Extract<typeof item, { type: 'file' }> => item.type === 'file';

/** Files of the case, and new ones. A file is kept as soon as it is handed in; the step names it. */
export function FilesInput({ id, view, value, onChange }: InputProps): ReactNode {
  const t = useWords('step');
  const documents = useDocuments(view.id);
  const picker = useRef<HTMLInputElement>(null);
  const [added, setAdded] = useState<readonly StoredFile[]>([]);
  const [failure, setFailure] = useState<Error | null>(null);
  const chosen = Array.isArray(value) ? (value as string[]) : [];
  const known = [...(documents.data?.items ?? []).filter(isFile), ...added];
  const files = known.filter((file, i) => known.findIndex((other) => other.id === file.id) === i);
  const take = async (list: FileList): Promise<void> => {
    setFailure(null);
    try {
      const stored = await Promise.all([...list].map(handIn));
      setAdded((before) => [...before, ...stored]);
      onChange([...new Set([...chosen, ...stored.map((file) => file.id)])]);
    } catch (error) {
      setFailure(error instanceof Error ? error : new Error(String(error)));
    }
  };
  return (
    <div className="field-files">
      {files.map((file) => (
        <Checkbox
          key={file.id}
          checked={chosen.includes(file.id)}
          onChange={({ target }) => onChange(target.checked ? [...chosen, file.id] : chosen.filter((other) => other !== file.id))}
        >
          {file.name}
        </Checkbox>
      ))}
      <Button onClick={() => picker.current?.click()}>{t('add-files')}</Button>
      <input
        ref={picker}
        id={id}
        type="file"
        multiple
        hidden
        onChange={({ target }) => {
          if (target.files !== null) void take(target.files);
        }}
      />
      {failure !== null && <ErrorNotice error={failure} />}
    </div>
  );
}

function handIn(file: File): Promise<FileView> {
  const form = new FormData();
  form.append('file', file);
  return api.post<FileView>('/files', form, { key: crypto.randomUUID() });
}
