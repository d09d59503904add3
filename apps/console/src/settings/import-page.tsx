import type { FileView, RegisterImport, RegisterMapping, RegisterPreview } from '@gongkai/contracts';
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { api } from '../api/api.js';
import { useWords } from '../i18n/use-words.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { NoClassified } from '../parts/no-classified.js';
import { TablePicker } from '../parts/table-picker.js';
import { ImportMapping } from './import-mapping.js';
import { ImportRows } from './import-rows.js';
import { ImportsTable } from './imports-table.js';
import { useChange } from './queries.js';
import './imports.css';
import './settings.css';

type Asked = { readonly file: FileView; readonly mapping?: RegisterMapping };

/** The register that was kept before: a file, how its columns are understood, what every row would be; then the import, and all before it. */
export function ImportPage(): ReactNode {
  const t = useWords('imports');
  const page = useWords('settings');
  const register = useRegister();
  const { asked, look, start } = register;
  const error = register.hand.error ?? look.error ?? start.error;
  return (
    <>
      <section className="card imports" aria-label={page('page.import')}>
        <header className="card-head">
          <h1>{page('page.import')}</h1>
          <p className="muted dense">{t('what')}</p>
        </header>
        <div className="imports-body">
          <NoClassified />
          <Picker file={asked?.file ?? null} isPending={register.hand.isPending} onPick={register.pick} />
          {error === null ? null : <ErrorNotice error={error} />}
          {look.data === undefined ? null : (
            <Looked preview={look.data} isPending={look.isPending} isStarting={start.isPending} {...register} />
          )}
        </div>
      </section>
      <ImportsTable />
    </>
  );
}

/** A register that is looked at: each change of its mapping reads it again. */
function useRegister() {
  const [asked, setAsked] = useState<Asked | null>(null);
  const look = useMutation({
    mutationFn: ({ file, mapping }: Asked) =>
      api.post<RegisterPreview>('/register-imports/preview', { fileId: file.id, ...(mapping === undefined ? {} : { mapping }) }),
  });
  const read = (next: Asked): void => {
    setAsked(next);
    look.mutate(next);
  };
  const hand = useMutation({ mutationFn: send, onSuccess: (file) => read({ file }) });
  const start = useChange(
    ({ file, mapping = look.data?.mapping ?? {} }: Asked) =>
      api.post<RegisterImport>('/register-imports', { fileId: file.id, mapping }),
    () => {
      setAsked(null);
      look.reset();
    },
  );
  return {
    asked,
    look,
    start,
    hand,
    pick: (file: File): void => {
      start.reset();
      look.reset();
      hand.mutate(file);
    },
    onMap: (mapping: RegisterMapping): void => {
      if (asked !== null) read({ ...asked, mapping });
    },
    onStart: (): void => {
      if (asked !== null) start.mutate(asked);
    },
  };
}

function send(file: File): Promise<FileView> {
  const form = new FormData();
  form.append('file', file);
  return api.post<FileView>('/files', form);
}

type PickerProps = { readonly file: FileView | null; readonly isPending: boolean; readonly onPick: (file: File) => void };

function Picker({ file, isPending, onPick }: PickerProps): ReactNode {
  const t = useWords('imports');
  return (
    <p className="imports-pick">
      <TablePicker label={t(file === null ? 'choose' : 'again')} name={t('choose')} isPending={isPending} onPick={onPick} />
      {file === null ? null : <b>{file.name}</b>}
    </p>
  );
}

type LookedProps = {
  readonly preview: RegisterPreview;
  readonly isPending: boolean;
  readonly isStarting: boolean;
  readonly onMap: (mapping: RegisterMapping) => void;
  readonly onStart: () => void;
};

function Looked({ preview, isPending, isStarting, onMap, onStart }: LookedProps): ReactNode {
  const t = useWords('imports');
  const { missing, fresh, known, wrong } = preview;
  return (
    <>
      <ImportMapping preview={preview} onMap={onMap} />
      {missing.length > 0 ? (
        <p role="alert">{t('mapping.missing', { names: missing.map((name) => t(`column.${name}`)).join('、') })}</p>
      ) : (
        <>
          <p className="imports-pick" role="status">
            {t('sum', { fresh, known, wrong })}
            <Button type="primary" disabled={fresh === 0 || isPending} loading={isStarting} onClick={onStart}>
              {t('start', { count: fresh })}
            </Button>
          </p>
          <ImportRows rows={preview.rows} />
        </>
      )}
    </>
  );
}
