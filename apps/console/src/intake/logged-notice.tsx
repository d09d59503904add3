import { articleText, type CaseView } from '@gongkai/contracts';
import { Button } from 'antd';
import { useEffect, useRef, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useDays } from '../i18n/use-days.js';
import { useLanguage, useWords } from '../i18n/use-words.js';
import { useKeys } from '../keys/use-keys.js';
import { cautiousOf } from './cautious-of.js';
import { NextStep } from './next-step.js';
import { ReceiptSheet } from './receipt-sheet.js';
import { SpotStep } from './spot-step.js';
import { useReceiptSlip } from './use-receipt-slip.js';

type Props = { readonly view: CaseView; readonly onNext: () => void };

/** The letter is a case: its number, what is due, its receipt, which is printed at once, and the next of the pile. */
export function LoggedNotice({ view, onNext }: Props): ReactNode {
  const t = useWords('intake');
  const heading = useRef<HTMLHeadingElement>(null);
  const outcome = useOutcome(view);
  // Without its query code where that does not come: the applicant is waiting.
  const { isPending } = useReceiptSlip(view.id);
  useEffect(() => heading.current?.focus(), []);
  useEffect(() => {
    if (isPending) return undefined;
    // After the sheet has been drawn; until then there is nothing to print.
    const drawn = requestAnimationFrame(() => window.print());
    return () => cancelAnimationFrame(drawn);
  }, [isPending]);
  useKeys([
    { keys: ['N'], does: t('logged.next'), run: onNext },
    { keys: ['P'], does: t('logged.print'), run: () => window.print() },
  ]);
  return (
    <main id="content" className="page logged-page">
      <section className="card logged no-print" aria-labelledby="logged-heading">
        <h1 id="logged-heading" ref={heading} tabIndex={-1}>
          {t('logged', { number: view.number })}
        </h1>
        <p>
          {outcome}
          {view.light === 'overdue' && t('logged.late', { count: Math.abs(view.daysLeft ?? 0) })}
        </p>
        {ON_THE_SPOT.includes(view.state) ? <SpotStep logged={view} /> : <NextStep view={view} />}
        {view.toConfirm.length === 0 ? null : <p className="muted">{t('logged.to-confirm')}</p>}
        <div className="logged-acts">
          <Button type="primary" onClick={onNext}>
            {t('logged.next')} <kbd>N</kbd>
          </Button>
          <Button onClick={() => window.print()}>
            {t('logged.print')} <kbd>P</kbd>
          </Button>
          <Link to={`/case/${view.id}`}>{t('logged.open')}</Link>
        </div>
      </section>
      <ReceiptSheet view={view} />
    </main>
  );
}

/** Past its acceptance, because it was answered on the spot. */
const ON_THE_SPOT: readonly CaseView['state'][] = ['accepted', 'approving'];

/** The applicant of an ordinary letter is contacted on the day it comes in (REG 31); nobody has tried to yet. */
const isToContact = ({ receipt, version }: CaseView): boolean => receipt.channel === 'ordinary_mail' && version === 1;

/** What the logging has led to, in one sentence. */
function useOutcome(view: CaseView): string {
  const { receipt, deadlines } = view;
  const t = useWords('intake');
  const { full } = useDays();
  const language = useLanguage();
  const due = deadlines.finalDue ?? deadlines.provisionalFinalDue;
  const article = articleText(receipt.article, language);
  const cautious = cautiousOf(view);
  const first = cautious === null ? '' : t('logged.cautious', { day: full(cautious) });
  if (receipt.receivedOn === null || due === undefined)
    return `${t('logged.unconfirmed', { article })}${first}${isToContact(view) ? t('logged.contact-today') : ''}`;
  const firm = deadlines.finalDue === null ? 'logged.provisional' : 'logged.due';
  return `${t(firm, { received: full(receipt.receivedOn), due: full(due), article })}${first}`;
}
