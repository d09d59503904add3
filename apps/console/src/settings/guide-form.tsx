import type { LocalDate } from '@gongkai/calendar';
import { OPENED_CHANNELS, type AdministeredOrgan, type GuideVersions } from '@gongkai/contracts';
import { Button, Checkbox, Drawer, Input, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { api } from '../api/api.js';
import { useLanguage, useWords } from '../i18n/use-words.js';
import { DateInput } from '../parts/date-input.js';
import { useFocusBack } from '../parts/use-focus-back.js';
import { fieldProblem, FormField } from './form-field.js';
import { guideIn, NAMED, PASSAGES, PLAIN, valuesOf, type GuideValues, type TextKey } from './guide-values.js';
import { useChange } from './queries.js';
import { Refusal } from './refusal.js';
import { SettingsForm } from './settings-form.js';

type Props = {
  readonly organ: AdministeredOrgan;
  /** The last version to begin, which the form starts with; undefined where there is none. */
  readonly latest: GuideVersions['items'][number] | undefined;
  readonly today: LocalDate;
  readonly onClose: () => void;
};

/** A new version of the guide of an organ. */
export function GuideForm({ organ, latest, today, onClose }: Props): ReactNode {
  const t = useWords('settings');
  const language = useLanguage();
  useFocusBack();
  const announced = latest !== undefined && latest.from > today ? latest.from : today;
  const [values, setValues] = useState(() => valuesOf(latest?.guide, announced));
  const set = (change: Partial<GuideValues>): void => setValues((before) => ({ ...before, ...change }));
  const save = useChange(() => api.put<GuideVersions>(`/admin/organs/${organ.code}/guide`, guideIn(values)), onClose);
  const form = { texts: values.texts, error: save.error, onChange: (texts: GuideValues['texts']) => set({ texts }) };
  return (
    <Drawer open title={t('guide.change-title', { name: organ.name[language] })} onClose={onClose} size={720}>
      <SettingsForm onSubmit={() => save.mutate(undefined)}>
        <p className="muted dense">{t('guide.what')}</p>
        {NAMED.map((field) => (
          <Both key={field} field={field} required {...form} />
        ))}
        {PLAIN.map((field) => (
          <Line key={field} field={field} {...form} />
        ))}
        <FormField id="guide-channels" label={t('field.channels')} field="channels" error={save.error} hint={t('guide.always')}>
          <Checkbox.Group
            options={OPENED_CHANNELS.map((value) => ({ value, label: t(`guide.channel.${value}`) }))}
            value={[...values.channels]}
            onChange={(channels) => set({ channels })}
          />
        </FormField>
        <FormField id="guide-web" label={t('field.webReceipt')} hint={t('guide.manual-hint')}>
          <Select
            id="guide-web"
            value={values.webReceipt}
            options={(['auto', 'manual'] as const).map((value) => ({ value, label: t(`guide.receipt.${value}`) }))}
            onChange={(webReceipt) => set({ webReceipt })}
          />
        </FormField>
        {PASSAGES.map((field) => (
          <Both key={field} field={field} long={field !== 'payment'} {...form} {...hintOf(field, t)} />
        ))}
        <FormField id="guide-from" label={t('guide.from')} field="from" error={save.error} hint={t('guide.from-hint')}>
          <DateInput
            id="guide-from"
            today={today}
            leaning="future"
            value={values.from}
            onChange={(from) => set({ from })}
            invalid={fieldProblem(save.error, 'from') !== undefined}
          />
        </FormField>
        <Refusal error={save.error} names={useFieldNames()} />
        <div className="set-acts">
          <Button onClick={onClose}>{t('leave')}</Button>
          <Button type="primary" htmlType="submit" loading={save.isPending}>
            {t('guide.publish')}
          </Button>
        </div>
      </SettingsForm>
    </Drawer>
  );
}

/** What stands in for a text that is left out. */
function hintOf(field: (typeof PASSAGES)[number], t: ReturnType<typeof useWords<'settings'>>): { readonly hint?: string } {
  if (field === 'notes') return {};
  return { hint: t(field === 'payment' ? 'guide.at-counter' : 'guide.by-law') };
}

/** What the form calls the fields of its request. */
function useFieldNames(): Readonly<Record<string, string>> {
  const t = useWords('settings');
  const bilingual = [...NAMED, ...PASSAGES].flatMap((field) => [
    [`${field}.zh-CN`, t(`field.${field}`)],
    [`${field}.en`, t('guide.in-english', { name: t(`field.${field}`) })],
  ]);
  const plain = [...PLAIN, 'channels' as const].map((field) => [field, t(`field.${field}`)]);
  return { ...Object.fromEntries([...bilingual, ...plain]), from: t('guide.from') } as Readonly<Record<string, string>>;
}

type Typing = {
  readonly texts: GuideValues['texts'];
  readonly error: Error | null;
  readonly onChange: (texts: GuideValues['texts']) => void;
};

type BothProps = Typing & {
  readonly field: (typeof NAMED)[number] | (typeof PASSAGES)[number];
  readonly required?: boolean;
  readonly long?: boolean;
  readonly hint?: string;
};

/** The Chinese text, and below it the English one, which may be left out. */
function Both({ field, required = false, long = false, texts, error, onChange, hint }: BothProps): ReactNode {
  const t = useWords('settings');
  const label = t(`field.${field}`);
  const common = (key: TextKey) => ({
    value: texts[key] ?? '',
    onChange: ({ target }: { readonly target: { readonly value: string } }) => onChange({ ...texts, [key]: target.value }),
  });
  const chinese = { id: `guide-${field}`, ...common(`${field}.zh-CN`) };
  const english = {
    ...common(`${field}.en`),
    'aria-label': t('guide.in-english', { name: label }),
    placeholder: t('guide.english'),
    lang: 'en',
  };
  const said = hint === undefined ? {} : { hint };
  return (
    <FormField id={`guide-${field}`} label={label} required={required} field={field} error={error} {...said}>
      {long ? <Input.TextArea autoSize={{ minRows: 2 }} {...chinese} /> : <Input {...chinese} />}
      {long ? <Input.TextArea autoSize={{ minRows: 2 }} {...english} /> : <Input {...english} />}
    </FormField>
  );
}

type LineProps = Typing & { readonly field: (typeof PLAIN)[number] };

function Line({ field, texts, error, onChange }: LineProps): ReactNode {
  const t = useWords('settings');
  const label = t(field === 'email' ? 'guide.channel.email' : `field.${field}`);
  return (
    <FormField id={`guide-${field}`} label={label} required={field === 'phone'} field={field} error={error}>
      <Input
        id={`guide-${field}`}
        value={texts[field] ?? ''}
        onChange={({ target }) => onChange({ ...texts, [field]: target.value })}
      />
    </FormField>
  );
}
