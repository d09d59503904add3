import { weekday, type LocalDate } from '@gongkai/calendar';
import type { ReactNode } from 'react';
import { useDays } from '../i18n/use-days.js';
import { useWords } from '../i18n/use-words.js';
import { cellsOf, type RulerCell } from './fold-weeks.js';
import { flagsOf, type LedgerDay } from './reading.js';
import type { Start } from './start.js';
import './ruler.css';

type Props = {
  readonly days: readonly LedgerDay[];
  readonly today: LocalDate;
  readonly start: Start;
  /** What stopped the clock, told once over the first stopped day. */
  readonly stopCaption: string;
  /** The date reaches a year without a published calendar. */
  readonly provisional: boolean;
  /** The whole in one sentence, for who cannot see it. */
  readonly label: string;
};

/** Every calendar day from the start of a period to its due day on one line. */
export function Ruler({ days, today, start, stopCaption, provisional, label }: Props): ReactNode {
  const cells = cellsOf(days, today);
  const firstStop = days.find(({ kind }) => kind === 'stopped')?.date;
  return (
    <div className={`ruler${provisional ? ' provisional' : ''}`} role="img" aria-label={label}>
      {cells.map((cell, i) =>
        cell.type === 'fold' ? (
          <FoldedWeeks key={cell.from} cell={cell} />
        ) : (
          <DayCell
            key={cell.day.date}
            day={cell.day}
            today={today}
            start={start}
            caption={cell.day.date === firstStop ? stopCaption : null}
            isLabelled={i === 0 || (i > 4 && i < cells.length - 4 && weekday(cell.day.date) === 1)}
          />
        ),
      )}
    </div>
  );
}

type DayCellProps = {
  readonly day: LedgerDay;
  readonly today: LocalDate;
  readonly start: Start;
  readonly caption: string | null;
  readonly isLabelled: boolean;
};

function DayCell({ day, today, start, caption, isLabelled }: DayCellProps): ReactNode {
  const t = useWords('clock');
  const { tick } = useDays();
  const { date, kind, ordinal, due } = day;
  const marks: Readonly<Partial<Record<LedgerDay['kind'], string>>> = {
    start: t(`start.${start}.mark`),
    holiday: t('mark.holiday'),
  };
  const classes = ['ruler-cell', `is-${kind}`, ...(date <= today ? ['is-past'] : []), ...flagsOf(day)];
  return (
    <div className={classes.join(' ')}>
      {caption !== null && <span className="ruler-caption">{caption}</span>}
      <div className="ruler-box">{ordinal ?? marks[kind]}</div>
      {isLabelled && <div className="ruler-date">{tick(date)}</div>}
      {due && <DueFlag date={date} />}
      {date === today && <TodayFlag />}
    </div>
  );
}

function DueFlag({ date }: { readonly date: LocalDate }): ReactNode {
  const t = useWords('clock');
  const { tick } = useDays();
  return (
    <span className="ruler-end">
      {tick(date)} {t('mark.due')}
    </span>
  );
}

function TodayFlag(): ReactNode {
  const t = useWords('clock');
  return (
    <div className="ruler-today">
      <span>{t('mark.today')}</span>
    </div>
  );
}

function FoldedWeeks({ cell }: { readonly cell: Extract<RulerCell, { type: 'fold' }> }): ReactNode {
  const t = useWords('clock');
  return (
    <div className="ruler-cell is-fold">
      <div className="ruler-box">{t('folded', { count: cell.weeks })}</div>
    </div>
  );
}
