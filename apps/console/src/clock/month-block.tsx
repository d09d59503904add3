import { addDays, addMonths, localDate, type LocalDate } from '@gongkai/calendar';
import type { KeyboardEvent, ReactNode } from 'react';
import { useDays } from '../i18n/use-days.js';
import { useWords } from '../i18n/use-words.js';
import { flagsOf, type LedgerDay, type Reading } from './reading.js';
import { mondayFirst, spokenDay } from './spoken-day.js';
import { useWording } from './use-wording.js';
import './month-block.css';

type MonthProps = {
  /** Its first day. */
  readonly month: LocalDate;
  readonly reading: Reading;
  readonly today: LocalDate;
  /** The one day that the Tab key reaches; arrows lead on from it. */
  readonly current: LocalDate;
  readonly onMove: (date: LocalDate) => void;
};

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/** A month, Monday first: every day with its mark and its place in the count. */
export function MonthBlock({ month, reading, today, current, onMove }: MonthProps): ReactNode {
  const t = useWords('clock');
  const days = useDays();
  const byDate = new Map<string, LedgerDay>(reading.days.map((day) => [day.date, day]));
  const move = (event: KeyboardEvent, date: LocalDate): void => {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    onMove(addDays(date, step));
  };
  return (
    <table className="month">
      <caption>{days.month(month)}</caption>
      <thead>
        <tr>
          {['1', '2', '3', '4', '5', '6', '0'].map((day) => (
            <th key={day} scope="col">
              {t(`weekday.${day}` as 'weekday.1')}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksIn(month).map((week) => (
          <tr key={week.find((date) => date !== null)}>
            {week.map((date, i) =>
              date === null ? (
                <td key={i} />
              ) : (
                <DayOfMonth
                  key={date}
                  date={date}
                  day={byDate.get(date)}
                  reading={reading}
                  today={today}
                  isCurrent={date === current}
                  onKeyDown={(event) => move(event, date)}
                />
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type DayProps = {
  readonly date: LocalDate;
  readonly day: LedgerDay | undefined;
  readonly reading: Reading;
  readonly today: LocalDate;
  readonly isCurrent: boolean;
  readonly onKeyDown: (event: KeyboardEvent) => void;
};

function DayOfMonth({ date, day, reading, today, isCurrent, onKeyDown }: DayProps): ReactNode {
  const wording = useWording();
  return (
    <td>
      <div
        className={classesOf(date, day, today)}
        data-date={date}
        role="img"
        tabIndex={isCurrent ? 0 : -1}
        aria-label={spokenDay({ date, day, today, start: reading.start }, wording)}
        onKeyDown={onKeyDown}
      >
        <span>{Number(date.slice(8))}</span>
        <DayMark day={day} isToday={date === today} />
        <DayCount day={day} start={reading.start} />
      </div>
    </td>
  );
}

const classesOf = (date: LocalDate, day: LedgerDay | undefined, today: LocalDate): string =>
  [
    `month-day is-${day?.kind ?? 'outside'}`,
    ...(date <= today ? ['is-past'] : []),
    ...(date === today ? ['is-today'] : []),
    ...(day === undefined ? [] : flagsOf(day)),
  ].join(' ');

function DayMark({ day, isToday }: { readonly day: LedgerDay | undefined; readonly isToday: boolean }): ReactNode {
  const t = useWords('clock');
  const mark = (day && markOf(day)) ?? (isToday ? 'today' : day?.due ? 'due' : null);
  return mark === null ? null : <span className="month-mark">{t(mark === 'today' ? 'mark.today.day' : `mark.${mark}`)}</span>;
}

const markOf = ({ makeup, kind }: LedgerDay): 'makeup' | 'holiday' | undefined =>
  makeup ? 'makeup' : kind === 'holiday' ? 'holiday' : undefined;

function DayCount({ day, start }: { readonly day: LedgerDay | undefined; readonly start: Reading['start'] }): ReactNode {
  const t = useWords('clock');
  if (day === undefined) return null;
  const counts: Readonly<Partial<Record<LedgerDay['kind'], string>>> = {
    start: t(`start.${start}.day`),
    counted: t('ordinal.short', { ordinal: day.ordinal ?? 0 }),
    stopped: t('mark.stopped'),
  };
  const text = counts[day.kind];
  return text === undefined ? null : <b className="month-count">{text}</b>;
}

/** The weeks of a month; days of its neighbours are left out. */
function weeksIn(month: LocalDate): (LocalDate | null)[][] {
  const next = addMonths(month, 1);
  const weeks: (LocalDate | null)[][] = [Array<null>(mondayFirst(month)).fill(null)];
  for (let date = month; date < next; date = addDays(date, 1)) {
    if (mondayFirst(date) === 0 && date !== month) weeks.push([]);
    weeks.at(-1)?.push(date);
  }
  return weeks;
}

/** The first days of the months from one day to another. */
export function monthsBetween(from: string, to: string): LocalDate[] {
  const months: LocalDate[] = [];
  for (let month = localDate(`${from.slice(0, 7)}-01`); month <= to; month = addMonths(month, 1)) months.push(month);
  return months;
}
