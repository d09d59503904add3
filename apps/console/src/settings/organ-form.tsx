import {
  isNumberFormat,
  ORGAN_KINDS,
  USUAL_NUMBER_FORMAT,
  writeNumber,
  type AdministeredOrgan,
  type OrganKind,
} from '@gongkai/contracts';
import { Button, Drawer, Input, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { api } from '../api/api.js';
import { useLanguage, useWords } from '../i18n/use-words.js';
import { useFocusBack } from '../parts/use-focus-back.js';
import { FormField } from './form-field.js';
import { FeesField } from './organ-fees.js';
import { ALL_FILES, FILES, filesOf, type Files } from './organ-files.js';
import { useChange } from './queries.js';
import { Refusal } from './refusal.js';
import { SettingsForm } from './settings-form.js';
import { useOrganOptions, withoutIndent } from './use-names.js';

type Props = {
  readonly organs: readonly AdministeredOrgan[];
  /** Above the new one. */
  readonly parent: AdministeredOrgan;
  /** The one that is changed; undefined for a new one. */
  readonly organ: AdministeredOrgan | undefined;
  readonly onClose: () => void;
  readonly onDone: (code: string) => void;
};

const EMPTY = {
  code: '',
  zh: '',
  en: '',
  kind: 'unit' as OrganKind,
  numberPrefix: '',
  numberFormat: USUAL_NUMBER_FORMAT,
  files: 'usual' as Files,
  feesFrom: '',
};

/** A new organ or unit, or other names, another place, another prefix of one that is there. */
export function OrganForm({ organ, parent, onClose, onDone }: Props): ReactNode {
  const t = useWords('settings');
  const language = useLanguage();
  useFocusBack();
  const [values, setValues] = useState(() => ({
    ...(organ === undefined ? EMPTY : valuesOf(organ)),
    parent: organ?.parent ?? parent.code,
  }));
  const set = (change: Partial<typeof values>): void => setValues((before) => ({ ...before, ...change }));
  const save = useChange(
    () => send(organ, values),
    ({ code }) => {
      onDone(code);
      onClose();
    },
  );
  const text = (id: 'code' | 'zh' | 'en' | 'numberPrefix' | 'numberFormat', field: string, hint?: string): ReactNode => (
    <FormField
      id={`organ-${id}`}
      label={t(`organ.${id}`)}
      required
      field={field}
      error={save.error}
      {...(hint === undefined ? {} : { hint })}
    >
      <Input id={`organ-${id}`} value={values[id]} required onChange={({ target }) => set({ [id]: target.value })} />
    </FormField>
  );
  const title = organ === undefined ? t('organ.add-below', { name: parent.name[language] }) : t('organ.change');
  return (
    <Drawer open title={title} onClose={onClose} size={520}>
      <SettingsForm onSubmit={() => save.mutate(undefined)}>
        {organ === undefined ? text('code', 'code', t('organ.code-hint')) : null}
        {text('zh', 'name.zh-CN')}
        {text('en', 'name.en')}
        <FormField id="organ-kind" label={t('organ.kind')}>
          <Select
            id="organ-kind"
            value={values.kind}
            options={ORGAN_KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
            onChange={(kind) => set({ kind })}
          />
        </FormField>
        {text('numberPrefix', 'numberPrefix')}
        {text('numberFormat', 'numberFormat', t('organ.format-hint', { example: exampleOf(values, t('organ.prefix-example')) }))}
        <FeesField value={values.feesFrom} error={save.error} onChange={(feesFrom) => set({ feesFrom })} />
        <FilesField value={values.files} onChange={(files) => set({ files })} />
        {organ === undefined || organ.parent === null ? null : (
          <ParentField value={values.parent} onChange={(code) => set({ parent: code })} error={save.error} />
        )}
        <Refusal
          error={save.error}
          names={{
            code: t('organ.code'),
            'name.zh-CN': t('organ.zh'),
            'name.en': t('organ.en'),
            numberPrefix: t('organ.numberPrefix'),
            numberFormat: t('organ.numberFormat'),
            parent: t('organ.parent'),
            feesFrom: t('organ.fees'),
          }}
        />
        <div className="set-acts">
          <Button onClick={onClose}>{t('leave')}</Button>
          <Button type="primary" htmlType="submit" loading={save.isPending}>
            {organ === undefined ? t('organ.add') : t('save')}
          </Button>
        </div>
      </SettingsForm>
    </Drawer>
  );
}

/** Whether a case is filed while somebody can still challenge it (REG 45). */
function FilesField({ value, onChange }: { readonly value: Files; readonly onChange: (files: Files) => void }): ReactNode {
  const t = useWords('settings');
  return (
    <FormField id="organ-files" label={t('organ.files')} field="filesAfterRemedies" hint={t('organ.files-hint')}>
      <Select
        id="organ-files"
        value={value}
        options={ALL_FILES.map((files) => ({ value: files, label: t(`organ.files.${files}`) }))}
        onChange={onChange}
      />
    </FormField>
  );
}

type ParentProps = { readonly value: string; readonly onChange: (code: string) => void; readonly error: Error | null };

/** Where the organ stands; another place takes everything below along. */
function ParentField({ value, onChange, error }: ParentProps): ReactNode {
  const t = useWords('settings');
  const options = useOrganOptions();
  return (
    <FormField id="organ-parent" label={t('organ.parent')} field="parent" error={error} hint={t('organ.move-hint')}>
      <Select id="organ-parent" value={value} options={options} labelRender={withoutIndent} onChange={onChange} />
    </FormField>
  );
}

type Values = typeof EMPTY & { readonly parent: string };

/** The first number of a year as the form has it; while no format is written, as it is usual. */
function exampleOf({ numberPrefix, numberFormat }: typeof EMPTY, prefix: string): string {
  const format = isNumberFormat(numberFormat) ? numberFormat : USUAL_NUMBER_FORMAT;
  return writeNumber(format, { prefix: numberPrefix || prefix, year: 2026, n: 1 });
}

const valuesOf = ({
  code,
  name,
  kind,
  numberPrefix,
  numberFormat,
  filesAfterRemedies,
  feesFrom,
}: AdministeredOrgan): typeof EMPTY => ({
  code,
  zh: name['zh-CN'],
  en: name.en,
  kind,
  numberPrefix,
  numberFormat,
  files: filesOf(filesAfterRemedies),
  feesFrom: feesFrom ?? '',
});

function send(organ: AdministeredOrgan | undefined, { code, zh, en, parent, files, feesFrom, ...values }: Values) {
  const { kind, numberPrefix, numberFormat } = values;
  const own = { filesAfterRemedies: FILES[files], feesFrom: feesFrom.trim() === '' ? null : feesFrom };
  const wanted = { name: { 'zh-CN': zh, en }, kind, numberPrefix, numberFormat, ...own };
  if (organ === undefined) return api.post<AdministeredOrgan>('/admin/organs', { ...wanted, code, parent });
  const place = organ.parent === parent ? {} : { parent };
  return api.patch<AdministeredOrgan>(`/admin/organs/${organ.code}`, { ...wanted, ...place });
}
