import type { FileView } from '@gongkai/contracts';
import { useEffect, useEffectEvent, useRef, useState, type ReactNode } from 'react';
import { ProblemError } from '../api/problem.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { useWords } from '../i18n/use-words.js';
import { FilePicker } from '../parts/file-picker.js';
import { handIn } from '../parts/hand-in.js';
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
  useKeys([{ keys: ['Alt+A'], does: t('files.add'), run: () => picker.current?.click() }]);
  useDropped((files) => void add(files));
  return (
    <div className="attachments">
      <ScanViewer
        files={draft.files}
        mark={mark}
        onRemove={(id) => change({ files: draft.files.filter((file) => file.id !== id) })}
        actions={
          <FilePicker
            size="small"
            loading={sending}
            picker={picker}
            what={t('files.add')}
            onTake={(files) => void add([...files])}
          >
            {t('files.add')} <kbd>Alt</kbd> <kbd>A</kbd>
          </FilePicker>
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
        onAdded(await handIn(file));
      } catch (failure) {
        const error = failure instanceof Error ? failure : new Error(String(failure));
        setFailures((before) => [...before, { name: file.name, error }]);
      }
    setSending(false);
  };
  return { add, sending, failures };
}
