import { weekday, type LocalDate } from '@gongkai/calendar';
import type { ReactNode } from 'react';
import { useDays } from '../i18n/use-days.js';
import { useLanguage, useWords } from '../i18n/use-words.js';
import { cellsOf, type RulerCell } from './fold-weeks.js';
import { flagsOf, type LedgerDay } from './reading.js';
import type { Stage } from './stage.js';
import type { Start } from './start.js';
import { useOverflow } from './use-overflow.js';
import './ruler.css';

type Props = {
  readonly days: readonly LedgerDay[];
  /** The days since the due day, where the reply is owed and late. */
  readonly late: readonly LedgerDay[];
  /** In working days. */
  readonly lateBy: number;
  /** How far it has come: the cells until then are filled, and it has a flag. */
  readonly stage: Stage;
  readonly start: Start;
  /** What stopped the clock, told once over the first stopped day. */
  readonly stopCaption: string;
  /** The date reaches a year without a published calendar. */
  readonly provisional: boolean;
  /** The whole in one sentence, for who cannot see it. */
  readonly label: string;
};

/** From how many cells before the stop to how many after its first day the flag of today lies on the caption of the stop. */
const CROWD = { before: 2, after: 12 };
/** What a cell needs for two figures. */
const CELL = 14.5;
/** A line of more cells than that is not read any more, however wide the screen. */
const MOST_CELLS = 70;
/** Cells between the date under the first or the last one and the next date, as its words need. */
const APART = { 'zh-CN': { start: 2, end: 4 }, en: { start: 4, end: 6 } } as const;
/** More late days than that are told as one number. */
const MOST_LATE = 14;

/** Every calendar day from the start of a period to its due day on one line, and those since, where it was not kept. */
export function Ruler({ days, late, lateBy, stage, start, stopCaption, provisional, label }: Props): ReactNode {
  const t = useWords('clock');
  const apart = APART[useLanguage()];
  const { ref, isWider, room } = useOverflow<HTMLDivElement>('.ruler-today');
  const firstStop = days.find(({ kind }) => kind === 'stopped')?.date;
  const shownLate = late.length > MOST_LATE ? late.slice(-1) : late;
  const fitting = room === null ? MOST_CELLS : Math.min(MOST_CELLS, Math.floor(room / CELL));
  const cells = cellsOf(days, stage.day, fitting - shownLate.length);
  const looks = [
    'ruler',
    ...(provisional ? ['provisional'] : []),
    ...(isCrowded(cells, firstStop, stage.day) ? ['is-crowded'] : []),
  ].join(' ');
  return (
    <div className="ruler-place" ref={ref} tabIndex={isWider ? 0 : undefined}>
      <div className={looks} style={{ minWidth: (cells.length + shownLate.length) * CELL }} role="img" aria-label={label}>
        {cells.map((cell, i) =>
          cell.type === 'fold' ? (
            <Fold key={cell.from}>{t('folded', { count: cell.weeks })}</Fold>
          ) : (
            <DayCell
              key={cell.day.date}
              day={cell.day}
              stage={stage}
              start={start}
              caption={cell.day.date === firstStop ? stopCaption : null}
              isLabelled={i === 0 || (i > apart.start && i < cells.length - apart.end && weekday(cell.day.date) === 1)}
            />
          ),
        )}
        {shownLate.length < late.length && <Fold>{t('late', { count: lateBy })}</Fold>}
        {shownLate.map((day) => (
          <DayCell key={day.date} day={day} stage={stage} start={start} caption={null} isLabelled={false} />
        ))}
      </div>
    </div>
  );
}

/** Whether the flag of today would lie on the caption of the stop. */
function isCrowded(cells: readonly RulerCell[], firstStop: string | undefined, today: string): boolean {
  const placeOf = (date: string | undefined): number => cells.findIndex((cell) => cell.type === 'day' && cell.day.date === date);
  const apart = placeOf(today) - placeOf(firstStop);
  return firstStop !== undefined && apart >= -CROWD.before && apart <= CROWD.after;
}

type DayCellProps = {
  readonly day: LedgerDay;
  readonly stage: Stage;
  readonly start: Start;
  readonly caption: string | null;
  readonly isLabelled: boolean;
};

function DayCell({ day, stage, start, caption, isLabelled }: DayCellProps): ReactNode {
  const t = useWords('clock');
  const { tick } = useDays();
  const { date, kind, ordinal, due } = day;
  const marks: Readonly<Partial<Record<LedgerDay['kind'], string>>> = {
    start: t(`start.${start}.mark`),
    holiday: t('mark.holiday'),
  };
  const classes = ['ruler-cell', `is-${kind}`, ...(date <= stage.day ? ['is-past'] : []), ...flagsOf(day)];
  return (
    <div className={classes.join(' ')}>
      {caption !== null && <span className="ruler-caption">{caption}</span>}
      <div className="ruler-box">{ordinal ?? marks[kind]}</div>
      {isLabelled && <div className="ruler-date">{tick(date)}</div>}
      {due && <DueFlag date={date} />}
      {date === stage.day && <StageFlag is={stage.is} />}
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

function StageFlag({ is }: Pick<Stage, 'is'>): ReactNode {
  const t = useWords('clock');
  return (
    <div className="ruler-today">
      <span>{t(`mark.${is}`)}</span>
    </div>
  );
}

const Fold = ({ children }: { readonly children: ReactNode }): ReactNode => (
  <div className="ruler-cell is-fold">
    <div className="ruler-box">{children}</div>
  </div>
);
