import type { LocalDate } from '@gongkai/calendar';
import { useRef, useState, type ReactNode } from 'react';
import { useDays } from '../i18n/use-days.js';
import { useWords } from '../i18n/use-words.js';
import { ledgerRows, ledgerSentence, stoppedBy, type ClockCase } from './ledger-rows.js';
import { Lanes } from './lanes.js';
import { MonthBlock, monthsBetween } from './month-block.js';
import { lanesOf, type Reading, type Segment } from './reading.js';
import { useWording } from './use-wording.js';
import './reading-view.css';

type Props = { readonly reading: Reading; readonly view: ClockCase; readonly today: LocalDate };

/** One deadline, day by day: the stretches, the sum, the months, the table of where each stretch comes from. */
export function ReadingView({ reading, view, today }: Props): ReactNode {
  const wording = useWording();
  const lanes = lanesOf(reading.days);
  return (
    <div className="reading">
      <SegmentBand reading={reading} view={view} today={today} />
      <p className="dense">{ledgerSentence(reading, view, wording)}</p>
      <Months reading={reading} today={today} />
      {lanes.length > 1 ? <Lanes lanes={lanes} reading={reading} view={view} /> : null}
      <Legend />
      <LedgerTable reading={reading} view={view} />
    </div>
  );
}

/** 收到 → 计入3日 → 停计16日 → 计入17日 → 期满. */
function SegmentBand({ reading, view, today }: Props): ReactNode {
  const t = useWords('clock');
  const days = useDays();
  const { derivation, segments, start } = reading;
  return (
    <ol className="segments">
      <li className="segment is-start">
        <b>{t(`start.${start}.cell`)}</b>
        <span>{days.short(derivation.from)}</span>
      </li>
      {segments.map((segment) => (
        <SegmentOf key={segment.from} segment={segment} today={today} reading={reading} view={view} />
      ))}
      <li className={`segment is-due${reading.provisionalIn === null ? '' : ' provisional'}`}>
        <b>{t('mark.due')}</b>
        <span>{days.short(derivation.due)}</span>
      </li>
    </ol>
  );
}

function SegmentOf({ segment, today, reading, view }: Props & { readonly segment: Segment }): ReactNode {
  const t = useWords('clock');
  const { tickRange } = useDays();
  const { kind, extended, from, to, days } = segment;
  const reached = reachedIn(segment, reading, today);
  return (
    <li className={`segment is-${kind}`} style={{ flexGrow: days }}>
      <b>{t(extended ? 'segment.extended' : `segment.${kind}`, { count: days })}</b>
      <span>
        {tickRange(from, to)}
        {kind === 'stopped' && ` ${stoppedBy({ segments: [segment] }, view, t)}`}
        {reached !== null && t('reached', { ordinal: reached })}
      </span>
    </li>
  );
}

/** How far today is in a stretch that is not over. */
function reachedIn({ kind, from, to }: Segment, { days }: Reading, today: LocalDate): number | null {
  if (kind !== 'counted' || today < from || today >= to) return null;
  return days.findLast(({ date, ordinal }) => date <= today && ordinal !== null)?.ordinal ?? null;
}

function Months({ reading, today }: Pick<Props, 'reading' | 'today'>): ReactNode {
  const { from, due } = reading.derivation;
  const [current, setCurrent] = useState<LocalDate>(today >= from && today <= due ? today : from);
  const months = useRef<HTMLDivElement>(null);
  const move = (date: LocalDate): void => {
    const cell = months.current?.querySelector<HTMLElement>(`[data-date="${date}"]`);
    if (!cell) return;
    setCurrent(date);
    cell.focus();
  };
  return (
    <div className="months" ref={months}>
      {monthsBetween(from, due).map((month) => (
        <MonthBlock key={month} month={month} reading={reading} today={today} current={current} onMove={move} />
      ))}
    </div>
  );
}

const LEGEND = ['past', 'ahead', 'stopped', 'weekend', 'holiday', 'makeup', 'today'] as const;

function Legend(): ReactNode {
  const t = useWords('clock');
  return (
    <ul className="legend">
      {LEGEND.map((key) => (
        <li key={key}>
          <i className={`legend-${key}`} aria-hidden />
          {t(`legend.${key}`)}
        </li>
      ))}
    </ul>
  );
}

function LedgerTable({ reading, view }: Pick<Props, 'reading' | 'view'>): ReactNode {
  const wording = useWording();
  const { t } = wording;
  return (
    <table className="ledger-table">
      <thead>
        <tr>
          <th scope="col">{t('table.what')}</th>
          <th scope="col">{t('table.when')}</th>
          <th scope="col" className="number">
            {t('table.days')}
          </th>
          <th scope="col">{t('table.article')}</th>
        </tr>
      </thead>
      <tbody>
        {ledgerRows(reading, view, wording).map(({ key, what, when, days, article, isTotal }) => (
          <tr key={key} className={isTotal ? 'total' : undefined}>
            <td>{what}</td>
            <td className="no-wrap">{when}</td>
            <td className="number">{days}</td>
            <td>{article}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
