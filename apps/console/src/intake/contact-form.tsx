import type { LocalDate } from '@gongkai/calendar';
import type { CaseView } from '@gongkai/contracts';
import { Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import { Choice } from '../parts/choice.js';
import { readDay } from '../parts/date-entry.js';
import { DateInput } from '../parts/date-input.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { CONTACT_WAYS, FRUITLESS } from './draft.js';
import { InboxForm } from './inbox-form.js';
import { useStep } from './use-step.js';

type Props = { readonly view: CaseView; readonly today: LocalDate; readonly onDone: () => void };

/** A try to reach the applicant that settled nothing: when, how, and what came of it. Who, the journal knows. */
export function ContactForm({ view, today, onDone }: Props): ReactNode {
  const t = useWords('inbox');
  const words = useWords('intake');
  const parts = useWords('parts');
  const [on, setOn] = useState<string>(today);
  const [how, setHow] = useState<(typeof CONTACT_WAYS)[number]>(CONTACT_WAYS[0]);
  const [result, setResult] = useState<(typeof FRUITLESS)[number]>(FRUITLESS[0]);
  const [note, setNote] = useState('');
  const day = readDay(on, today);
  const step = useStep(view, onDone);
  const more = note.trim() === '' ? {} : { note: note.trim() };
  const send = (): void => {
    if (day !== null) step.mutate({ type: 'logContactAttempt', on: day, how, result, ...more });
  };
  return (
    <InboxForm act={t('contact')} isReady={day !== null} isPending={step.isPending} onSend={send} onDone={onDone}>
      <label htmlFor="contact-on">{t('contact.on')}</label>
      <DateInput id="contact-on" value={on} today={today} onChange={setOn} invalid={day === null} autoFocus />
      <span className="label">{t('confirm.how')}</span>
      <Choice
        label={t('confirm.how')}
        options={CONTACT_WAYS.map((value) => ({ value, label: words(`way.${value}`) }))}
        value={how}
        onChange={setHow}
      />
      <span className="label">{t('contact.result')}</span>
      <Choice
        label={t('contact.result')}
        options={FRUITLESS.map((value) => ({ value, label: words(`fruitless.${value}`) }))}
        value={result}
        onChange={setResult}
      />
      <label htmlFor="contact-note">{t('contact.note')}</label>
      <Input id="contact-note" value={note} onChange={({ target }) => setNote(target.value)} />
      {day === null ? <p className="field-problem">{parts('date.unread')}</p> : null}
      {step.error === null ? null : <ErrorNotice error={step.error} />}
    </InboxForm>
  );
}
