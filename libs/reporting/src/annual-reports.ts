import type { LocalDate } from '@gongkai/calendar';
import type { LawShelf, Person } from '@gongkai/casework';
import {
  Refusal,
  type AnnualReport,
  type AnnualReportQuery,
  type ReportedCases,
  type ReportedCasesQuery,
} from '@gongkai/contracts';
import { readReportFormats, type Clock, type CommandPool } from '@gongkai/platform';
import { formatForYear, inForce, type AnnualReportFormat } from '@gongkai/statutes';
import { caseOf, only, periodOf, type Counted, type Period } from './counting/counted.js';
import { checked, toldOf, type Checked } from './counting/checks.js';
import { namesOf } from './counting/names.js';
import { cellOfRemedy, tally, type Manner, type ReportRules, type Tally } from './counting/tally.js';
import { dueOf, membersOf, sectionsOf } from './counting/view-parts.js';
import { printedTables } from './print/printed-table.js';
import { readCounted, readRegister } from './reads/counted-sql.js';
import { readCases, readNumbers } from './reads/reported-cases.js';
import { scopeOf, type Scope } from './reads/scope.js';

type Parts = { readonly pool: CommandPool; readonly clock: Clock; readonly laws: LawShelf; readonly configDir: string };

/** A report as the cases stand, before anything is said of it. */
export type Reckoned = {
  readonly scope: Scope;
  readonly manner: Manner;
  readonly counted: Counted;
  readonly tally: Tally;
  readonly checks: readonly Checked[];
};

/** Annual reports, counted from the cases whenever somebody asks: every number is the list behind it. */
export class AnnualReports {
  readonly #formats: readonly AnnualReportFormat[];

  constructor(private readonly parts: Parts) {
    this.#formats = readReportFormats(parts.configDir);
  }

  /** The report of a year. @throws Refusal `role-missing`, `not-found` */
  async of(person: Person, year: number, asked: AnnualReportQuery): Promise<AnnualReport> {
    const reckoned = await this.#reckon(person, year, asked);
    const { scope, manner, tally: counts, counted, checks } = reckoned;
    const { format, period } = manner;
    const { clock, pool } = this.parts;
    const behind = checks.flatMap(({ differences }) => differences.flatMap(({ caseIds }) => caseIds));
    return {
      year,
      organ: scope.organ,
      scope: scope.scope,
      ...period,
      today: clock.today(),
      at: clock.now().toISOString(),
      due: dueOf(year, scope.kind, this.#lawOn(period.to)),
      format: { id: format.id, number: format.instrument.number },
      sections: sectionsOf(format),
      tables: printedTables(format),
      names: namesOf(format),
      numbers: Object.fromEntries(format.cells.map(({ id }) => [id, counts.numbers[id] ?? null])),
      checks: toldOf(checks, format, await readNumbers(behind, pool)),
      members: membersOf(scope, counted, manner),
      frozen: null,
      may: [],
    };
  }

  /** The cases that a cell counts. @throws Refusal `role-missing`, `not-found` where there is no such organ, or no such cell that counts cases */
  async cases(
    person: Person,
    year: number,
    { cell, ...asked }: ReportedCasesQuery & { readonly cell: string },
  ): Promise<ReportedCases> {
    const { manner, tally: counts } = await this.#reckon(person, year, asked);
    const refs = counts.behind.get(cell);
    const name = namesOf(manner.format)[cell];
    if (refs === undefined || name === undefined) throw new Refusal('not-found');
    const numbers = await readNumbers(refs.map(caseOf), this.parts.pool);
    const order = new Map([...numbers.keys()].map((id, i) => [id, i]));
    const sorted = refs.map(caseOf).sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
    const from = Number(asked.cursor ?? 0);
    const items = await readCases(sorted.slice(from, from + asked.limit), this.parts.pool);
    const next = from + asked.limit;
    return { cell, name, total: refs.length, items, nextCursor: next < refs.length ? String(next) : null };
  }

  async #reckon(person: Person, year: number, asked: AnnualReportQuery): Promise<Reckoned> {
    const { pool, laws } = this.parts;
    const format = formatForYear(this.#formats, year);
    if (format === undefined) throw new Refusal('not-found');
    const scope = await scopeOf(person, asked, pool);
    const period = periodOf(year);
    const manner: Manner = { format, period, rules: this.#rulesOn(period) };
    const organs = scope.members.map(({ id }) => id);
    const [counted, register] = await Promise.all([readCounted(period, organs, pool), readRegister(period, organs, pool)]);
    const counts = tally(counted, manner);
    const { grounds } = laws.lawOf(laws.statute, period.to);
    const remedies = counted.remedies.map((remedy) => ({ ...remedy, cell: cellOfRemedy(remedy, manner) }));
    const members = scope.members.map(({ code }) => tally(only(counted, code), manner).numbers);
    const checks = checked({ ...counts, format, last: null, members, register, remedies, grounds });
    return { scope, manner, counted, tally: counts, checks };
  }

  #rulesOn({ to }: Period): ReportRules {
    const statute = this.#lawOn(to);
    return {
      'report.arl69': inForce(statute, 'report.arl69', to),
      'mixed_items.report_row': inForce(statute, 'mixed_items.report_row', to),
    };
  }

  #lawOn(day: LocalDate) {
    const { laws } = this.parts;
    return laws.lawOf(laws.statute, day).statute;
  }
}
