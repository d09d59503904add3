import { articleText, type CaseView } from '@gongkai/contracts';
import { Button } from 'antd';
import { useEffect, useRef, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useLanguage, useWords } from '../i18n/use-words.js';
import { useDayText } from '../parts/use-day-text.js';

type Props = { readonly view: CaseView; readonly onNext: () => void };

/** The letter is a case: its number, what is due, and what to do with the pile. */
export function LoggedNotice({ view, onNext }: Props): ReactNode {
  const t = useWords('intake');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className="card logged" aria-labelledby="logged-heading">
      <h1 id="logged-heading" ref={heading} tabIndex={-1}>
        {t('logged', { number: view.number })}
      </h1>
      <p>{useOutcome(view)}</p>
      {view.toConfirm.length === 0 ? null : <p className="muted">{t('logged.to-confirm')}</p>}
      <div className="logged-acts">
        <Link className="ant-btn ant-btn-primary" to={`/receipt/${view.id}?print`} target="_blank" rel="noopener">
          {t('logged.print')} <kbd>P</kbd>
        </Link>
        <Button onClick={onNext}>
          {t('logged.next')} <kbd>N</kbd>
        </Button>
        <Link to={`/case/${view.id}`}>{t('logged.open')}</Link>
      </div>
    </section>
  );
}

/** What the logging has led to, in one sentence. */
function useOutcome({ receipt, deadlines }: CaseView): string {
  const t = useWords('intake');
  const day = useDayText();
  const language = useLanguage();
  const due = deadlines.finalDue ?? deadlines.provisionalFinalDue;
  const article = articleText(receipt.article, language);
  if (receipt.receivedOn === null || due === undefined) return t('logged.unconfirmed', { article });
  return t('logged.due', { received: day(receipt.receivedOn, 'long'), due: day(due, 'long'), article });
}
