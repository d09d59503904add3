import type { FileView } from '@gongkai/contracts';
import { Button } from 'antd';
import { useEffect, useEffectEvent, useRef, useState, type ReactNode } from 'react';
import { api } from '../api/api.js';
import { ProblemError } from '../api/problem.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { useWords } from '../i18n/use-words.js';
import { NoClassified } from '../parts/no-classified.js';
import { useKeys } from '../keys/use-keys.js';
import { ScanViewer } from '../parts/scan-viewer.js';
import { useLetterForm } from './form-context.js';
import { useReadingHelp } from './reading-context.js';
import { ReadingLine } from './reading-line.js';

/** The scans of the letter: handed in at once, seen while typing. */
export function Attachments(): ReactNode {
  const t = useWords('intake');
  const { draft, change } = useLetterForm();
  const { mark } = useReadingHelp();
  const picker = useRef<HTMLInputElement>(null);
  const { add, sending, failures } = useUpload((file) =>
    change((was) => (was.files.some(({ id }) => id === file.id) ? {} : { files: [...was.files, file] })),
  );
  const pick = (): void => picker.current?.click();
  useKeys([{ keys: ['Alt+A'], does: t('files.add'), run: pick }]);
  useDropped((files) => void add(files));
  return (
    <div className="attachments">
      <ScanViewer
        files={draft.files}
        mark={mark}
        onRemove={(id) => change({ files: draft.files.filter((file) => file.id !== id) })}
        actions={
          <Button size="small" loading={sending} onClick={pick}>
            {t('files.add')} <kbd>Alt</kbd> <kbd>A</kbd>
          </Button>
        }
      />
      <ReadingLine />
      <NoClassified />
      {failures.map(({ name, error }) => (
        <ErrorNotice
          key={name}
          error={error}
          heading={error instanceof ProblemError ? undefined : t('files.failed', { name })}
          names={{ file: name }}
        />
      ))}
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

/** Files that are dropped anywhere on the page: beside the place for them, a browser would show the file instead of the form. */
function useDropped(take: (files: readonly File[]) => void): void {
  const taken = useEffectEvent(take);
  useEffect(() => {
    const over = (event: DragEvent): void => event.preventDefault();
    const drop = (event: DragEvent): void => {
      event.preventDefault();
      taken([...(event.dataTransfer?.files ?? [])]);
    };
    document.addEventListener('dragover', over);
    document.addEventListener('drop', drop);
    return () => {
      document.removeEventListener('dragover', over);
      document.removeEventListener('drop', drop);
    };
  }, []);
}

type Failure = { readonly name: string; readonly error: Error };
type Upload = {
  readonly add: (files: readonly File[]) => Promise<void>;
  readonly sending: boolean;
  readonly failures: readonly Failure[];
};

/** Hands files in, one after the other, in the order they were given; one that is refused holds up none of the others. */
function useUpload(onAdded: (file: FileView) => void): Upload {
  const [sending, setSending] = useState(false);
  const [failures, setFailures] = useState<readonly Failure[]>([]);
  const add = async (files: readonly File[]): Promise<void> => {
    setSending(true);
    setFailures([]);
    for (const file of files)
      try {
        onAdded(await send(file));
      } catch (failure) {
        const error = failure instanceof Error ? failure : new Error(String(failure));
        setFailures((before) => [...before, { name: file.name, error }]);
      }
    setSending(false);
  };
  return { add, sending, failures };
}

function send(file: File): Promise<FileView> {
  const form = new FormData();
  form.append('file', file);
  return api.post<FileView>('/files', form);
}
