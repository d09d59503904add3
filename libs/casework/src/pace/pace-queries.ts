import { addDays, type LocalDate } from '@gongkai/calendar';
import type { CaseRow, ForecastFilters, ForecastView, TrendFilters, TrendsView } from '@gongkai/contracts';
import { backtest, type Backtest } from '@gongkai/lifecycle';
import type { Statement } from '@gongkai/platform';
import type { DeskParts } from '../desk/case-desk.js';
import type { Person } from '../person.js';
import { caseRow, type ListedRow } from '../queries/case-list.js';
import { lightDays, type LightDays } from '../queries/list-sql.js';
import { presented } from '../queries/present.js';
import { atRisk, expect, forecastOf } from './forecast.js';
import {
  casesStatement,
  learntOn,
  openStatement,
  pastPrintStatement,
  pastStatement,
  type OpenRow,
  type PastPrint,
  type PastRow,
  type Since,
} from './forecast-sql.js';
import { Lessons, pastCaseOf, type PastCases } from './lessons.js';
import { periodOf, trendsOf } from './trends.js';
import { trendsStatement, type Period, type TrendsRow } from './trends-sql.js';

const NO_TRENDS: TrendsRow = { answered: [], received: [], stretches: [], overdue: 0 };
/** A back-test learns from a year before its period, and waits a year for what became of the cases. */
const YEAR = 365;
const MOST_TESTED = 200_000;

/** How the work goes, and how it will go on. Each answer is only of what the person may see. */
export class PaceQueries {
  readonly #lessons = new Lessons();

  constructor(private readonly parts: Pick<DeskParts, 'pool' | 'clock' | 'laws'>) {}

  /** A period by week, by unit and by link. @throws Refusal `invalid-request` for a period that is none */
  async trends(person: Person, filters: TrendFilters): Promise<TrendsView> {
    const days = this.#days();
    const { from: _from, to: _to, ...where } = filters;
    const period = periodOf(filters, days.today);
    const [row = NO_TRENDS] = await this.#query<TrendsRow>(trendsStatement({ person, filters: where, period, days }));
    return trendsOf(row, { at: this.parts.clock.now(), today: days.today, filters, period });
  }

  /** Which open cases will be late at the present pace, learnt from all replies in sight. */
  async forecast(person: Person, filters: ForecastFilters): Promise<ForecastView> {
    const { clock } = this.parts;
    const days = this.#days();
    const { today, calendar } = days;
    const { atLeast, ...where } = filters;
    const [lesson, open] = await Promise.all([
      this.#lessons.of(person, calendar, this.#pastCases(person, learntOn(today))),
      this.#query<OpenRow>(openStatement({ person, filters: where, days })),
    ]);
    const forecasting = expect(lesson, open, today);
    const cases = await this.#cases(person, atRisk(forecasting, atLeast).ids, today);
    return forecastOf(forecasting, { at: clock.now(), today, calendar, filters, cases });
  }

  /** How forecasts would have stood the test in a period; null where there was nothing to forecast. */
  async backtest(person: Person, { from, to }: Period): Promise<Backtest | null> {
    const { calendar } = this.#days();
    const span = { after: addDays(from, -YEAR), before: addDays(to, YEAR), most: MOST_TESTED };
    const past = await this.#query<PastRow>(pastStatement(person, span));
    return backtest(past.map(pastCaseOf), calendar, { from, to });
  }

  #pastCases(person: Person, since: Since): PastCases {
    return {
      print: async () => (await this.#query<PastPrint>(pastPrintStatement(person, since)))[0]?.print ?? '',
      read: () => this.#query<PastRow>(pastStatement(person, since)),
    };
  }

  async #cases(person: Person, ids: readonly string[], today: LocalDate): Promise<ReadonlyMap<string, CaseRow>> {
    const { laws } = this.parts;
    const rows = ids.length === 0 ? [] : await this.#query<ListedRow>(casesStatement(person, ids));
    return new Map((await presented(rows, this.parts)).map((row) => [row.id, caseRow(row, { laws, today, person })]));
  }

  async #query<Row extends object>(statement: Statement): Promise<Row[]> {
    return (await this.parts.pool.query<Row>(statement)).rows;
  }

  #days(): LightDays {
    const { clock, laws } = this.parts;
    return lightDays(clock.today(), laws);
  }
}
