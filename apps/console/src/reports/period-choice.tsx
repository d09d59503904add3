import type { AnnualReport } from '@gongkai/contracts';
import { Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import { useAddress } from '../list/use-address.js';
import { SettledDay } from '../parts/settled-day.js';

/** First and last day of what is asked for most, month and day. */
const PARTS = {
  year: ['01-01', '12-31'],
  h1: ['01-01', '06-30'],
  h2: ['07-01', '12-31'],
  q1: ['01-01', '03-31'],
  q2: ['04-01', '06-30'],
  q3: ['07-01', '09-30'],
  q4: ['10-01', '12-31'],
} as const;
type Part = keyof typeof PARTS;
const NAMES = Object.keys(PARTS) as Part[];
const OTHER = 'other';

type Props = { readonly report: AnnualReport };

/** Of which period is counted: the year, a part of it that everybody has a name for, or any other. */
export function PeriodChoice({ report }: Props): ReactNode {
  const t = useWords('reports');
  const [, setAddress] = useAddress();
  const [isOther, setOther] = useState(false);
  const { year, from, to } = report;
  const daysOf = (name: Part): string[] => PARTS[name].map((day) => `${String(year)}-${day}`);
  const named = NAMES.find((name) => daysOf(name).join() === [from, to].join());
  const chosen = isOther || named === undefined ? OTHER : named;
  const choose = (name: Part | typeof OTHER): void => {
    setOther(name === OTHER);
    if (name === OTHER) return;
    const [first = '', last = ''] = name === 'year' ? [] : daysOf(name);
    setAddress({ from: first, to: last, cell: '', current: '' });
  };
  return (
    <>
      <Select
        aria-label={t('period')}
        value={chosen}
        options={([...NAMES, OTHER] as const).map((value) => ({ value, label: t(`period.${value}`) }))}
        onChange={choose}
        popupMatchSelectWidth={false}
      />
      {chosen === OTHER ? <OtherPeriod key={`${from} ${to}`} report={report} /> : null}
    </>
  );
}

/** Counted once both days are in their order. */
function OtherPeriod({ report: { from, to, today } }: Props): ReactNode {
  const t = useWords('reports');
  const [, setAddress] = useAddress();
  const [days, setDays] = useState<Readonly<Record<'from' | 'to', string>>>({ from, to });
  const change = (next: typeof days): void => {
    setDays(next);
    if (next.from <= next.to) setAddress({ ...next, cell: '', current: '' });
  };
  return (
    <>
      {(['from', 'to'] as const).map((side) => (
        <SettledDay
          key={side}
          label={t(`period.${side}`)}
          day={days[side]}
          today={today}
          onDay={(day) => change({ ...days, [side]: day })}
          problem={side === 'to' && days.to < days.from ? t('period.backwards') : undefined}
        />
      ))}
    </>
  );
}
