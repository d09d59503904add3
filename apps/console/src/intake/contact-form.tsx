import type { LocalDate } from '@gongkai/calendar';
import type { CaseView } from '@gongkai/contracts';
import { Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import { Choice } from '../parts/choice.js';
import { readDay } from '../parts/date-entry.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { DayAndWayFields, firstDayAndWay } from './day-and-way.js';
import { FRUITLESS } from './draft.js';
import { InboxForm } from './inbox-form.js';
import { useStep } from './use-step.js';

type Props = { readonly view: CaseView; readonly today: LocalDate; readonly onDone: () => void };

/** A try to reach the applicant that settled nothing: when, how, and what came of it. Who, the journal knows. */
export function ContactForm({ view, today, onDone }: Props): ReactNode {
  const t = useWords('inbox');
  const words = useWords('intake');
  const [spoken, setSpoken] = useState(() => firstDayAndWay(today));
  const [result, setResult] = useState<(typeof FRUITLESS)[number]>(FRUITLESS[0]);
  const [note, setNote] = useState('');
  const day = readDay(spoken.on, today);
  const step = useStep(view, onDone);
  const more = note.trim() === '' ? {} : { note: note.trim() };
  const send = (): void => {
    if (day !== null) step.mutate({ type: 'logContactAttempt', on: day, how: spoken.how, result, ...more });
  };
  return (
    <InboxForm act={t('contact')} isReady={day !== null} isPending={step.isPending} onSend={send} onDone={onDone}>
      <DayAndWayFields label={t('contact.on')} value={spoken} today={today} onChange={setSpoken} />
      <span className="label">{t('contact.result')}</span>
      <Choice
        label={t('contact.result')}
        options={FRUITLESS.map((value) => ({ value, label: words(`fruitless.${value}`) }))}
        value={result}
        onChange={setResult}
      />
      <label htmlFor="contact-note">{t('contact.note')}</label>
      <Input id="contact-note" value={note} onChange={({ target }) => setNote(target.value)} />
      {step.error === null ? null : <ErrorNotice error={step.error} />}
    </InboxForm>
  );
}
