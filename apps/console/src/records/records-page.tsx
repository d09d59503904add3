import type { EnteredRecord, RecordCorrection, RecordStepName } from '@gongkai/contracts';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useDays } from '../i18n/use-days.js';
import { useWords } from '../i18n/use-words.js';
import { useAddress } from '../list/use-address.js';
import { EmptyState } from '../parts/empty-state.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { LoadingRows } from '../parts/loading-rows.js';
import { PageTitle } from '../parts/page-title.js';
import { TableHead } from '../parts/table-head.js';
import { RecordForm } from './record-form.js';
import { RecordRow } from './record-row.js';
import { RecordStepDialog } from './record-step.js';
import { useRecords } from './use-records.js';
import '../reports/reports.css';
import '../assess/assess.css';

type Acting = { readonly step: RecordStepName; readonly item: RecordCorrection };

/** Requests to correct a record about oneself (更正申请): what is late and due first stands first, with what can be done. */
export function RecordsPage(): ReactNode {
  const t = useWords('records');
  const [get, set] = useAddress();
  const [isEntering, enter] = useState(false);
  const [entered, tell] = useState<EnteredRecord | null>(null);
  const state = get('state') === 'done' ? 'done' : 'open';
  const { data, error, refetch } = useRecords({ state });
  return (
    <main id="content" className="page" tabIndex={-1}>
      <PageTitle title={t('title')} sentence={t('sentence')}>
        <Switch state={state} onSwitch={set} />
        {data?.mayAdd === true ? (
          <Button className="no-print" type="primary" onClick={() => enter(true)}>
            {t('add')}
          </Button>
        ) : null}
      </PageTitle>
      <section className="card reports-card" aria-label={t('title')}>
        {entered === null ? null : <Receipt entered={entered} />}
        {error === null ? <Listed items={data?.items} /> : <ErrorNotice error={error} onRetry={() => void refetch()} />}
      </section>
      {isEntering ? <RecordForm onEntered={tell} onClose={() => enter(false)} /> : null}
    </main>
  );
}

type SwitchProps = {
  readonly state: 'open' | 'done';
  readonly onSwitch: (values: Readonly<Record<string, string>>) => void;
};

function Switch({ state, onSwitch }: SwitchProps): ReactNode {
  const t = useWords('records');
  const isDone = state === 'done';
  return (
    <Button className="no-print" onClick={() => onSwitch({ state: isDone ? '' : 'done' })}>
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

function Listed({ items }: { readonly items: readonly RecordCorrection[] | undefined }): ReactNode {
  const t = useWords('records');
  const [acting, act] = useState<Acting | null>(null);
  if (items === undefined) return <LoadingRows />;
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
      {acting === null ? null : <RecordStepDialog {...acting} onClose={() => act(null)} />}
    </div>
  );
}
