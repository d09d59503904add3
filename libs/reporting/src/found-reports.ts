import type { Person } from '@gongkai/casework';
import type { AnnualReportQuery } from '@gongkai/contracts';
import type { Clock } from '@gongkai/platform';
import type { ReportNumbers } from '@gongkai/statutes';
import { readEntry, readOfMembers, type EntryRow } from './entry/entry-rows.js';
import type { Standing } from './counting/checks.js';
import { FrozenReports, type Frozen } from './frozen/frozen-reports.js';
import { lastOf } from './published/last-year.js';
import { publishedOf } from './published/published-rows.js';
import { scopeOf, scopesOf, type Scope } from './reads/scope.js';
import { Reckoning, type Reckoned, type ReckoningParts } from './reckoning.js';

export type ReportParts = ReckoningParts & { readonly clock: Clock };

/** A report as the cases stand, with what was entered into it and what was frozen of it. */
export type FoundReport = {
  readonly scope: Scope;
  readonly year: number;
  readonly reckoned: Reckoned;
  readonly entry: EntryRow | null;
  /** What the units have entered, where it is rolled up from several. */
  readonly ofMembers: ReadonlyMap<string, ReportNumbers>;
  /** The report of the year before: frozen here, or made elsewhere. */
  readonly last: Standing | null;
  readonly frozen: Frozen | null;
};

/** Where a report is put together. */
export class FoundReports {
  readonly reckoning: Reckoning;
  readonly frozen: FrozenReports;

  constructor(private readonly parts: ReportParts) {
    this.reckoning = new Reckoning(parts);
    this.frozen = new FrozenReports(parts);
  }

  /** @throws Refusal `role-missing`, `not-found` */
  async find(person: Person, year: number, asked: AnnualReportQuery): Promise<FoundReport> {
    const { pool } = this.parts;
    const manner = this.reckoning.mannerOf(year);
    const scope = await scopeOf(person, asked, pool);
    const organs = scope.members.map(({ id }) => id);
    const [frozen, last, entry, ofMembers, published] = await Promise.all([
      this.frozen.find({ scope, year }),
      this.#last(scope, year),
      readEntry(scope, year, pool),
      readOfMembers(scope, year, pool),
      publishedOf(organs, { year, scopes: ['own'] }, pool),
    ]);
    const reckoned = await this.reckoning.reckon(scope, manner, { last, entry, ofMembers, published });
    return { scope, year, reckoned, entry, ofMembers, last, frozen };
  }
  async #last(scope: Scope, year: number): Promise<Standing | null> {
    return (
      (await this.frozen.find({ scope, year: year - 1 })) ??
      lastOf(scope.organId, scopesOf(scope), { year, pool: this.parts.pool })
    );
  }
}
