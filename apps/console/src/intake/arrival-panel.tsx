import type { LocalDate } from '@gongkai/calendar';
import { articleText, type CaseView, type DocumentsView, type FileView } from '@gongkai/contracts';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { api } from '../api/api.js';
import { keys } from '../api/keys.js';
import { useDays } from '../i18n/use-days.js';
import { useLanguage, useWords } from '../i18n/use-words.js';
import { shortNumber } from '../list/number-cell.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { ScanViewer } from '../parts/scan-viewer.js';
import { cautiousOf } from './cautious-of.js';
import { ConfirmForm } from './confirm-form.js';
import { ContactForm } from './contact-form.js';

/** What a clerk does with an arrival that waits. */
export type PanelAct = 'confirm' | 'contact';

type Props = {
  readonly id: string;
  readonly isWaiting: boolean;
  readonly act: PanelAct | null;
  readonly today: LocalDate;
  readonly onAct: (act: PanelAct | null) => void;
};

/** One arrival: what was asked, how the applicant can be reached, its papers, and the next act. */
export function ArrivalPanel({ id, isWaiting, act, today, onAct }: Props): ReactNode {
  const view = useQuery({ queryKey: keys.cases.view(id), queryFn: () => api.get<CaseView>(`/cases/${id}`) });
  const papers = useQuery({
    queryKey: keys.cases.documents(id),
    queryFn: async () => filesOf(await api.get<DocumentsView>(`/cases/${id}/documents`)),
  });
  if (view.error !== null) return <ErrorNotice error={view.error} onRetry={() => void view.refetch()} />;
  if (view.data === undefined) return <section className="card inbox-panel" aria-busy />;
  const files = papers.data ?? [];
  const done = (): void => onAct(null);
  return (
    <div className="inbox-panel-stack">
      <section className="card inbox-panel" aria-labelledby="arrival-heading">
        <Summary view={view.data} />
        {act === 'confirm' ? <ConfirmForm view={view.data} today={today} onDone={done} /> : null}
        {act === 'contact' ? <ContactForm view={view.data} today={today} onDone={done} /> : null}
        {act === null ? <Acts view={view.data} isWaiting={isWaiting} onAct={onAct} /> : null}
      </section>
      {files.length === 0 ? null : <ScanViewer files={files} />}
    </div>
  );
}

const filesOf = ({ items }: DocumentsView): readonly FileView[] => items.flatMap((item) => (item.type === 'file' ? [item] : []));

function Summary({ view: { number, applicant, items, receipt, deadlines } }: { readonly view: CaseView }): ReactNode {
  const t = useWords('inbox');
  const { listed } = useDays();
  const language = useLanguage();
  const ways = [applicant.phone, applicant.email, applicant.address].filter((way) => way !== undefined);
  return (
    <>
      <h2 id="arrival-heading">
        {shortNumber(number, language === 'en')} {applicant.name}
      </h2>
      <dl className="inbox-summary">
        <dt>{t('reach')}</dt>
        <dd>{ways.length === 0 ? t('reach.none') : ways.join(t('list'))}</dd>
        <dt>{t('items')}</dt>
        <dd>
          <ol>
            {items.map(({ id, description }) => (
              <li key={id}>{description}</li>
            ))}
          </ol>
        </dd>
        <dt>{t('received')}</dt>
        <dd>
          {receipt.receivedOn === null ? t('not-started') : listed(receipt.receivedOn)}{' '}
          <span className="muted small">{articleText(receipt.article, language)}</span>
        </dd>
        <Cautious deadlines={deadlines} />
      </dl>
    </>
  );
}

/** The day to work to while it is open which reading of a misaddressed letter holds. */
function Cautious({ deadlines }: Pick<CaseView, 'deadlines'>): ReactNode {
  const t = useWords('intake');
  const { listed } = useDays();
  const day = cautiousOf({ deadlines });
  if (day === null) return null;
  return (
    <>
      <dt>{t('legal.cautious')}</dt>
      <dd>
        {listed(day)} <span className="muted small">{t('legal.cautious.why')}</span>
      </dd>
    </>
  );
}

type ActsProps = Pick<Props, 'isWaiting' | 'onAct'> & { readonly view: CaseView };

function Acts({ view, isWaiting, onAct }: ActsProps): ReactNode {
  const t = useWords('inbox');
  return (
    <div className="inbox-acts">
      {isWaiting ? (
        <>
          <Button type="primary" onClick={() => onAct('confirm')}>
            {t('confirm')} <kbd>Y</kbd>
          </Button>
          <Button onClick={() => onAct('contact')}>
            {t('contact')} <kbd>C</kbd>
          </Button>
        </>
      ) : null}
      <Link to={`/receipt/${view.id}`}>{t('print')}</Link>
      <Link to={`/case/${view.id}`}>{t('open')}</Link>
    </div>
  );
}
