import { addDays, type LocalDate, type WorkingDays } from '@gongkai/calendar';
import { LINKS, type CaseAtRisk, type CaseRow, type ForecastFilters, type ForecastView } from '@gongkai/contracts';
import { lateCountOf, type Forecast } from '@gongkai/lifecycle';
import type { OpenRow } from './forecast-sql.js';
import type { Lesson } from './lessons.js';
import { mondayOf } from './trends.js';

const WEEK = 7;
const WEEKS_AHEAD = 4;
/** So many cases at risk are named. */
const NAMED = 200;

/** Which link a case is in that owes its reply. */
const LINK_OF: Readonly<Record<OpenRow['state'], (typeof LINKS)[number]>> = {
  received: 'acceptance',
  registered: 'acceptance',
  accepted: 'handling',
  approving: 'reply',
  signed: 'delivery',
};

/** Open cases that stand alike, with what is to be expected of each. */
type Expected = { readonly row: OpenRow; readonly forecast: Forecast };

/** What was learnt, and what is forecast by it. */
export type Forecasting = Lesson & { readonly rows: readonly Expected[] };

/** What is to be expected of open cases, by what was learnt from those that have been answered. */
export function expect(lesson: Lesson, open: readonly OpenRow[], today: LocalDate): Forecasting {
  const { model, calendar } = lesson;
  const rows = open.flatMap((row) => {
    const left = calendar.count(today, row.due) - pausedDays(row, today, calendar);
    const forecast = model.forecast({
      organ: row.organ,
      link: LINKS.indexOf(LINK_OF[row.state]),
      extended: row.extended,
      left: Math.max(0, left),
    });
    return forecast === null ? [] : [{ row, forecast }];
  });
  return { ...lesson, rows };
}

/** Working days from tomorrow that do not count, of those until the day that is due. */
function pausedDays({ due, paused_until: until }: OpenRow, today: LocalDate, calendar: WorkingDays): number {
  if (until === null) return 0;
  return calendar.count(today, until < due ? until : due);
}

/** Cases of at least such a chance, the greatest first, as far as they are named. */
export function atRisk({ rows }: Forecasting, atLeast: number): { readonly total: number; readonly ids: readonly string[] } {
  const risky = rows.filter(({ forecast }) => forecast.late >= atLeast);
  const ids = [...risky]
    .sort((a, b) => b.forecast.late - a.forecast.late || (a.row.due < b.row.due ? -1 : 1))
    .flatMap(({ row }) => row.ids);
  return { total: ids.length, ids: ids.slice(0, NAMED) };
}

type Named = {
  readonly at: Date;
  readonly today: LocalDate;
  readonly filters: ForecastFilters;
  readonly calendar: WorkingDays;
  /** By their ids. */
  readonly cases: ReadonlyMap<string, CaseRow>;
};

/** The forecast, with the cases at risk in their order. */
export function forecastOf(forecasting: Forecasting, named: Named): ForecastView {
  const { model, rows, since } = forecasting;
  const { at, today, filters } = named;
  const risk = atRisk(forecasting, filters.atLeast);
  const byId = new Map(rows.flatMap((one) => one.row.ids.map((id) => [id, one] as const)));
  const items = risk.ids.flatMap((id): CaseAtRisk[] => {
    const [found, row] = [byId.get(id), named.cases.get(id)];
    return found === undefined || row === undefined ? [] : [riskOf(found, row, named)];
  });
  return {
    today,
    at: at.toISOString(),
    learnt: { ...model.learnt, since },
    open: rows.reduce((all, { row }) => all + row.ids.length, 0),
    whole: lateCountOf(chancesOf(rows)),
    weeks: Array.from({ length: WEEKS_AHEAD }, (_, i) => weekOf(rows, i, named)),
    atLeast: filters.atLeast,
    atRisk: risk.total,
    items,
  };
}

const chancesOf = (rows: readonly Expected[]): number[] => rows.flatMap(({ row, forecast }) => row.ids.map(() => forecast.late));

const LIGHTS = 'red,yellow,green,stopped';

function weekOf(rows: readonly Expected[], place: number, { today, filters }: Named): ForecastView['weeks'][number] {
  const monday = addDays(mondayOf(today), place * WEEK);
  const [from, to] = [place === 0 ? today : monday, addDays(monday, WEEK - 1)];
  const due = rows.filter(({ row }) => row.due >= from && row.due <= to);
  const { atLeast: _, person, ...where } = filters;
  const base = { ...where, ...(person === undefined ? {} : { assignee: person }), open: 'true' };
  return {
    from,
    to,
    due: {
      total: due.reduce((all, { row }) => all + row.ids.length, 0),
      filters: { ...base, light: LIGHTS, state: Object.keys(LINK_OF).join(), dueFrom: from, dueTo: to },
    },
    ...lateCountOf(chancesOf(due)),
  };
}

function riskOf({ row, forecast }: Expected, found: CaseRow, { today, calendar }: Named): CaseAtRisk {
  const { late, low, high, overrun, needed, like } = forecast;
  const resumes = row.paused_until !== null && row.paused_until > today ? row.paused_until : today;
  return {
    ...{ case: found, late, low, high, overrun, like },
    reply: needed && {
      on: calendar.add(resumes, needed.median),
      earliest: calendar.add(resumes, needed.tenth),
      latest: calendar.add(resumes, needed.ninth),
    },
  };
}
