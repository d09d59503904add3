import type { CalendarRegion } from '@gongkai/contracts';
import { useState, type ReactNode } from 'react';
import { useDays } from '../i18n/use-days.js';
import { useWords } from '../i18n/use-words.js';
import { EmptyState } from '../parts/empty-state.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { TableHead } from '../parts/table-head.js';
import { CalendarForm } from './calendar-form.js';
import { EditionsCard } from './editions-card.js';
import { useRegion } from './queries.js';
import '../settings/settings.css';
import './calendars.css';

/** 日历: the years of working days, the import of a new one, and what was changed before. */
export function CalendarsPage(): ReactNode {
  const t = useWords('calendars');
  const { data: region, error, refetch } = useRegion();
  if (error !== null) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  return (
    <>
      <section className="card" aria-label={t('title')}>
        <header className="card-head">
          <h1>{t('title')}</h1>
          <p className="muted dense">{t('what')}</p>
        </header>
        {region === undefined ? null : <Years region={region} />}
      </section>
      {region === undefined ? null : <Import region={region} />}
      {region === undefined ? null : <EditionsCard editions={region.editions} mayRevert={region.mayImport} />}
    </>
  );
}

/** Of the years before these nobody asks any more; they stay in the files. */
const SHOWN = 4;

function Years({ region: { years } }: { readonly region: CalendarRegion }): ReactNode {
  const t = useWords('calendars');
  const { listed } = useDays();
  const latest = years.slice(-SHOWN).reverse();
  return (
    <table className="set-table">
      <TableHead
        columns={(['year', 'status', 'notice', 'issuedOn', 'version', 'origin'] as const).map((name) => t(`year.${name}`))}
      />
      <tbody>
        {latest.map(({ year, status, notice, issuedOn, version, imported }) => (
          <tr key={year} data-year={year}>
            <th scope="row">{year}</th>
            <td>{t(`status.${status}`)}</td>
            <td>{notice ?? '—'}</td>
            <td>{issuedOn === null ? '—' : listed(issuedOn)}</td>
            <td>{version ?? '—'}</td>
            <td>{t(imported ? 'origin.imported' : 'origin.shipped')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Import({ region }: { readonly region: CalendarRegion }): ReactNode {
  const t = useWords('calendars');
  const [made, setMade] = useState(0);
  const next = 1 + Math.max(0, ...region.years.filter(({ status }) => status === 'published').map(({ year }) => year));
  return (
    <section className="card cal-import" aria-labelledby="cal-import">
      <header className="card-head">
        <h2 id="cal-import">{t('import')}</h2>
        <p className="muted dense">{t('import-what')}</p>
      </header>
      {region.mayImport ? (
        <CalendarForm key={`${next} ${made}`} year={next} onDone={() => setMade(made + 1)} />
      ) : (
        <EmptyState text={t('not-yours')} />
      )}
    </section>
  );
}
