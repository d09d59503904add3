import { addDays, addMonths, isLocalDate, yearOf, type LocalDate } from '@gongkai/calendar';

/** What is more likely meant where the year or month is left out: facts lie behind the office's today, terms before it. */
export type Leaning = 'past' | 'future';

type Reading = (groups: readonly string[], today: LocalDate, leaning: Leaning) => LocalDate | null;

/** Days beside today that have a name. */
const NAMED_DAYS: Readonly<Record<string, number>> = {
  今: 0,
  今天: 0,
  t: 0,
  today: 0,
  昨: -1,
  昨天: -1,
  y: -1,
  yesterday: -1,
  前: -2,
  前天: -2,
  明: 1,
  明天: 1,
};

const CENTURY = '20';
const SEPARATOR = '[-/.年月]';

/** Every way a day can be typed, the first that fits decides. */
const WRITINGS: readonly (readonly [RegExp, Reading])[] = [
  [/^([+-])(\d{1,3})$/, ([sign = '', days = ''], today) => addDays(today, Number(`${sign}${days}`))],
  [/^(\d{4})(\d{2})(\d{2})$/, ([year, month, day]) => dayOf(year, month, day)],
  [/^(\d{2})(\d{2})(\d{2})$/, ([year, month, day]) => dayOf(`${CENTURY}${year ?? ''}`, month, day)],
  [/^(\d{2})(\d{2})$/, monthAndDay],
  [/^(\d{1,2})日?$/, dayOnly],
  [new RegExp(`^(\\d{1,2})${SEPARATOR}(\\d{1,2})日?$`), monthAndDay],
  [new RegExp(`^(\\d{4})${SEPARATOR}(\\d{1,2})${SEPARATOR}(\\d{1,2})日?$`), ([year, month, day]) => dayOf(year, month, day)],
];

/**
 * Reads a day as an officer types it: `8`, `5-8`, `0508`, `今`, `昨`, `+3`, `2026-05-08`; also in full-width signs.
 * @param today the office's, from the server
 * @returns null where it is no day
 */
export function readDay(typed: string, today: LocalDate, leaning: Leaning = 'past'): LocalDate | null {
  const text = typed.normalize('NFKC').replace(/\s/g, '').toLowerCase();
  const named = Object.hasOwn(NAMED_DAYS, text) ? NAMED_DAYS[text] : undefined;
  if (named !== undefined) return addDays(today, named);
  for (const [writing, reading] of WRITINGS) {
    const groups = writing.exec(text)?.slice(1);
    if (groups !== undefined) return reading(groups, today, leaning);
  }
  return null;
}

const pad = (part: string | number | undefined, length: number): string => String(part ?? '').padStart(length, '0');

function dayOf(year?: string | number, month?: string | number, day?: string | number): LocalDate | null {
  const text = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
  return isLocalDate(text) ? text : null;
}

/** Leap days come once in four years. */
const YEARS = [0, 1, 2, 3, 4];
const MONTHS = Array.from({ length: 12 }, (_, i) => i);

function monthAndDay([month, day]: readonly string[], today: LocalDate, leaning: Leaning): LocalDate | null {
  return nearest(YEARS, leaning, today, (years) => dayOf(yearOf(today) + years, month, day));
}

/** The day of a month that has it: the 31st typed in early May is the 31st of March. */
function dayOnly([day]: readonly string[], today: LocalDate, leaning: Leaning): LocalDate | null {
  const first = `${today.slice(0, 8)}01` as LocalDate;
  return nearest(MONTHS, leaning, today, (months) => {
    const [year, month] = addMonths(first, months).split('-');
    return dayOf(year, month, day);
  });
}

/** The nearest day on the side that is leaned to, today included. */
function nearest(
  distances: readonly number[],
  leaning: Leaning,
  today: LocalDate,
  at: (distance: number) => LocalDate | null,
): LocalDate | null {
  const isPast = leaning === 'past';
  const days = distances.map((distance) => at(isPast ? -distance : distance));
  return days.find((day) => day !== null && (isPast ? day <= today : day >= today)) ?? null;
}
