import type { LocalDate } from '@gongkai/calendar';
import type { LawShelf } from '@gongkai/casework';
import { Refusal } from '@gongkai/contracts';
import { readReportFormats, type CommandPool } from '@gongkai/platform';
import { formatForYear, inForce, type AnnualReportFormat, type Statute } from '@gongkai/statutes';
import { checked, type Checked, type Standing } from './counting/checks.js';
import { only, periodOf, type Counted, type Period } from './counting/counted.js';
import { cellOfRemedy, tally, type Manner, type ReportRules, type Tally } from './counting/tally.js';
import { readCounted, readRegister } from './reads/counted-sql.js';
import type { Scope } from './reads/scope.js';

export type ReckoningParts = { readonly pool: CommandPool; readonly laws: LawShelf; readonly configDir: string };

/** A report as the cases stand. */
export type Reckoned = {
  readonly manner: Manner;
  readonly counted: Counted;
  readonly tally: Tally;
  readonly checks: readonly Checked[];
};

/** Counts a report from the cases, by the format and the law of its year. */
export class Reckoning {
  #formats?: readonly AnnualReportFormat[];

  constructor(private readonly parts: ReckoningParts) {}

  /** How the report of a year is counted. @throws Refusal `not-found` where no format is known for it */
  mannerOf(year: number): Manner {
    const format = formatForYear((this.#formats ??= readReportFormats(this.parts.configDir)), year);
    if (format === undefined) throw new Refusal('not-found');
    const period = periodOf(year);
    return { format, period, rules: this.#rulesOn(period) };
  }

  /** The law as it stood on a day. */
  lawOn(day: LocalDate): Statute {
    const { laws } = this.parts;
    return laws.lawOf(laws.statute, day).statute;
  }

  /** @param last the report of the year before, as it was published */
  async reckon({ members }: Scope, manner: Manner, last: Standing | null): Promise<Reckoned> {
    const { pool, laws } = this.parts;
    const { period, format } = manner;
    const organs = members.map(({ id }) => id);
    const [counted, register] = await Promise.all([readCounted(period, organs, pool), readRegister(period, organs, pool)]);
    const counts = tally(counted, manner);
    const { grounds } = laws.lawOf(laws.statute, period.to);
    const checks = checked({
      ...counts,
      ...{ format, last, register, grounds },
      remedies: counted.remedies.map((remedy) => ({ ...remedy, cell: cellOfRemedy(remedy, manner) })),
      members: members.map(({ code }) => tally(only(counted, code), manner).numbers),
    });
    return { manner, counted, tally: counts, checks };
  }

  #rulesOn({ to }: Period): ReportRules {
    const statute = this.lawOn(to);
    return {
      'report.arl69': inForce(statute, 'report.arl69', to),
      'mixed_items.report_row': inForce(statute, 'mixed_items.report_row', to),
    };
  }
}
