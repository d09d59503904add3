import type { AssessedFigure, AssessmentOfOrgan } from '@gongkai/contracts';
import { Button, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { useDays } from '../i18n/use-days.js';
import { useLanguage, useWords } from '../i18n/use-words.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { LoadingRows } from '../parts/loading-rows.js';
import { TableHead } from '../parts/table-head.js';
import { useFocusBack } from '../parts/use-focus-back.js';
import { Evidence } from './evidence.js';
import { foundIn, pointsIn, type Indicator } from './figure-words.js';
import { useAssessedCases } from './use-assessments.js';

type Props = { readonly view: AssessmentOfOrgan };
const COLUMNS = ['indicator', 'weight', 'found', 'points'] as const;

/** Every indicator with what was counted or judged, and its points. */
export function AssessedTable({ view }: Props): ReactNode {
  const t = useWords('assess');
  const [shown, show] = useState<Indicator | null>(null);
  return (
    <>
      <table className="reports-list" aria-label={t('column.indicator')}>
        <TableHead columns={COLUMNS.map((column) => t(`column.${column}`))} />
        <tbody>
          {view.assessment.scheme.indicators.map((indicator) => (
            <Row key={indicator.id} indicator={indicator} view={view} onCases={() => show(indicator)} />
          ))}
        </tbody>
      </table>
      {shown === null ? null : <Cases view={view} indicator={shown} onClose={() => show(null)} />}
    </>
  );
}

type RowProps = Props & { readonly indicator: Indicator; readonly onCases: () => void };

function Row({ indicator, view, onCases }: RowProps): ReactNode {
  const t = useWords('assess');
  const language = useLanguage();
  const { id, name, article, weight } = indicator;
  const figure = view.figures[id];
  return (
    <tr data-indicator={id}>
      <td>
        {name[language]} <span className="muted small">{article}</span>
      </td>
      <td className="assess-number">{weight}</td>
      <td>
        {foundIn(indicator, figure, t, language)}{' '}
        {figure === undefined ? null : <Behind indicator={indicator} figure={figure} view={view} onCases={onCases} />}
      </td>
      <td className="assess-number strong">{pointsIn(indicator, figure, t)}</td>
    </tr>
  );
}

/** What a figure rests on: the cases it counts, what was remarked, and evidence. */
function Behind({ indicator, figure, view, onCases }: RowProps & { readonly figure: AssessedFigure }): ReactNode {
  const t = useWords('assess');
  const language = useLanguage();
  const { counted, remark, files } = figure;
  return (
    <>
      {counted === null || counted.all === 0 ? null : (
        <Button
          size="small"
          className="no-print"
          aria-label={t('cases.of', { name: indicator.name[language] })}
          onClick={onCases}
        >
          {t('cases')}
        </Button>
      )}
      {remark === null ? null : <div className="muted small">{remark}</div>}
      <Evidence assessment={view.assessment.id} files={files} />
    </>
  );
}

const CASE_COLUMNS = ['number', 'begun', 'due', 'done', 'good'] as const;

/** The cases that a figure counts: numbers and days. */
function Cases({ view, indicator, onClose }: Props & { readonly indicator: Indicator; readonly onClose: () => void }): ReactNode {
  const t = useWords('assess');
  const language = useLanguage();
  const { listed } = useDays();
  const { data, error } = useAssessedCases(view.assessment.id, view.organ.code, indicator.id);
  const title = t('cases.of', { name: indicator.name[language] });
  const day = (on: string | null): string => (on === null ? '—' : listed(on));
  useFocusBack();
  return (
    <Modal open title={title} onCancel={onClose} footer={null} width={720}>
      {error === null ? null : <ErrorNotice error={error} />}
      {data === undefined ? error === null && <LoadingRows /> : null}
      {indicator.computed?.of === 'on_time' ? <p className="muted small">{t('on-time.what')}</p> : null}
      {data === undefined ? null : (
        <table className="reports-list" aria-label={title}>
          <TableHead columns={CASE_COLUMNS.map((column) => t(`cases.${column}`))} />
          <tbody>
            {data.items.map(({ number, begunOn, due, doneOn, good }, i) => (
              <tr key={i}>
                <td>{number ?? '—'}</td>
                <td>{day(begunOn)}</td>
                <td>{day(due)}</td>
                <td>{day(doneOn)}</td>
                <td>{t(good ? 'yes' : 'no')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Modal>
  );
}
