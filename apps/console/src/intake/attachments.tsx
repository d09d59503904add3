import type { FileView } from '@gongkai/contracts';
import { Button } from 'antd';
import { useRef, useState, type DragEvent, type ReactNode } from 'react';
import { api } from '../api/api.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { useWords } from '../i18n/use-words.js';
import { NoClassified } from '../parts/no-classified.js';
import { useKeys } from '../keys/use-keys.js';
import { ScanViewer } from '../parts/scan-viewer.js';
import { useLetterForm } from './form-context.js';

/** The scans of the letter: handed in at once, seen while typing. */
export function Attachments(): ReactNode {
  const t = useWords('intake');
  const { draft, change } = useLetterForm();
  const picker = useRef<HTMLInputElement>(null);
  const { add, sending, error } = useUpload((file) =>
    change((was) => (was.files.some(({ id }) => id === file.id) ? {} : { files: [...was.files, file] })),
  );
  const pick = (): void => picker.current?.click();
  useKeys([{ keys: ['Alt+A'], does: t('files.add'), run: pick }]);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    void add([...event.dataTransfer.files]);
  };
  return (
    <div className="attachments" onDragOver={(event) => event.preventDefault()} onDrop={drop}>
      <ScanViewer
        files={draft.files}
        onRemove={(id) => change({ files: draft.files.filter((file) => file.id !== id) })}
        actions={
          <Button size="small" loading={sending} onClick={pick}>
            {t('files.add')} <kbd>Alt</kbd> <kbd>A</kbd>
          </Button>
        }
      />
      <NoClassified />
      {error === null ? null : <ErrorNotice error={error} />}
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        aria-label={t('files.add')}
        onChange={({ target }) => {
          void add([...(target.files ?? [])]);
          target.value = '';
        }}
      />
    </div>
  );
}

type Upload = {
  readonly add: (files: readonly File[]) => Promise<void>;
  readonly sending: boolean;
  readonly error: Error | null;
};

/** Hands files in, one after the other, in the order they were given. */
function useUpload(onAdded: (file: FileView) => void): Upload {
  const [sending, setSending] = useState(false);
  const [error, setError] = useState<Error | null>(null);
  const add = async (files: readonly File[]): Promise<void> => {
    setSending(true);
    setError(null);
    try {
      for (const file of files) onAdded(await send(file));
    } catch (failure) {
      setError(failure instanceof Error ? failure : new Error(String(failure)));
    } finally {
      setSending(false);
    }
  };
  return { add, sending, error };
}

function send(file: File): Promise<FileView> {
  const form = new FormData();
  form.append('file', file);
  return api.post<FileView>('/files', form);
}
