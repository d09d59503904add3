import type { Person } from '@gongkai/casework';
import type { ReportPeriodQuery } from '@gongkai/contracts';
import type { Clock } from '@gongkai/platform';
import type { ReportNumbers } from '@gongkai/statutes';
import { readEntry, readOfMembers, type EntryRow } from './entry/entry-rows.js';
import type { Standing } from './counting/checks.js';
import { FrozenReports, type Frozen } from './frozen/frozen-reports.js';
import { partOf } from './counting/part-of-year.js';
import { lastOf } from './published/last-year.js';
import { publishedOf } from './published/published-rows.js';
import { scopeOf, scopesOf, type Scope } from './reads/scope.js';
import { Reckoning, type Reckoned, type ReckoningParts } from './reckoning.js';

export type ReportParts = ReckoningParts & { readonly clock: Clock };

/** A report as the cases stand, with what was entered into it and what was frozen of it. */
export type FoundReport = {
  readonly scope: Scope;
  readonly year: number;
  /** Whether it is of the whole year. */
  readonly isWhole: boolean;
  readonly reckoned: Reckoned;
  readonly entry: EntryRow | null;
  /** What the units have entered, where it is rolled up from several. */
  readonly ofMembers: ReadonlyMap<string, ReportNumbers>;
  /** The report of the year before: frozen here, or made elsewhere. */
  readonly last: Standing | null;
  readonly frozen: Frozen | null;
};

/** What was entered, frozen or made elsewhere is of a whole year. */
const NOTHING = {
  frozen: null,
  last: null,
  entry: null,
  ofMembers: new Map(),
  frozenOf: new Map(),
  published: new Map(),
} as const;

/** Where a report is put together. */
export class FoundReports {
  readonly reckoning: Reckoning;
  readonly frozen: FrozenReports;

  constructor(private readonly parts: ReportParts) {
    this.reckoning = new Reckoning(parts);
    this.frozen = new FrozenReports(parts);
  }

  /** @throws Refusal `role-missing`, `not-found`, `invalid-request` where a period ends before it begins */
  async find(person: Person, year: number, asked: ReportPeriodQuery): Promise<FoundReport> {
    const part = partOf(year, asked);
    const manner = this.reckoning.mannerOf(year, part);
    const scope = await scopeOf(person, asked, this.parts.pool);
    const { frozen, ...beside } = part === null ? await this.#beside(scope, year) : NOTHING;
    const { last, entry, ofMembers } = beside;
    const reckoned = await this.reckoning.reckon(scope, manner, beside);
    return { scope, year, isWhole: part === null, reckoned, entry, ofMembers, last, frozen };
  }

  async #beside(scope: Scope, year: number) {
    const { pool } = this.parts;
    const organs = scope.members.map(({ id }) => id);
    const [frozen, last, entry, ofMembers, frozenOf, published] = await Promise.all([
      this.frozen.find({ scope, year }),
      this.#last(scope, year),
      readEntry(scope, year, pool),
      readOfMembers(scope, year, pool),
      this.frozen.ofMembers({ scope, year }),
      publishedOf(organs, { year, scopes: ['own'] }, pool),
    ]);
    return { frozen, last, entry, ofMembers, frozenOf, published };
  }

  async #last(scope: Scope, year: number): Promise<Standing | null> {
    return (
      (await this.frozen.find({ scope, year: year - 1 })) ??
      lastOf(scope.organId, scopesOf(scope), { year, pool: this.parts.pool })
    );
  }
}
