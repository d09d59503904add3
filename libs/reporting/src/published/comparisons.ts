import type { Person } from '@gongkai/casework';
import { Refusal, type ReportComparison, type ReportComparisonQuery } from '@gongkai/contracts';
import { FoundReports, type FoundReport, type ReportParts } from '../found-reports.js';
import { readsBelow, scopesOf } from '../reads/scope.js';
import { compared, type Side } from './compared.js';
import { lastOf } from './last-year.js';
import { findPublished, type PublishedRow } from './published-rows.js';

/** Annual reports side by side: an organ with itself a year before, and with others. */
export class ReportComparisons {
  readonly #reports: FoundReports;

  constructor(private readonly parts: ReportParts) {
    this.#reports = new FoundReports(parts);
  }

  /** @throws Refusal `role-missing`; `not-found` where the organ or one of the reports is not in sight */
  async of(person: Person, { year, with: ids = [], ...asked }: ReportComparisonQuery): Promise<ReportComparison> {
    const found = await this.#reports.find(person, year, asked);
    const sight = [person.organId, readsBelow(person)] as const;
    const others = await findPublished(sight, ids, this.parts.pool);
    if (others.length < ids.length) throw new Refusal('not-found');
    const before = await this.#before(found);
    return compared([this.#ofFound(found), ...before, ...others.map((row) => this.#ofPublished(row))]);
  }

  /** What is known for good of the year before: nobody compares with numbers that are still counted. */
  async #before({ scope, year }: FoundReport): Promise<Side[]> {
    const last = year - 1;
    const frozen = await this.#reports.frozen.find({ scope, year: last });
    const standing = frozen ?? (await lastOf(scope.organId, scopesOf(scope), { year, pool: this.parts.pool }));
    if (standing === null) return [];
    const { format } = this.#reports.reckoning.mannerOf(last);
    const source = frozen === null ? 'published' : 'frozen';
    return [{ id: null, name: scope.organ.name, year: last, source, format, numbers: standing.numbers }];
  }

  #ofFound({ scope, year, frozen, reckoned }: FoundReport): Side {
    const source = frozen === null ? 'counted' : 'frozen';
    const { numbers } = frozen ?? reckoned.tally;
    return { id: null, name: scope.organ.name, year, source, format: reckoned.manner.format, numbers };
  }

  #ofPublished({ id, zh, en, year, numbers }: PublishedRow): Side {
    const { format } = this.#reports.reckoning.mannerOf(year);
    return { id, name: { 'zh-CN': zh, en }, year, source: 'published', format, numbers };
  }
}
