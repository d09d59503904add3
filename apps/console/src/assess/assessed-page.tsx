import type { AssessmentOfOrgan, AssessmentStepName } from '@gongkai/contracts';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { useLanguage, useWords } from '../i18n/use-words.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { LoadingRows } from '../parts/loading-rows.js';
import { PageTitle } from '../parts/page-title.js';
import { ReasonDialog } from '../parts/reason-dialog.js';
import { AssessedHistory } from './assessed-history.js';
import { AssessedTable } from './assessed-table.js';
import { DemandForm } from './demand-form.js';
import { JudgementForm } from './judgement-form.js';
import { RectificationList } from './rectification-list.js';
import { useAssessed, useAssessmentStep } from './use-assessments.js';
import { usePeriod } from './use-period.js';
import '../reports/reports.css';
import './assess.css';

/** The assessment of one organ: what was counted and judged, who did what to it, and what has to be put right. */
export function AssessedPage(): ReactNode {
  const { id = '', organ = '' } = useParams();
  const { data, error, refetch } = useAssessed(id, organ);
  if (data !== undefined) return <Assessed view={data} />;
  return (
    <main id="content" className="page" tabIndex={-1}>
      {error === null ? <LoadingRows /> : <ErrorNotice error={error} onRetry={() => void refetch()} />}
    </main>
  );
}

type Props = { readonly view: AssessmentOfOrgan };

function Assessed({ view }: Props): ReactNode {
  const t = useWords('assess');
  const language = useLanguage();
  const period = usePeriod();
  const { organ, assessment, score, grade, may } = view;
  return (
    <main id="content" className="page assess-page" tabIndex={-1}>
      <PageTitle
        title={t('unit.title', { name: organ.name[language], period: period(assessment) })}
        sentence={score === null ? t('score.none') : t('score.of', { score, grade: grade?.[language] ?? '' })}
      >
        <span className="strong">{t(`state.${view.state}`)}</span>
        <Link className="no-print" to={`/assessments/${assessment.id}`}>
          {t('back')}
        </Link>
        <Steps view={view} />
      </PageTitle>
      <section className="card reports-card" aria-label={t('column.indicator')}>
        <AssessedTable view={view} />
      </section>
      {may.includes('enter') ? <JudgementForm key={view.version} view={view} /> : null}
      <section className="card reports-card" aria-label={t('rect.title')}>
        <h2>{t('rect.title')}</h2>
        {may.includes('rectify') ? <DemandForm view={view} /> : null}
        <RectificationList query={{ assessment: assessment.id, organ: organ.code }} />
      </section>
      <AssessedHistory view={view} />
    </main>
  );
}

const STEPS: readonly AssessmentStepName[] = ['object', 'reopen', 'tell', 'settle'];
/** Those that say why. */
const WITH_REASON: readonly AssessmentStepName[] = ['object', 'reopen'];

function Steps({ view }: Props): ReactNode {
  const t = useWords('assess');
  const [asked, ask] = useState<AssessmentStepName | null>(null);
  const stepping = useAssessmentStep(view, () => ask(null));
  const { error } = stepping;
  const take = (step: AssessmentStepName): void => (WITH_REASON.includes(step) ? ask(step) : stepping.mutate({ step }));
  return (
    <>
      {STEPS.filter((step) => view.may.includes(step)).map((step) => (
        <Button
          key={step}
          className="no-print"
          type={WITH_REASON.includes(step) ? 'default' : 'primary'}
          loading={stepping.isPending}
          onClick={() => take(step)}
        >
          {t(`step.${step}`)}
        </Button>
      ))}
      {asked === null && error !== null ? <ErrorNotice error={error} /> : null}
      {asked === null ? null : (
        <ReasonDialog
          words={{
            title: t(`step.${asked}`),
            reason: t('step.why'),
            what: t('step.what'),
            act: t(`step.${asked}`),
            leave: t('leave'),
          }}
          act={{ mutate: (text) => stepping.mutate({ step: asked, text }), isPending: stepping.isPending, error }}
          onClose={() => ask(null)}
        />
      )}
    </>
  );
}
