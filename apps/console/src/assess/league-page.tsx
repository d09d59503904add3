import type { AssessedOrgan, Assessment } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { useLanguage, useWords } from '../i18n/use-words.js';
import { TakeAlong } from '../list/take-along.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { LoadingRows } from '../parts/loading-rows.js';
import { PageTitle } from '../parts/page-title.js';
import { foundIn, pointsIn, scoreIn } from './figure-words.js';
import { leagueSheet } from './league-sheet.js';
import { useAssessment } from './use-assessments.js';
import { usePeriod } from './use-period.js';
import '../reports/reports.css';
import './assess.css';

/** The league table of an assessment: every organ with its points, the best first. */
export function LeaguePage(): ReactNode {
  const t = useWords('assess');
  const language = useLanguage();
  const period = usePeriod();
  const { id = '' } = useParams();
  const { data, error, refetch } = useAssessment(id);
  const title = data === undefined ? t('title') : t('league', { period: period(data) });
  return (
    <main id="content" className="page" tabIndex={-1}>
      <PageTitle title={title} sentence={data === undefined ? '' : t('league.sentence', { name: data.scheme.name[language] })}>
        <Link className="no-print" to={`/rectifications?assessment=${id}`}>
          {t('to-rectifications')}
        </Link>
        <TakeAlong name={title} tables={data === undefined ? undefined : () => [leagueSheet(data, title, t, language)]} />
      </PageTitle>
      <section className="card reports-paper" aria-label={title}>
        {error === null ? null : <ErrorNotice error={error} onRetry={() => void refetch()} />}
        {data === undefined ? error === null && <LoadingRows /> : <League assessment={data} title={title} />}
      </section>
    </main>
  );
}

function League({ assessment, title }: { readonly assessment: Assessment; readonly title: string }): ReactNode {
  const t = useWords('assess');
  const language = useLanguage();
  const { indicators } = assessment.scheme;
  return (
    <div className="reports-scroll" tabIndex={0} role="region" aria-label={title}>
      <table className="reports-table assess-league">
        <thead>
          <tr>
            <th scope="col">{t('place')}</th>
            <th scope="col">{t('unit')}</th>
            {indicators.map(({ id, name, weight }) => (
              <th key={id} scope="col">
                {t('weight', { name: name[language], weight })}
              </th>
            ))}
            {(['score', 'grade', 'state-of', 'rectify'] as const).map((column) => (
              <th key={column} scope="col">
                {t(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {assessment.organs.map((line) => (
            <Line key={line.organ.code} line={line} assessment={assessment} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Line({ line, assessment }: { readonly line: AssessedOrgan; readonly assessment: Assessment }): ReactNode {
  const t = useWords('assess');
  const language = useLanguage();
  const { place, organ, figures, grade, state, lacks, rectifications } = line;
  return (
    <tr data-organ={organ.code}>
      <td>{place ?? t('place.none')}</td>
      <th scope="row">
        <Link to={`/assessments/${assessment.id}/${organ.code}`}>{organ.name[language]}</Link>
      </th>
      {assessment.scheme.indicators.map((indicator) => (
        <td key={indicator.id} title={foundIn(indicator, figures[indicator.id], t, language)}>
          {pointsIn(indicator, figures[indicator.id], t)}
        </td>
      ))}
      <td className="strong">{scoreIn(line, t)}</td>
      <td>{grade?.[language] ?? t('grade.none')}</td>
      <td>
        {t(`state.${state}`)}
        {lacks === 0 ? null : <div className="muted small">{t('lacks', { count: lacks })}</div>}
      </td>
      <td>{rectifications.open === 0 ? t('rectify.none') : t('rectify.open', rectifications)}</td>
    </tr>
  );
}
