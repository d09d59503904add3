import { addDays, type LocalDate } from '@gongkai/calendar';
import type { DueDay, DueDaysView, Light } from '@gongkai/contracts';
import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useDays } from '../i18n/use-days.js';
import { useWords } from '../i18n/use-words.js';
import { NumberLink } from '../overview/number-link.js';
import { URGENCY } from '../overview/lights.js';
import { OtherDue } from './other-due.js';
import { LightIcon } from '../parts/light.js';
import { WEEK, WeekdayHead, weeksOf } from '../parts/weeks.js';

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -WEEK, ArrowDown: WEEK };

/** The weeks of a month, Monday first. Arrows move from day to day, Enter opens what is due. */
export function DueMonth({ view: { days, today, month } }: { readonly view: DueDaysView }): ReactNode {
  const { month: monthName } = useDays();
  const table = useRef<HTMLTableElement>(null);
  const [current, setCurrent] = useState<LocalDate>(() => firstStop(days, today, month));
  const move = (event: KeyboardEvent, from: LocalDate): void => {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = addDays(from, step);
    const cell = table.current?.querySelector<HTMLElement>(`[data-date="${next}"]`);
    if (!cell) return;
    setCurrent(next);
    (cell.querySelector('a') ?? cell).focus();
  };
  return (
    <table className="card days-table due-table" ref={table}>
      <caption>{monthName(`${month}-01`)}</caption>
      <WeekdayHead days={days} />
      <tbody>
        {weeksOf(days).map((week) => (
          <tr key={week[0]?.date}>
            {week.map((day) => (
              <td key={day.date} onKeyDown={(event) => move(event, day.date)}>
                <DayOfDue
                  day={day}
                  isToday={day.date === today}
                  isOfMonth={day.date.startsWith(month)}
                  isStop={day.date === current}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The Tab key comes to today, else to the first of the month. */
const firstStop = (days: readonly DueDay[], today: LocalDate, month: string): LocalDate =>
  (days.find(({ date }) => date === today) ?? days.find(({ date }) => date.startsWith(month)))?.date ?? today;

type DayProps = { readonly day: DueDay; readonly isToday: boolean; readonly isOfMonth: boolean; readonly isStop: boolean };

function DayOfDue({ day, isToday, isOfMonth, isStop }: DayProps): ReactNode {
  const { full } = useDays();
  const mark = useMark(day);
  const look = `day day-${day.kind}${isOfMonth ? '' : ' is-beside'}${isToday ? ' day-today' : ''}`;
  const isEmpty = day.total === 0;
  return (
    <div
      className={look}
      data-date={day.date}
      {...(isEmpty
        ? { role: 'img', tabIndex: isStop ? 0 : -1, 'aria-label': [full(day.date), mark].filter(Boolean).join(' ') }
        : {})}
    >
      <span className="day-head">
        <span className={isOfMonth ? 'strong' : undefined}>{Number(day.date.slice(-2))}</span>
        <span className="due-mark">{mark}</span>
      </span>
      {isEmpty ? null : <Due day={day} isStop={isStop} />}
      <OtherDue day={day} />
    </div>
  );
}

function useMark({ kind, holiday, provisional }: DueDay): string {
  const t = useWords('calendars');
  if (kind === 'makeup') return t('mark.makeup');
  if (kind === 'holiday') return holiday ?? t('mark.holiday');
  return provisional ? t('mark.provisional') : '';
}

/** The number opens its list; beside it how many of each light, each with its shape. */
function Due({ day: { date, total, byLight, filters }, isStop }: { readonly day: DueDay; readonly isStop: boolean }): ReactNode {
  const t = useWords('calendars');
  const { listed } = useDays();
  const lights = URGENCY.filter((light) => (byLight[light] ?? 0) > 0);
  return (
    <>
      <NumberLink
        filters={filters}
        className="day-count"
        label={t('due.day', { count: total, day: listed(date) })}
        isStop={isStop}
      >
        <b>{total}</b>
      </NumberLink>
      <span className="due-lights">
        {lights.map((light) => (
          <OfLight key={light} light={light} count={byLight[light] ?? 0} />
        ))}
      </span>
    </>
  );
}

function OfLight({ light, count }: { readonly light: Light; readonly count: number }): ReactNode {
  const terms = useWords('terms');
  return (
    <span className="due-light" title={terms(`light.${light}`)}>
      <LightIcon light={light} size={12} />
      {count}
    </span>
  );
}
