import type { Rectification } from '@gongkai/contracts';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import type { Query } from '../api/api.js';
import { useDays } from '../i18n/use-days.js';
import { useLanguage, useWords } from '../i18n/use-words.js';
import { EmptyState } from '../parts/empty-state.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { LoadingRows } from '../parts/loading-rows.js';
import { TableHead } from '../parts/table-head.js';
import { Evidence } from './evidence.js';
import { RectificationDialog, type RectificationStepName } from './rectification-dialog.js';
import { useRectifications } from './use-assessments.js';
import { usePeriod } from './use-period.js';

type Acting = { readonly step: RectificationStepName; readonly item: Rectification };
type OnAct = { readonly onAct: (acting: Acting) => void };

/** What has to be put right, a line each, with everything that was said of it. */
export function RectificationList({ query }: { readonly query: Query }): ReactNode {
  const t = useWords('assess');
  const [acting, act] = useState<Acting | null>(null);
  const { data, error, refetch } = useRectifications(query);
  if (error !== null) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <LoadingRows />;
  if (data.items.length === 0) return <EmptyState text={t('rect.none')} />;
  return (
    <>
      <table className="reports-list" aria-label={t('rect.title')}>
        <TableHead columns={(['state-of', 'rect.due', 'unit', 'rect.text', 'rect.record'] as const).map((column) => t(column))} />
        <tbody>
          {data.items.map((item) => (
            <Row key={item.id} item={item} onAct={act} />
          ))}
        </tbody>
      </table>
      {acting === null ? null : <RectificationDialog {...acting} onClose={() => act(null)} />}
    </>
  );
}

function Row({ item, onAct }: OnAct & { readonly item: Rectification }): ReactNode {
  const t = useWords('assess');
  const language = useLanguage();
  const period = usePeriod();
  const { listed } = useDays();
  const { state, due, provisional, organ, assessment, text, indicator, history, may } = item;
  const day = listed(due);
  return (
    <tr data-rectification={state}>
      <td className="no-wrap strong">{t(`rect.state.${state}`)}</td>
      <td className="no-wrap">{provisional ? t('rect.due.provisional', { day }) : day}</td>
      <td>
        <Link to={`/assessments/${assessment.id}/${organ.code}`}>{organ.name[language]}</Link>
        <div className="muted small">{period(assessment)}</div>
      </td>
      <td>
        {text}
        {indicator === null ? null : <div className="muted small">{indicator[language]}</div>}
      </td>
      <td>
        <ul className="small assess-record">
          {history.map(({ on, by, did, late, text: said, files }, i) => (
            <li key={i}>
              {t('did.line', { day: listed(on), name: by.name, did: t(`rect.did.${late ? 'late' : did}`) })} {said}
              <Evidence assessment={assessment.id} files={files} />
            </li>
          ))}
        </ul>
        {may.map((step) => (
          <Button key={step} size="small" className="no-print" onClick={() => onAct({ step, item })}>
            {t(`rect.step.${step}`)}
          </Button>
        ))}
      </td>
    </tr>
  );
}
