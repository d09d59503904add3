import type { LocalDate } from '@gongkai/calendar';
import type { CaseView, CommandOf, PreviewView } from '@gongkai/contracts';
import { Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { oncePerDate } from '../case/steps/once-per-date.js';
import { useDeadlineName } from '../clock/use-deadline-name.js';
import { useDays } from '../i18n/use-days.js';
import { useWords } from '../i18n/use-words.js';
import { readDay } from '../parts/date-entry.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { DayAndWayFields, firstDayAndWay } from './day-and-way.js';
import { InboxForm } from './inbox-form.js';
import { useStep, useStepPreview } from './use-step.js';

type Props = { readonly view: CaseView; readonly today: LocalDate; readonly onDone: () => void };

/** The applicant has confirmed: on which day, how, who; beside it what the dates will be. */
export function ConfirmForm({ view, today, onDone }: Props): ReactNode {
  const t = useWords('inbox');
  const [spoken, setSpoken] = useState(() => firstDayAndWay(today));
  const [who, setWho] = useState(t('confirm.with.applicant'));
  const day = readDay(spoken.on, today);
  const command = day === null || who.trim() === '' ? null : confirmation(day, spoken.how, who);
  const step = useStep(view, onDone);
  const preview = useStepPreview(view, command, step);
  const send = (): void => {
    if (command !== null) step.mutate(command);
  };
  const error = step.error ?? preview.error;
  return (
    <InboxForm act={t('confirm')} isReady={command !== null} isPending={step.isPending} onSend={send} onDone={onDone}>
      <DayAndWayFields label={t('confirm.on')} value={spoken} today={today} onChange={setSpoken} />
      <label htmlFor="confirm-with">{t('confirm.with')}</label>
      <Input id="confirm-with" value={who} onChange={({ target }) => setWho(target.value)} style={{ width: 140 }} />
      {error === null ? null : <ErrorNotice error={error} />}
      <Changes view={view} changes={error === null ? (preview.data?.changes ?? []) : []} />
    </InboxForm>
  );
}

const confirmation = (confirmedOn: LocalDate, confirmedHow: string, who: string): CommandOf<'confirmReceipt'> => ({
  type: 'confirmReceipt',
  confirmedOn,
  confirmedHow,
  confirmedBy: who.trim(),
});

/** Dates before and after, from the server's preview. */
function Changes({ view, changes }: { readonly view: CaseView; readonly changes: PreviewView['changes'] }): ReactNode {
  const t = useWords('inbox');
  const { listed } = useDays();
  const step = useWords('step');
  const name = useDeadlineName(view);
  const shown = (day: LocalDate | null): string => (day === null ? t('change.none') : listed(day));
  return (
    <section className="inbox-changes" aria-label={t('after')} role="status">
      <h3>{t('after')}</h3>
      <dl>
        {oncePerDate(changes).map(({ deadline, before, after, provisional }) => (
          <div key={deadline}>
            <dt>
              {name(deadline)}
              {provisional === true && step('after.provisional')}
            </dt>
            <dd className="muted">{shown(before)}</dd>
            <dd aria-hidden>→</dd>
            <dd className="strong" data-deadline={deadline}>
              {shown(after)}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
