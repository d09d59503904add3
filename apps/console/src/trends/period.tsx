import { addDays, addMonths, isLocalDate, yearOf, type LocalDate } from '@gongkai/calendar';
import { useState, type ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import { useAddress } from '../list/use-address.js';
import { Choice } from '../parts/choice.js';
import { DateInput } from '../parts/date-input.js';

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
  return (
    <div className="trends-period no-print">
      <Choice
        label={t('period.which')}
        options={PERIODS.map((value) => ({ value, label: t(`period.${value}`) }))}
        value={chosen ?? null}
        onChange={(period) => set(daysOf(period, today))}
      />
      <PeriodDay key={`from ${shown.from}`} name="from" day={shown.from} {...shown} />
      <span aria-hidden>—</span>
      <PeriodDay key={`to ${shown.to}`} name="to" day={shown.to} {...shown} />
    </div>
  );
}

/** A day that is typed counts once it is one. */
function PeriodDay({ name, day, from, to, today }: Props & { readonly name: 'from' | 'to'; readonly day: LocalDate }): ReactNode {
  const t = useWords('trends');
  const [, set] = useAddress();
  const [typed, type] = useState<string>(day);
  const change = (text: string): void => {
    type(text);
    if (isLocalDate(text) && text !== day) set({ from, to, [name]: text });
  };
  return <DateInput label={t(`period.${name}`)} value={typed} onChange={change} today={today} />;
}
