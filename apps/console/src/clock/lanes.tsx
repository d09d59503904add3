import { daysBetween } from '@gongkai/calendar';
import type { ReactNode } from 'react';
import { useDays } from '../i18n/use-days.js';
import { useWords } from '../i18n/use-words.js';
import type { ClockCase } from './ledger-rows.js';
import type { lanesOf, Reading } from './reading.js';

type Props = { readonly lanes: ReturnType<typeof lanesOf>; readonly reading: Reading; readonly view: ClockCase };

/** One lane for each consultation, where several stopped the clock: a day under two of them is left out once. */
export function Lanes({ lanes, reading, view }: Props): ReactNode {
  const t = useWords('clock');
  const { range } = useDays();
  const { from, due } = reading.derivation;
  const whole = daysBetween(from, due) + 1;
  const percent = (days: number): string => `${(days / whole) * 100}%`;
  return (
    <figure className="lanes">
      <figcaption className="small">{t('lanes')}</figcaption>
      {lanes.map((lane) => (
        <div key={lane.id} className="lane">
          <span className="one-line">{view.consultations.find(({ id }) => id === lane.id)?.party ?? lane.id}</span>
          <div className="lane-track">
            <i style={{ left: percent(daysBetween(from, lane.from)), width: percent(daysBetween(lane.from, lane.to) + 1) }} />
          </div>
          <span className="no-wrap">{range(lane.from, lane.to)}</span>
        </div>
      ))}
    </figure>
  );
}
