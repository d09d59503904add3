import { Button, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { DateInput } from '../parts/date-input.js';
import { TablePicker } from '../parts/table-picker.js';
import { FormField } from '../settings/form-field.js';
import { Refusal } from '../settings/refusal.js';
import { SettingsForm } from '../settings/settings-form.js';
import { useWords } from '../i18n/use-words.js';
import { useOffice } from '../shell/use-office.js';
import { DayRows } from './day-rows.js';
import { draftOf, emptyDraft, requestOf, type CalendarDraft } from './draft.js';
import { ImpactCard } from './impact-card.js';
import { OtherYears, PasteNotice } from './paste-notice.js';
import { useImpact, useReading } from './queries.js';
import { ScopeFields } from './scope-fields.js';

type Props = { readonly year: number; readonly onDone: () => void };

const FILES = '.docx,.pdf,.yaml,.yml,.json,.csv,.txt';

/** A notice, typed or from a file; looked at before it is imported. Whatever is changed has to be looked at again. */
export function CalendarForm({ year, onDone }: Props): ReactNode {
  const t = useWords('calendars');
  const [draft, setDraft] = useState<CalendarDraft>(() => emptyDraft(year));
  const impact = useImpact();
  const reading = useReading();
  const change = (part: Partial<CalendarDraft>): void => {
    impact.reset();
    setDraft({ ...draft, ...part });
  };
  const read = (given: File | string): void => reading.mutate(given, { onSuccess: (said) => change(draftOf(said, draft)) });
  return (
    <>
      <SettingsForm onSubmit={() => impact.mutate(requestOf(draft))}>
        <p className="cal-file">
          <TablePicker label={t('file')} accept={FILES} isPending={reading.isPending} onPick={read} />
          <span className="muted dense">{t('file-hint')}</span>
        </p>
        <PasteNotice isPending={reading.isPending} onRead={read} />
        <OtherYears reading={reading.data} />
        <ScopeFields draft={draft} error={impact.error} onChange={change} />
        <HeadFields draft={draft} error={impact.error} onChange={change} />
        <DayRows draft={draft} error={impact.error} onChange={change} />
        <Refusal error={reading.error ?? impact.error} names={useFieldNames()} />
        <div className="set-acts">
          <Button type={impact.data === undefined ? 'primary' : 'default'} htmlType="submit" loading={impact.isPending}>
            {t('look')}
          </Button>
        </div>
      </SettingsForm>
      {impact.data === undefined ? null : <ImpactCard impact={impact.data} request={requestOf(draft)} onDone={onDone} />}
    </>
  );
}

function useFieldNames(): Readonly<Record<string, string>> {
  const t = useWords('calendars');
  return {
    organ: t('organ'),
    amends: t('scope'),
    year: t('year.year'),
    notice: t('year.notice'),
    issuedOn: t('year.issuedOn'),
    source: t('source'),
    holidays: t('holidays'),
    makeupWorkdays: t('makeup'),
  };
}

type FieldsProps = {
  readonly draft: CalendarDraft;
  readonly error: Error | null;
  readonly onChange: (part: Partial<CalendarDraft>) => void;
};

function HeadFields({ draft, error, onChange }: FieldsProps): ReactNode {
  const t = useWords('calendars');
  const today = useOffice().data?.today;
  return (
    <>
      <FormField id="cal-year" label={t('year.year')} required field="year" error={error}>
        <Input id="cal-year" inputMode="numeric" value={draft.year} onChange={({ target }) => onChange({ year: target.value })} />
      </FormField>
      <FormField id="cal-notice" label={t('year.notice')} required field="notice" error={error} hint={t('notice-hint')}>
        <Input id="cal-notice" value={draft.notice} onChange={({ target }) => onChange({ notice: target.value })} />
      </FormField>
      <FormField id="cal-issued" label={t('year.issuedOn')} required field="issuedOn" error={error}>
        {today === undefined ? null : (
          <DateInput id="cal-issued" value={draft.issuedOn} today={today} onChange={(issuedOn) => onChange({ issuedOn })} />
        )}
      </FormField>
      <FormField id="cal-source" label={t('source')} field="source" error={error}>
        <Input id="cal-source" value={draft.source} onChange={({ target }) => onChange({ source: target.value })} />
      </FormField>
    </>
  );
}
