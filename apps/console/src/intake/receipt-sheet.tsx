import { yearOf } from '@gongkai/calendar';
import { articleInFull, type CaseView } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { I18nextProvider } from 'react-i18next';
import { ofPapers } from '../i18n/of-papers.js';
import { useDays } from '../i18n/use-days.js';
import { useLanguage, useWords } from '../i18n/use-words.js';
import { useOrganName } from '../list/use-organ-name.js';
import { useOffice } from '../shell/use-office.js';
import { QrCode } from '../parts/qr-code.js';
import { arrivalOf } from './arrival-of.js';
import { useReceiptSlip } from './use-receipt-slip.js';
import './receipt-sheet.css';

/**
 * What the applicant takes home: that it was received, when, by whom, and what happens next until when. Half a sheet of A4, in Chinese whoever
 * prints it.
 */
export const ReceiptSheet = ({ view }: { readonly view: CaseView }): ReactNode => (
  <I18nextProvider i18n={ofPapers}>
    <Sheet view={view} />
  </I18nextProvider>
);

function Sheet({ view }: { readonly view: CaseView }): ReactNode {
  const t = useWords('receipt');
  const days = useDays();
  const organ = useOrganName()(view.organ);
  const arrivedOn = arrivalOf(view.receipt).day;
  const issuedOn = useOffice().data?.today;
  return (
    <article className="receipt-sheet" lang="zh-CN" aria-label={t('title')}>
      <header>
        <p className="receipt-number">{t('number', { number: view.number })}</p>
        <h2>{t('title')}</h2>
      </header>
      <p>{t('salutation', { name: view.applicant.name })}</p>
      <p className="receipt-text">
        {t('received', {
          organ,
          day: days.full(arrivedOn),
          channel: t(`channel.${view.receipt.channel}`),
          count: view.items.length,
        })}
      </p>
      <ol className="receipt-items">
        {view.items.map(({ id, description }) => (
          <li key={id}>{description}</li>
        ))}
      </ol>
      <Dates view={view} />
      <footer>
        <Following id={view.id} />
        <p className="receipt-issued">
          <span>{organ}</span>
          <span>{issuedOn === undefined ? '' : days.full(issuedOn).replace(/（.*）/, '')}</span>
        </p>
      </footer>
      <p className="receipt-foot">{t('keep')}</p>
    </article>
  );
}

/** How to follow it from home. */
function Following({ id }: { readonly id: string }): ReactNode {
  const t = useWords('receipt');
  const { data: slip } = useReceiptSlip(id);
  if (slip === undefined) return null;
  return (
    <div className="receipt-following">
      <QrCode text={slip.address} label={t('qr')} className="receipt-qr" />
      <p>
        <span>
          {t('code')}
          <strong className="receipt-code">{slip.queryCode}</strong>
        </span>
        <span>{t('follow', { address: new URL('.', slip.address).href })}</span>
      </p>
    </div>
  );
}

/** When it was received by law, and what happens next. */
function Dates({ view }: { readonly view: CaseView }): ReactNode {
  const { receipt } = view;
  const t = useWords('receipt');
  const days = useDays();
  const article = articleInFull(receipt.article, useLanguage());
  const today = useOffice().data?.today;
  if (receipt.receivedOn === null)
    return (
      <>
        <p className="receipt-text">{t('unconfirmed', { article })}</p>
        <p className="receipt-text">{t('unconfirmed.next')}</p>
      </>
    );
  return (
    <>
      <p className="receipt-text">{t('date', { day: days.full(receipt.receivedOn), article })}</p>
      {/* It is the receipt of the application: what a later round owes has nothing to do with it. */}
      {today === undefined || view.round > 1 ? null : <Next view={view} today={today} />}
    </>
  );
}

/** Clocks under which a reply is owed by a day. */
const RUNS: ReadonlySet<CaseView['clock']> = new Set(['running', 'stopped'] as const);

/** What the applicant waits for on the day it is printed; nothing is promised for what has not begun, has passed, or is over. */
function Next({ view: { clock, deadlines }, today }: { readonly view: CaseView; readonly today: string }): ReactNode {
  const t = useWords('receipt');
  const days = useDays();
  if (clock === 'awaiting_correction' || clock === 'awaiting_payment')
    return <p className="receipt-text">{t(`next.${clock}`)}</p>;
  const due = RUNS.has(clock) ? (deadlines.finalDue ?? deadlines.provisionalFinalDue) : undefined;
  if (due === undefined) return null;
  if (due < today) return <p className="receipt-text">{t('next.past', { due: days.full(due) })}</p>;
  return (
    <p className="receipt-text">
      {t(deadlines.finalDue === null ? 'next.provisional' : 'next', { due: days.full(due), year: yearOf(due) })}
      <CorrectionNotice deadlines={deadlines} today={today} />
      {t('next.told')}
    </p>
  );
}

function CorrectionNotice({ deadlines, today }: Pick<CaseView, 'deadlines'> & { readonly today: string }): ReactNode {
  const t = useWords('receipt');
  const days = useDays();
  const firm = deadlines.correctionNoticeDeadline;
  const by = firm ?? deadlines.provisionalCorrectionNoticeDeadline;
  if (by === undefined || by < today) return null;
  return t(firm === null ? 'next.correction.provisional' : 'next.correction', { day: days.full(by) });
}
