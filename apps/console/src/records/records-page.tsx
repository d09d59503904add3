import type { EnteredRecord, RecordCorrection, RecordStepName } from '@gongkai/contracts';
import { Button, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { useDays } from '../i18n/use-days.js';
import { useWords } from '../i18n/use-words.js';
import { useAddress } from '../list/use-address.js';
import { EmptyState } from '../parts/empty-state.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { LoadingRows } from '../parts/loading-rows.js';
import { PageTitle } from '../parts/page-title.js';
import { TableHead } from '../parts/table-head.js';
import { useOffice } from '../shell/use-office.js';
import { RecordForm } from './record-form.js';
import { RecordRow } from './record-row.js';
import { RecordStepDialog } from './record-step.js';
import { isRemedyStep } from './record-words.js';
import { RemedyStepDialog } from './remedy-step.js';
import { useRecords, type Found } from './use-records.js';
import '../reports/reports.css';
import '../assess/assess.css';

type Acting = { readonly step: RecordStepName; readonly item: RecordCorrection };

/** What is asked for; other pages lead to all of which no answer has left (`owed`), and to all there are. */
function askedBy(given: string | undefined): string | undefined {
  if (given === 'all') return undefined;
  return given === 'done' || given === 'owed' ? given : 'open';
}

/** Requests to correct a record about oneself (更正申请): what is late and due first stands first, with what can be done. */
export function RecordsPage(): ReactNode {
  const t = useWords('records');
  const [get, set] = useAddress();
  const [isEntering, enter] = useState(false);
  const [entered, tell] = useState<EnteredRecord | null>(null);
  const given = get('state');
  const state = given === 'done' ? 'done' : 'open';
  const year = get('year');
  const query = { state: askedBy(given), year, organ: get('organ'), unit: get('unit') };
  const { data, error, refetch } = useRecords(query, get('record'));
  return (
    <main id="content" className="page" tabIndex={-1}>
      <PageTitle title={t('title')} sentence={t('sentence')}>
        <YearChoice year={year} onChoose={set} />
        <Switch state={state} onSwitch={set} />
        {data?.mayAdd === true ? (
          <Button className="no-print" type="primary" onClick={() => enter(true)}>
            {t('add')}
          </Button>
        ) : null}
      </PageTitle>
      <section className="card reports-card" aria-label={t('title')}>
        {entered === null ? null : <Receipt entered={entered} />}
        {error === null ? <Listed listed={data} state={state} /> : <ErrorNotice error={error} onRetry={() => void refetch()} />}
      </section>
      {isEntering ? <RecordForm onEntered={tell} onClose={() => enter(false)} /> : null}
    </main>
  );
}

type Put = (values: Readonly<Record<string, string>>) => void;

/** Years that can be chosen: this one and those before it. */
const YEARS = 8;

/** Of which year's numbers; all where none is chosen. */
function YearChoice({ year, onChoose }: { readonly year: string | undefined; readonly onChoose: Put }): ReactNode {
  const t = useWords('records');
  const today = useOffice().data?.today;
  if (today === undefined) return null;
  const years = Array.from({ length: YEARS }, (_, i) => String(Number(today.slice(0, 4)) - i));
  const options = [{ value: '', label: t('year.all') }, ...years.map((value) => ({ value, label: value }))];
  return (
    <Select
      className="no-print"
      aria-label={t('year')}
      value={year ?? ''}
      options={options}
      onChange={(chosen: string) => onChoose({ year: chosen, record: '' })}
    />
  );
}

type SwitchProps = { readonly state: 'open' | 'done'; readonly onSwitch: Put };

function Switch({ state, onSwitch }: SwitchProps): ReactNode {
  const t = useWords('records');
  const isDone = state === 'done';
  return (
    <Button className="no-print" onClick={() => onSwitch({ state: isDone ? '' : 'done', record: '' })}>
      {t(isDone ? 'to-open' : 'to-done')}
    </Button>
  );
}

/** What the applicant is given: with it they ask after it on the portal. */
function Receipt({ entered: { receipt } }: { readonly entered: EnteredRecord }): ReactNode {
  const t = useWords('records');
  const { listed } = useDays();
  const { number, queryCode, dueOn, provisional } = receipt;
  const due = provisional ? t('due.provisional', { day: listed(dueOn) }) : listed(dueOn);
  return (
    <p role="status" className="strong">
      {t('entered', { number, code: queryCode, due })}
    </p>
  );
}

type DialogProps = Acting & { readonly onClose: () => void };

function Dialog({ step, ...of }: DialogProps): ReactNode {
  return isRemedyStep(step) ? <RemedyStepDialog step={step} {...of} /> : <RecordStepDialog step={step} {...of} />;
}

type ListedProps = { readonly listed: Found | undefined; readonly state: 'open' | 'done' };

function Listed({ listed, state }: ListedProps): ReactNode {
  const t = useWords('records');
  const [acting, act] = useState<Acting | null>(null);
  if (listed === undefined) return <LoadingRows />;
  const { items, more } = listed;
  if (items.length === 0) return <EmptyState text={t('none')} />;
  const columns = ['state', 'due', 'applicant', 'asked', 'answer'] as const;
  return (
    <div className="reports-scroll" tabIndex={0} role="region" aria-label={t('title')}>
      <table className="reports-list">
        <TableHead columns={columns.map((column) => t(`column.${column}`))} />
        <tbody>
          {items.map((item) => (
            <RecordRow key={item.id} item={item} onStep={(step) => act({ step, item })} />
          ))}
        </tbody>
      </table>
      {more === 0 ? null : <p role="status">{t(`more.${state}`, { count: more })}</p>}
      {acting === null ? null : <Dialog {...acting} onClose={() => act(null)} />}
    </div>
  );
}
