import { daysOf, type CalendarVersion, type NewVersion } from './calendar-year.js';
import { addDays, type LocalDate } from './local-date.js';

/** The holidays of everybody, by the rules on days off (全国年节及纪念日放假办法, art. 2): a notice of a year arranges all of them. */
const STATUTORY: Readonly<Record<string, readonly (readonly [name: string, ...others: string[]])[]>> = {
  cn: [
    ['元旦', 'new year'],
    ['春节', 'spring festival'],
    ['清明', 'qingming', 'tomb-sweeping'],
    ['劳动节', 'labour day', 'labor day', '五一'],
    ['端午', 'dragon boat'],
    ['中秋', 'mid-autumn'],
    ['国庆', 'national day'],
  ],
};

/**
 * The statutory holidays that a notice does not name: one that names only some of them is no arrangement of a year. Of two that fall
 * together one run may bear both names (国庆节、中秋节).
 */
export function missingHolidays(region: string, { holidays }: Pick<NewVersion, 'holidays'>): string[] {
  const named = holidays.map(({ name }) => name.toLowerCase());
  const isNamed = (names: readonly string[]): boolean => names.some((one) => named.some((name) => name.includes(one)));
  return (STATUTORY[region] ?? []).filter((names) => !isNamed(names)).map(([name]) => name);
}

type Holiday = NewVersion['holidays'][number];

/**
 * The whole year as a notice leaves it that changes a part of the one in force: a holiday that it names again has the days that it gives
 * it, what it gives off is worked no more, what it makes worked is off no more, and the rest stays.
 */
export function amended(before: CalendarVersion, change: NewVersion): NewVersion {
  const again = new Set(change.holidays.map(({ name }) => name));
  const off = new Set(change.holidays.flatMap(daysOf));
  const worked = new Set(change.makeupWorkdays);
  const taken = (day: LocalDate): boolean => off.has(day) || worked.has(day);
  const kept = before.holidays.filter(({ name }) => !again.has(name)).flatMap((holiday) => runsWithout(holiday, taken));
  const makeupWorkdays = [...before.makeupWorkdays.filter((day) => !taken(day)), ...change.makeupWorkdays];
  return {
    ...change,
    holidays: [...kept, ...change.holidays].sort((a, b) => a.from.localeCompare(b.from)),
    makeupWorkdays: makeupWorkdays.sort((a, b) => a.localeCompare(b)),
  };
}

/** What is left of a run of days off, in as many runs as it falls into. */
function runsWithout(holiday: Holiday, taken: (day: LocalDate) => boolean): Holiday[] {
  const runs: { name: string; from: LocalDate; to: LocalDate }[] = [];
  for (const day of daysOf(holiday).filter((one) => !taken(one))) {
    const last = runs.at(-1);
    if (last !== undefined && addDays(last.to, 1) === day) last.to = day;
    else runs.push({ name: holiday.name, from: day, to: day });
  }
  return runs;
}
