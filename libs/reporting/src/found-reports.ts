import type { Person } from '@gongkai/casework';
import type { AnnualReportQuery } from '@gongkai/contracts';
import type { Clock } from '@gongkai/platform';
import type { ReportNumbers } from '@gongkai/statutes';
import { readEntry, readOfMembers, type EntryRow } from './entry/entry-rows.js';
import { FrozenReports, type Frozen } from './frozen/frozen-reports.js';
import { scopeOf, type Scope } from './reads/scope.js';
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
  readonly last: Frozen | null;
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
    const [frozen, last, entry, ofMembers] = await Promise.all([
      this.frozen.find({ scope, year }),
      this.frozen.find({ scope, year: year - 1 }),
      readEntry(scope, year, pool),
      readOfMembers(scope, year, pool),
    ]);
    const reckoned = await this.reckoning.reckon(scope, manner, { last, entry, ofMembers });
    return { scope, year, reckoned, entry, ofMembers, last, frozen };
  }
}
