import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useWords } from '../i18n/use-words.js';
import { PublicationWords } from '../reports/publication-words.js';
import { usePublication } from '../reports/use-publication.js';
import { useOffice } from '../shell/use-office.js';

/** Until the end of this month somebody is told of last year's report: after it nobody publishes it any more. */
const LAST_MONTH = 6;

/** The report of last year that is not public yet, with how long there is for it (REG 49–50). */
export function ReportDuty(): ReactNode {
  const t = useWords('overview');
  const [year = '', month = ''] = useOffice().data?.today.split('-') ?? [];
  const isTime = month !== '' && Number(month) <= LAST_MONTH;
  const which = { year: String(Number(year) - 1), query: {} };
  const { data } = usePublication(which, isTime);
  if (data === undefined || data.state === 'published') return null;
  return (
    <p className="overview-duty dense" role="note">
      <Link to={`/reports?year=${which.year}`} className="strong">
        {t('report-duty', { year: which.year })}
      </Link>{' '}
      <PublicationWords publication={data} />
    </p>
  );
}
