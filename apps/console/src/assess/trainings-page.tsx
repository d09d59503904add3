import type { Training, Trainings } from '@gongkai/contracts';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useWords } from '../i18n/use-words.js';
import { useAddress } from '../list/use-address.js';
import { EmptyState } from '../parts/empty-state.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { LoadingRows } from '../parts/loading-rows.js';
import { PageTitle } from '../parts/page-title.js';
import { ReasonDialog } from '../parts/reason-dialog.js';
import { TrainingFilter } from './training-filter.js';
import { TrainingForm } from './training-form.js';
import { TrainingsTable, type TrainingAct } from './trainings-table.js';
import { useTrainingExport, useTrainingRemoval, useTrainings } from './use-trainings.js';
import '../reports/reports.css';
import './assess.css';

type Acting = { readonly act: TrainingAct | 'add'; readonly training: Training | null };

/** The register of trainings held (培训台账): entered, put right and removed with a record; what the report and assessments count. */
export function TrainingsPage(): ReactNode {
  const t = useWords('trainings');
  const [get] = useAddress();
  const [acting, act] = useState<Acting | null>(null);
  const saving = useTrainingExport();
  const names = ['organ', 'from', 'to', 'q', 'removed'] as const;
  const { data, error, refetch } = useTrainings(Object.fromEntries(names.map((name) => [name, get(name)])));
  return (
    <main id="content" className="page" tabIndex={-1}>
      <PageTitle title={t('title')} sentence={t('sentence')}>
        <Link className="no-print" to="/reports">
          {t('to-reports')}
        </Link>
        <Link className="no-print" to="/assessments">
          {t('to-assess')}
        </Link>
        <Button className="no-print" disabled={data === undefined} onClick={() => saving.mutate(data?.items ?? [])}>
          {t('xlsx')}
        </Button>
        <Button className="no-print" onClick={() => window.print()}>
          {t('print')}
        </Button>
        {data?.mayAdd === true ? (
          <Button className="no-print" type="primary" onClick={() => act({ act: 'add', training: null })}>
            {t('add')}
          </Button>
        ) : null}
      </PageTitle>
      <section className="card reports-card" aria-label={t('title')}>
        <TrainingFilter />
        {error === null ? (
          <Listed trainings={data} onAct={(what, training) => act({ act: what, training })} />
        ) : (
          <ErrorNotice error={error} onRetry={() => void refetch()} />
        )}
      </section>
      {acting === null ? null : <Act {...acting} onClose={() => act(null)} />}
    </main>
  );
}

type ListedProps = {
  readonly trainings: Trainings | undefined;
  readonly onAct: (act: TrainingAct, training: Training) => void;
};

function Listed({ trainings, onAct }: ListedProps): ReactNode {
  const t = useWords('trainings');
  if (trainings === undefined) return <LoadingRows />;
  const { items, held, people } = trainings;
  return (
    <>
      <p className="strong">{t('total', { held, people })}</p>
      {items.length === 0 ? <EmptyState text={t('none')} /> : <TrainingsTable items={items} onAct={onAct} />}
    </>
  );
}

function Act({ act, training, onClose }: Acting & { readonly onClose: () => void }): ReactNode {
  return act === 'remove' && training !== null ? (
    <Removal training={training} onClose={onClose} />
  ) : (
    <TrainingForm training={training} onClose={onClose} />
  );
}

function Removal({ training, onClose }: { readonly training: Training; readonly onClose: () => void }): ReactNode {
  const t = useWords('trainings');
  const removing = useTrainingRemoval(training, onClose);
  return (
    <ReasonDialog
      words={{
        title: t('remove.of', { topic: training.topic }),
        reason: t('remove.why'),
        what: t('remove.what'),
        act: t('remove'),
        leave: t('leave'),
      }}
      act={removing}
      onClose={onClose}
    />
  );
}
