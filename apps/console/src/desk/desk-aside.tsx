import { addDays } from '@gongkai/calendar';
import type { CaseRow, OfficeView } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { NoticeLines } from '../bell/notice-lines.js';
import { useAcknowledge, useNotifications } from '../bell/use-notifications.js';
import { useDays } from '../i18n/use-days.js';
import { useWords } from '../i18n/use-words.js';
import { useKeys } from '../keys/use-keys.js';
import { useOffice } from '../shell/use-office.js';
import './desk-aside.css';

const WEEKS = 3;
const DAYS_OF_A_WEEK = 7;

/** Beside the desk: what is new, and on which of the next days something is due. */
export function DeskAside({ rows }: { readonly rows: readonly CaseRow[] }): ReactNode {
  const { data: office } = useOffice();
  return (
    <aside className="card desk-aside">
      <News />
      {office === undefined ? null : <DaysAhead office={office} rows={rows} />}
    </aside>
  );
}

function News(): ReactNode {
  const t = useWords('desk');
  const shell = useWords('shell');
  const { data } = useNotifications();
  const acknowledge = useAcknowledge();
  const run = (): void => acknowledge.mutate(undefined);
  useKeys([{ keys: ['A'], does: shell('bell.acknowledge-all'), run }]);
  const items = data?.items ?? [];
  return (
    <section aria-labelledby="news">
      <div className="card-head">
        <h2 id="news">{t('changes')}</h2>
        <span className="muted">{data?.unread}</span>
        <span className="spring" />
        {items.length === 0 ? null : (
          <button type="button" className="link-button dense" onClick={run}>
            {shell('bell.acknowledge-all')} <kbd aria-hidden>A</kbd>
          </button>
        )}
      </div>
      <div className="desk-news">
        {items.length === 0 ? <p className="muted dense">{t('changes.none')}</p> : <NoticeLines items={items} />}
      </div>
    </section>
  );
}

type AheadProps = { readonly office: OfficeView; readonly rows: readonly CaseRow[] };

/** Three weeks from Monday on; days off stay in their place, so that a Saturday that is worked is seen. */
function DaysAhead({ office, rows }: AheadProps): ReactNode {
  const t = useWords('desk');
  const days = useDays();
  const shown = office.days.slice(0, WEEKS * DAYS_OF_A_WEEK);
  const monday = shown[0]?.date ?? office.today;
  const heads = Array.from({ length: DAYS_OF_A_WEEK }, (_, i) => days.weekday(addDays(monday, i)).replace('周', ''));
  return (
    <section aria-labelledby="ahead" className="days-ahead">
      <h2 id="ahead">{t('ahead')}</h2>
      <div className="days-grid">
        {heads.map((head) => (
          <span key={head} className="muted small" aria-hidden>
            {head.slice(0, 2)}
          </span>
        ))}
        {shown.map((day) => (
          <Day
            key={day.date}
            day={day}
            today={office.today}
            due={rows.filter(({ finalDue, light }) => finalDue === day.date && light !== 'none').length}
          />
        ))}
      </div>
    </section>
  );
}

type DayProps = { readonly day: OfficeView['days'][number]; readonly today: string; readonly due: number };

function Day({ day: { date, kind }, today, due }: DayProps): ReactNode {
  const t = useWords('desk');
  const shell = useWords('shell');
  const days = useDays();
  const mark = kind === 'holiday' ? shell('day.off') : kind === 'makeup' ? shell('day.worked') : '';
  const look = `day-ahead is-${kind}${date < today ? ' is-past' : ''}${date === today ? ' is-today' : ''}`;
  return (
    <span className={look}>
      <span aria-hidden>
        {Number(date.slice(8))} <small>{mark}</small>
      </span>
      {due === 0 ? null : (
        <>
          <b aria-hidden>{due}</b>
          <span className="unseen">{t('ahead.due', { day: days.listed(date), count: due })}</span>
        </>
      )}
    </span>
  );
}
