import type { DashboardDay, DashboardView } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { useDays } from '../i18n/use-days.js';
import { useWords } from '../i18n/use-words.js';
import { LightIcon } from '../parts/light.js';
import { WeekdayHead, weeksOf } from '../parts/weeks.js';
import { worstOf } from './lights.js';
import { NumberLink } from './number-link.js';

/** What falls due in the next ten working days, in all after one, three, five and ten, and as weeks; off-days stay in their place, so that a worked Saturday is seen. */
export function DaysCard({ view }: { readonly view: DashboardView }): ReactNode {
  const t = useWords('overview');
  const { days, within } = view;
  const today = days.find(({ place }) => place === 'today')?.total ?? 0;
  return (
    <section className="card days-card" aria-labelledby="days-ahead">
      <header className="card-head">
        <h2 id="days-ahead">{t('ahead')}</h2>
        <span className="muted small">{t('ahead.today', { count: today })}</span>
      </header>
      <ul className="days-within" aria-label={t('ahead.sums')}>
        {within.map(({ workingDays, total, filters }) => (
          <li key={workingDays}>
            <NumberLink filters={filters}>
              <b>{total}</b> <span className="dense">{t('ahead.within', { count: workingDays })}</span>
            </NumberLink>
          </li>
        ))}
      </ul>
      <table className="days-table" aria-labelledby="days-ahead">
        <WeekdayHead days={days} />
        <tbody>
          {weeksOf(days).map((week) => (
            <tr key={week[0]?.date}>
              {week.map((day) => (
                <td key={day.date}>
                  <Day day={day} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Day({ day }: { readonly day: DashboardDay }): ReactNode {
  const t = useWords('overview');
  const { tick, listed } = useDays();
  const light = worstOf(day);
  const look = `day day-${day.kind} day-${day.place}${light === undefined ? '' : ` day-${light}`}`;
  return (
    <div className={look}>
      <span className="day-head">
        <span>{tick(day.date)}</span>
        <Mark day={day} />
      </span>
      {light === undefined ? null : (
        <NumberLink filters={day.filters} className="day-count" label={t('day.due', { count: day.total, day: listed(day.date) })}>
          <LightIcon light={light} size={14} />
          <b>{day.total}</b>
        </NumberLink>
      )}
    </div>
  );
}

function Mark({ day: { kind, place, provisional } }: { readonly day: DashboardDay }): ReactNode {
  const t = useWords('overview');
  if (place === 'today') return <b>{t('day.today')}</b>;
  if (kind === 'makeup') return <b>{t('day.makeup')}</b>;
  if (provisional) return <span className="muted">{t('day.provisional')}</span>;
  return kind === 'holiday' ? <span>{t('day.holiday')}</span> : null;
}
