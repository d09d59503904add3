import type { PublishedReportLine } from '@gongkai/contracts';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { officeDay } from '../i18n/office-time.js';
import { useDays } from '../i18n/use-days.js';
import { useLanguage, useWords } from '../i18n/use-words.js';

type Props = { readonly report: PublishedReportLine };

/** Who took it in, and when. */
export function PublishedTaken({ report: { taken } }: Props): ReactNode {
  const t = useWords('published');
  const { listed } = useDays();
  return taken === null ? null : t('taken', { day: listed(officeDay(taken.at)), name: taken.by.name });
}

/** Whether it counts; what can be done with it, or why it does not count any more. */
export function PublishedStanding({
  report,
  onEnd,
}: Props & { readonly onEnd: ((report: PublishedReportLine) => void) | null }): ReactNode {
  const t = useWords('published');
  const language = useLanguage();
  const { listed } = useDays();
  const { id, over, year } = report;
  const of = { name: report.name[language], year };
  if (over !== null) {
    const day = listed(officeDay(over.at));
    return (
      <span className="muted">
        {over.why === '' ? t('replaced', { day }) : t('ended', { day, name: over.by.name, why: over.why })}
      </span>
    );
  }
  return (
    <span className="reports-acts">
      {t('counts')}
      <Link to={`/reports/comparison?with=${String(id)}&year=${String(year)}`} aria-label={t('compare.of', of)}>
        {t('compare')}
      </Link>
      {onEnd === null ? null : (
        <Button size="small" onClick={() => onEnd(report)} aria-label={t('end.of', of)}>
          {t('end')}
        </Button>
      )}
    </span>
  );
}
