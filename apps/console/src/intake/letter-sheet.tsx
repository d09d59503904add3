import type { LocalDate } from '@gongkai/calendar';
import { articleText, type ArrivalOutlook } from '@gongkai/contracts';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useLanguage, useWords } from '../i18n/use-words.js';
import { useKeys } from '../keys/use-keys.js';
import { EarlierAside } from '../earlier/earlier-aside.js';
import { AnswerFields } from './answer-fields.js';
import { ApplicantFields } from './applicant-fields.js';
import { ArrivalFields } from './arrival-fields.js';
import { ConfirmationFields } from './confirmation-fields.js';
import { asksConfirmation } from './draft.js';
import { earlierQueryOf, receiptOf, requiredOf } from './draft-request.js';
import { Field } from './field.js';
import { FormProblemsContext, problemsByField } from './form-problems.js';
import { ItemFields } from './item-fields.js';
import { LedgerPeek } from './ledger-peek.js';
import { LegalDates } from './legal-dates.js';
import { ProblemList } from './problem-list.js';
import { SpotFields } from './spot-fields.js';
import { SuggestFields } from './suggest-fields.js';
import { useWrong } from './use-wrong.js';
import { TextField } from './text-field.js';
import { useItems } from './use-items.js';
import type { Letter } from './use-letter.js';
import { useOutlook } from './use-outlook.js';

type Props = { readonly letter: Letter; readonly today: LocalDate };

/** The form and, beside it, what the law makes of it. */
export function LetterSheet({ letter, today }: Props): ReactNode {
  const t = useWords('intake');
  const language = useLanguage();
  const { draft, logging } = letter;
  const wrong = useWrong(letter);
  const receipt = receiptOf(draft, today);
  const { data, error } = useOutlook(receipt);
  const outlook = receipt === null ? undefined : data;
  const items = useItems(letter);
  const [peeking, setPeeking] = useState(false);
  const article = outlook === undefined ? '' : articleText(outlook.article, language);
  const log = (): void => void letter.log(today);
  const explain = (): void => setPeeking(outlook !== undefined);
  useKeys([
    { keys: ['F4'], does: t('item.add'), bar: 3, run: items.onAdd },
    { keys: ['F9'], does: t('confirmation'), bar: 4, run: focusConfirmation },
    { keys: ['F10'], does: t('legal.days'), bar: 5, run: explain },
    { keys: ['Ctrl+S'], does: t('keep'), run: letter.keep },
    { keys: ['Ctrl+Enter'], does: t('log.act'), run: log },
  ]);
  return (
    <FormProblemsContext value={problemsByField(wrong)}>
      <form className="card letter" aria-label={t('log.form')} onSubmit={(event) => event.preventDefault()} noValidate>
        <ProblemList logging={logging} wrong={wrong} onNext={letter.next} />
        <ArrivalFields />
        <ApplicantFields />
        <ItemFields {...items} />
        <AnswerFields />
        <SuggestFields />
        <SpotFields />
        {asksConfirmation(draft) ? <ConfirmationFields article={article} /> : null}
        <LateReason outlook={outlook} />
        <Foot letter={letter} onLog={log} />
      </form>
      <aside className="log-aside">
        <LegalDates outlook={outlook} error={receipt === null ? null : error} onExplain={explain} />
        <EarlierAside query={earlierQueryOf(draft)} wanted={draft.items.map(({ description }) => description)} />
        {peeking ? <LedgerPeek outlook={outlook} receipt={receipt} today={today} onClose={() => setPeeking(false)} /> : null}
      </aside>
    </FormProblemsContext>
  );
}

const focusConfirmation = (): void => document.querySelector<HTMLElement>('.confirmation input:checked')?.focus();

type LateProps = { readonly outlook: ArrivalOutlook | undefined };

/**
 * Logging paper is never held up; but somebody will ask why it lay. Where what is typed so late settles a date, a second person looks
 * at it.
 */
function LateReason({ outlook }: LateProps): ReactNode {
  const t = useWords('intake');
  if (outlook?.late !== true) return null;
  const why = outlook.toConfirm ? 'late.why' : 'late.why-later';
  return (
    <Field name="lateReason" label={t('late')} hint={t(why, { count: outlook.waitedDays ?? 0 })}>
      <TextField name="lateReason" />
    </Field>
  );
}

function Foot({ letter: { draft, logging, keep }, onLog }: { readonly letter: Letter; readonly onLog: () => void }): ReactNode {
  const t = useWords('intake');
  const required = requiredOf(draft);
  const filled = required.filter((text) => text.trim() !== '').length;
  return (
    <div className="letter-foot">
      <span className="dense no-wrap" role="status">
        {t('required', { filled, total: required.length })}
      </span>
      <span className="spring" />
      <Button onClick={keep}>
        {t('keep')} <kbd>Ctrl</kbd> <kbd>S</kbd>
      </Button>
      <Button type="primary" data-stop loading={logging.step === 'sending'} onClick={onLog}>
        {t('log.act')} <kbd>Ctrl</kbd> <kbd>Enter</kbd>
      </Button>
    </div>
  );
}
