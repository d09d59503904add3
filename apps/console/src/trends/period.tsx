import { addDays, addMonths, yearOf, type LocalDate } from '@gongkai/calendar';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import { useAddress } from '../list/use-address.js';
import { Choice } from '../parts/choice.js';
import { SettledDay } from '../parts/settled-day.js';

const PERIODS = ['weeks', 'year', 'this-year', 'last-year'] as const;
type Period = (typeof PERIODS)[number];

/** The days of a period, as the address has them; the server knows the usual weeks. */
function daysOf(period: Period, today: LocalDate): { readonly from: string; readonly to: string } {
  if (period === 'weeks') return { from: '', to: '' };
  if (period === 'year') return { from: addDays(addMonths(today, -12), 1), to: today };
  const year = yearOf(today) - (period === 'last-year' ? 1 : 0);
  return { from: `${year}-01-01`, to: period === 'this-year' ? today : `${year}-12-31` };
}

type Props = { readonly from: LocalDate; readonly to: LocalDate; readonly today: LocalDate };

/** Which days are looked at: one of the usual periods, or from one day to another. */
export function PeriodChoice(shown: Props): ReactNode {
  const t = useWords('trends');
  const [get, set] = useAddress();
  const { today } = shown;
  const chosen = PERIODS.find((period) => {
    const { from, to } = daysOf(period, today);
    return from === (get('from') ?? '') && to === (get('to') ?? '');
  });
  const day = (name: 'from' | 'to'): ReactNode => (
    <SettledDay
      key={`${name} ${shown[name]}`}
      label={t(`period.${name}`)}
      day={shown[name]}
      today={today}
      onDay={(typed) => set({ from: shown.from, to: shown.to, [name]: typed })}
    />
  );
  return (
    <div className="trends-period no-print">
      <Choice
        label={t('period.which')}
        options={PERIODS.map((value) => ({ value, label: t(`period.${value}`) }))}
        value={chosen ?? null}
        onChange={(period) => set(daysOf(period, today))}
      />
      {day('from')}
      <span aria-hidden>—</span>
      {day('to')}
    </div>
  );
}
