import { Button, Drawer, Input, InputNumber, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { useLanguage, useWords } from '../i18n/use-words.js';
import { useOrgans } from '../list/use-organ-name.js';
import { DateInput } from '../parts/date-input.js';
import { useFocusBack } from '../parts/use-focus-back.js';
import { FormField } from '../settings/form-field.js';
import { Refusal } from '../settings/refusal.js';
import { SettingsForm } from '../settings/settings-form.js';
import { useOffice } from '../shell/use-office.js';
import { useKinds } from './use-catalogue.js';
import { useEnterFormed, type FormedTyped } from './use-formed.js';
import '../settings/settings.css';

const EMPTY = {
  ...{ title: '', kind: 'other', change: 'formed', on: '', unit: '', note: '', url: '', indexNumber: '' },
  ...{ term: 'law', days: null as number | null, source: '' },
};
type Values = typeof EMPTY;
type Typing = { readonly values: Values; readonly onPut: (change: Partial<Values>) => void; readonly error: Error | null };

/** The period of REG 26, or what another law counts in. */
const TERMS = ['law', 'working_days', 'calendar_days'] as const;
const CHANGES = ['formed', 'changed'] as const;

const orNull = (text: string): string | null => (text.trim() === '' ? null : text);

/** What is left empty is not sent, and the server asks for what it needs. */
const sent = ({ title, kind, change, on, unit, note, url, indexNumber, term, days, source }: Values): FormedTyped => ({
  ...{ title, kind, change, note, on: on === '' ? undefined : on },
  ...{ unit: orNull(unit), url: orNull(url.trim()), indexNumber: orNull(indexNumber) },
  term: term === 'law' ? null : { days: days ?? undefined, unit: term, source },
});

/** Enters information that was formed or changed: until when it has to be public follows from its day. */
export function FormedForm({ onClose }: { readonly onClose: () => void }): ReactNode {
  const t = useWords('catalogue');
  useFocusBack();
  const [values, setValues] = useState(EMPTY);
  const entering = useEnterFormed(onClose);
  const { error } = entering;
  const typing = { values, onPut: (change: Partial<Values>) => setValues((before) => ({ ...before, ...change })), error };
  const names = {
    ...{ title: t('name'), kind: t('kind'), on: t('formed.on'), unit: t('formed.unit'), note: t('formed.note') },
    ...{ url: t('formed.url'), indexNumber: t('index-number'), 'term.days': t('formed.days'), 'term.source': t('formed.source') },
  };
  return (
    <Drawer open title={t('formed.enter')} onClose={onClose} size={560}>
      <SettingsForm onSubmit={() => entering.mutate(sent(values))}>
        <p className="muted dense">{t('formed.enter.what')}</p>
        <Information {...typing} />
        <Term {...typing} />
        <Work {...typing} />
        <Refusal error={error} names={names} />
        <div className="set-acts">
          <Button onClick={onClose}>{t('leave')}</Button>
          <Button type="primary" htmlType="submit" loading={entering.isPending}>
            {t('formed.enter')}
          </Button>
        </div>
      </SettingsForm>
    </Drawer>
  );
}

function Information({ values, onPut, error }: Typing): ReactNode {
  const t = useWords('catalogue');
  const language = useLanguage();
  const kinds = useKinds().data?.items ?? [];
  const today = useOffice().data?.today;
  return (
    <>
      <FormField id="formed-title" label={t('name')} field="title" error={error} required>
        <Input
          id="formed-title"
          value={values.title}
          maxLength={500}
          autoFocus
          onChange={({ target }) => onPut({ title: target.value })}
        />
      </FormField>
      <FormField id="formed-kind" label={t('kind')} field="kind" error={error} required>
        <Select
          id="formed-kind"
          value={values.kind}
          options={kinds.map(({ code, name }) => ({ value: code, label: name[language] }))}
          onChange={(kind) => onPut({ kind })}
        />
      </FormField>
      <FormField id="formed-change" label={t('formed.change')} field="change" error={error} required>
        <Select
          id="formed-change"
          value={values.change}
          options={CHANGES.map((value) => ({ value, label: t(`formed.change.${value}`) }))}
          onChange={(change) => onPut({ change })}
        />
      </FormField>
      {today === undefined ? null : (
        <FormField id="formed-on" label={t('formed.on')} field="on" error={error} required hint={t('made.hint')}>
          <DateInput id="formed-on" today={today} value={values.on} onChange={(on) => onPut({ on })} />
        </FormField>
      )}
    </>
  );
}

function Term({ values, onPut, error }: Typing): ReactNode {
  const t = useWords('catalogue');
  return (
    <>
      <FormField id="formed-term" label={t('formed.term')} field="term.unit" error={error} hint={t('formed.term.hint')}>
        <Select
          id="formed-term"
          value={values.term}
          options={TERMS.map((value) => ({ value, label: t(`formed.in.${value}`) }))}
          onChange={(term) => onPut({ term })}
        />
      </FormField>
      {values.term === 'law' ? null : (
        <>
          <FormField id="formed-days" label={t('formed.days')} field="term.days" error={error} required>
            <InputNumber id="formed-days" value={values.days} min={1} max={366} onChange={(days) => onPut({ days })} />
          </FormField>
          <FormField id="formed-source" label={t('formed.source')} field="term.source" error={error} required>
            <Input
              id="formed-source"
              value={values.source}
              maxLength={300}
              placeholder={t('formed.source.like')}
              onChange={({ target }) => onPut({ source: target.value })}
            />
          </FormField>
        </>
      )}
    </>
  );
}

function Work({ values, onPut, error }: Typing): ReactNode {
  const t = useWords('catalogue');
  const language = useLanguage();
  const organs = useOrgans().data?.items ?? [];
  const input = (field: 'indexNumber' | 'note' | 'url') => ({
    id: `formed-${field}`,
    value: values[field],
    onChange: ({ target }: { readonly target: { readonly value: string } }) => onPut({ [field]: target.value }),
  });
  return (
    <>
      <FormField id="formed-unit" label={t('formed.unit')} field="unit" error={error}>
        <Select
          id="formed-unit"
          value={values.unit}
          options={[
            { value: '', label: t('formed.unit.none') },
            ...organs.map(({ code, name }) => ({ value: code, label: name[language] })),
          ]}
          onChange={(unit) => onPut({ unit })}
          popupMatchSelectWidth={false}
        />
      </FormField>
      <FormField
        id="formed-indexNumber"
        label={t('index-number')}
        field="indexNumber"
        error={error}
        hint={t('formed.number.hint')}
      >
        <Input {...input('indexNumber')} maxLength={100} />
      </FormField>
      <FormField id="formed-note" label={t('formed.note')} field="note" error={error}>
        <Input.TextArea {...input('note')} maxLength={2000} autoSize={{ minRows: 2, maxRows: 6 }} />
      </FormField>
      <FormField id="formed-url" label={t('formed.url')} field="url" error={error}>
        <Input {...input('url')} maxLength={2000} />
      </FormField>
    </>
  );
}
