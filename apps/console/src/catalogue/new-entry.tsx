import type { CatalogueEntry, EntryProposal, FileView, FormedInformation } from '@gongkai/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Drawer, Input, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { api } from '../api/api.js';
import { keys } from '../api/keys.js';
import { useLanguage, useWords } from '../i18n/use-words.js';
import { DateInput } from '../parts/date-input.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { NoClassified } from '../parts/no-classified.js';
import { TablePicker } from '../parts/table-picker.js';
import { useFocusBack } from '../parts/use-focus-back.js';
import { FormField } from '../settings/form-field.js';
import { SettingsForm } from '../settings/settings-form.js';
import { useOffice } from '../shell/use-office.js';
import { CATALOGUE, useKinds } from './use-catalogue.js';
import '../settings/settings.css';

const EMPTY = { indexNumber: '', title: '', summary: '', kind: 'other', madeOn: '', publishedOn: '', url: '' };
type Values = typeof EMPTY;
type Typing = { readonly values: Values; readonly onPut: (change: Partial<Values>) => void; readonly error: Error | null };

type Props = {
  /** What waited to be published, and is settled by the entry. */
  readonly from?: FormedInformation;
  readonly onClose: () => void;
};

const valuesOf = ({ title, kind, on, indexNumber }: FormedInformation): Values => ({
  ...{ ...EMPTY, title, kind: kind.code, madeOn: on, indexNumber: indexNumber ?? '' },
});

/** Enters one: with an address it is public there already; with a file it is proposed. */
export function NewEntry({ from, onClose }: Props): ReactNode {
  const t = useWords('catalogue');
  useFocusBack();
  const [values, setValues] = useState(() => (from === undefined ? EMPTY : valuesOf(from)));
  const [file, setFile] = useState<File | null>(null);
  const entering = useEntering(from?.id, onClose);
  const { error } = entering;
  const typing = { values, onPut: (change: Partial<Values>) => setValues((before) => ({ ...before, ...change })), error };
  return (
    <Drawer open title={t('enter')} onClose={onClose} size={560}>
      <SettingsForm onSubmit={() => entering.mutate({ values, file })}>
        <p className="muted dense">{t('enter.what')}</p>
        <Words {...typing} />
        <Days {...typing} />
        <FormField id="entry-file" label={t('file')} field="fileId" error={error}>
          <TablePicker label={file?.name ?? t('file.choose')} accept="" isPending={false} onPick={setFile} />
        </FormField>
        <NoClassified />
        {error === null ? null : <ErrorNotice error={error} />}
        <div className="set-acts">
          <Button onClick={onClose}>{t('leave')}</Button>
          <Button type="primary" htmlType="submit" loading={entering.isPending}>
            {t(file === null ? 'enter.yes' : 'enter.propose')}
          </Button>
        </div>
      </SettingsForm>
    </Drawer>
  );
}

function Words({ values, onPut, error }: Typing): ReactNode {
  const t = useWords('catalogue');
  const language = useLanguage();
  const kinds = useKinds().data?.items ?? [];
  const input = (field: 'indexNumber' | 'title' | 'summary' | 'url') => ({
    id: `entry-${field}`,
    value: values[field],
    onChange: ({ target }: { readonly target: { readonly value: string } }) => onPut({ [field]: target.value }),
  });
  return (
    <>
      <FormField id="entry-indexNumber" label={t('index-number')} field="indexNumber" error={error} required>
        <Input {...input('indexNumber')} maxLength={100} autoFocus />
      </FormField>
      <FormField id="entry-title" label={t('name')} field="title" error={error} required>
        <Input {...input('title')} maxLength={500} />
      </FormField>
      <FormField id="entry-summary" label={t('summary')} field="summary" error={error}>
        <Input.TextArea {...input('summary')} maxLength={4000} autoSize={{ minRows: 2, maxRows: 6 }} />
      </FormField>
      <FormField id="entry-kind" label={t('kind')} field="kind" error={error}>
        <Select
          id="entry-kind"
          value={values.kind}
          options={kinds.map(({ code, name }) => ({ value: code, label: name[language] }))}
          onChange={(kind) => onPut({ kind })}
        />
      </FormField>
      <FormField id="entry-url" label={t('url')} field="url" error={error} hint={t('url.hint')}>
        <Input {...input('url')} maxLength={2000} />
      </FormField>
    </>
  );
}

function Days({ values, onPut, error }: Typing): ReactNode {
  const t = useWords('catalogue');
  const today = useOffice().data?.today;
  if (today === undefined) return null;
  return (
    <>
      <FormField id="entry-madeOn" label={t('made')} field="madeOn" error={error} hint={t('made.hint')}>
        <DateInput id="entry-madeOn" today={today} value={values.madeOn} onChange={(madeOn) => onPut({ madeOn })} />
      </FormField>
      <FormField id="entry-publishedOn" label={t('published')} field="publishedOn" error={error}>
        <DateInput
          id="entry-publishedOn"
          today={today}
          proposal={today}
          value={values.publishedOn}
          onChange={(publishedOn) => onPut({ publishedOn })}
        />
      </FormField>
    </>
  );
}

/** Hands the file in, then the entry with it. */
function useEntering(formed: string | undefined, onDone: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ values, file }: { readonly values: Values; readonly file: File | null }): Promise<unknown> =>
      file === null
        ? api.post<CatalogueEntry>('/disclosures', { ...entryIn(values, null), formed })
        : api.post<EntryProposal>('/entry-proposals', { ...entryIn(values, await handedIn(file)), formed }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: [CATALOGUE] });
      await client.invalidateQueries({ queryKey: keys.publications.all });
      onDone();
    },
  });
}

async function handedIn(file: File): Promise<string> {
  const form = new FormData();
  form.append('file', file);
  return (await api.post<FileView>('/files', form)).id;
}

/** What is left empty is not sent. */
const entryIn = ({ madeOn, publishedOn, url, ...words }: Values, fileId: string | null) => ({
  ...words,
  fileId,
  madeOn: orNull(madeOn),
  url: orNull(url.trim()),
  ...(publishedOn === '' ? {} : { publishedOn }),
});

const orNull = (text: string): string | null => (text === '' ? null : text);
