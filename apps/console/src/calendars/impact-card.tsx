import type { CalendarImpact, NewCalendar } from '@gongkai/contracts';
import { Button, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { useDays } from '../i18n/use-days.js';
import { useLanguage, useWords } from '../i18n/use-words.js';
import { FormField } from '../settings/form-field.js';
import { Refusal } from '../settings/refusal.js';
import { SettingsForm } from '../settings/settings-form.js';
import { MovedTable } from './moved-table.js';
import { useImporting } from './queries.js';

type Props = {
  readonly impact: CalendarImpact;
  readonly request: NewCalendar & { readonly year: number };
  readonly onDone: () => void;
};

/** What the import would do, and the second look: the number of the document, typed again. */
export function ImpactCard({ impact, request, onDone }: Props): ReactNode {
  const t = useWords('calendars');
  const language = useLanguage();
  const [confirm, setConfirm] = useState('');
  const importing = useImporting(onDone);
  return (
    <section className="cal-impact" aria-labelledby="cal-impact">
      <h3 id="cal-impact">{t('impact', { year: impact.year })}</h3>
      {impact.organ === null ? null : <p className="dense">{t('of-organ', { organ: impact.organ.name[language] })}</p>}
      <ImpactSum impact={impact} />
      <ChangedDays days={impact.days} />
      <MovedTable items={impact.items} name={`calendar-${impact.year}`} />
      <SettingsForm onSubmit={() => importing.mutate({ ...request, confirm })}>
        <FormField
          id="cal-confirm"
          label={t('confirm')}
          required
          field="confirm"
          error={importing.error}
          hint={t('confirm-hint')}
        >
          <Input id="cal-confirm" autoComplete="off" value={confirm} onChange={({ target }) => setConfirm(target.value)} />
        </FormField>
        <Refusal error={importing.error} names={{ confirm: t('confirm') }} />
        <div className="set-acts">
          <Button type="primary" htmlType="submit" loading={importing.isPending}>
            {t('approve')}
          </Button>
        </div>
      </SettingsForm>
    </section>
  );
}

/** In one sentence: how many move, how many only rest on an estimate no more, how many stay. */
export function ImpactSum({
  impact: { cases, moved, settled, failed, elsewhere },
}: {
  readonly impact: CalendarImpact;
}): ReactNode {
  const t = useWords('calendars');
  return (
    <>
      <p className="strong" role="status">
        {t('impact-sum', { cases, moved, settled })}
        {elsewhere === 0 ? null : t('impact-elsewhere', { count: elsewhere })}
      </p>
      {failed.map(({ number, problem }) => (
        <p key={number} className="set-problem">
          {t('impact-failed', { number, problem })}
        </p>
      ))}
    </>
  );
}

function ChangedDays({ days }: Pick<CalendarImpact, 'days'>): ReactNode {
  const t = useWords('calendars');
  const { listed } = useDays();
  if (days.length === 0) return <p className="muted dense">{t('days.none')}</p>;
  return (
    <details>
      <summary>{t('days', { count: days.length })}</summary>
      <ul className="cal-days">
        {days.map(({ on, before, after }) => (
          <li key={on}>
            {listed(on)}{' '}
            <span className="muted">{t('days.one', { before: t(`kind.${before}`), after: t(`kind.${after}`) })}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
