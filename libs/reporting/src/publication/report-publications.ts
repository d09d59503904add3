import { daysBetween, type LocalDate } from '@gongkai/calendar';
import { actingIn, needRole, type Person } from '@gongkai/casework';
import { Refusal, type AnnualReport, type AnnualReportQuery, type ReportPublication } from '@gongkai/contracts';
import { officeDay } from '@gongkai/platform';
import type { AnnualReports } from '../annual-reports.js';
import { dueOf } from '../counting/view-parts.js';
import { periodOf } from '../counting/counted.js';
import { FoundReports, type ReportParts } from '../found-reports.js';
import { contentOf } from '../print/content.js';
import { scopeOf, type Scope } from '../reads/scope.js';

/** An entry of the catalogue of published information. */
export type ShelfEntry = NonNullable<ReportPublication['entry']>;

/** Where reports are published, and by what they are printed. The program puts them together: neither is of this library. */
export type Shelf = {
  /** The entries of an organ with these index numbers. */
  readonly find: (organId: string, indexNumbers: readonly string[]) => Promise<readonly ShelfEntry[]>;
  /** Publishes a file of who is named, as one of their organ. */
  readonly put: (
    actor: Person,
    entry: { readonly indexNumber: string; readonly title: string; readonly madeOn: LocalDate },
    pdf: Buffer,
  ) => Promise<unknown>;
  /** @returns the PDF */
  readonly print: (report: AnnualReport) => Promise<Buffer>;
};

type Parts = ReportParts & { readonly reports: AnnualReports; readonly shelf: Shelf };
type Asked = Pick<AnnualReportQuery, 'organ' | 'scope'>;
/** How often a report of one year can be published anew, after it was withdrawn. */
const MOST = 9;

/** The publication of annual reports (REG 49–50): by when, whether it was, and the act itself. */
export class ReportPublications {
  readonly #found: FoundReports;

  constructor(private readonly parts: Parts) {
    this.#found = new FoundReports(parts);
  }

  /** Where it stands. @throws Refusal `role-missing`, `not-found` */
  async of(person: Person, year: number, asked: Asked): Promise<ReportPublication> {
    const { reckoning } = this.#found;
    reckoning.mannerOf(year);
    const { scope, state, entries } = await this.#standing(person, year, asked);
    const today = this.parts.clock.today();
    const due = dueOf(year, scope.kind, reckoning.lawOn(periodOf(year).to));
    const { roles } = actingIn(person, scope.organId);
    const mayPublish = state !== 'not-frozen' && state !== 'published' && roles.some((role) => KEEPERS.includes(role));
    return {
      ...{ year, organ: scope.organ, due, today, state },
      entry: theOne(entries),
      daysLeft: daysBetween(today, due),
      may: mayPublish ? ['publish'] : [],
    };
  }

  /**
   * Publishes the frozen report as an entry of the catalogue, with its PDF.
   * @throws Refusal `role-missing`, `not-found`, `report-not-frozen`, `report-published`
   */
  async publish(person: Person, year: number, asked: Asked): Promise<ReportPublication> {
    needRole(person, ...KEEPERS);
    const { reports, shelf } = this.parts;
    const { scope, state, entries } = await this.#standing(person, year, asked);
    needRole(actingIn(person, scope.organId), ...KEEPERS);
    if (state === 'not-frozen') throw new Refusal('report-not-frozen');
    const indexNumber = numbersOf(scope, year)[entries.length];
    if (state === 'published' || indexNumber === undefined) throw new Refusal('report-published');
    const report = await reports.of(person, year, asked);
    const { title } = contentOf(report, 'zh-CN');
    const madeOn = officeDay(new Date(report.frozen?.at ?? report.at));
    await shelf.put({ ...person, organId: scope.organId }, { indexNumber, title, madeOn }, await shelf.print(report));
    return this.of(person, year, asked);
  }

  async #standing(person: Person, year: number, asked: Asked) {
    const scope = await scopeOf(person, asked, this.parts.pool);
    const [frozen, entries] = await Promise.all([
      this.#found.frozen.find({ scope, year }),
      this.parts.shelf.find(scope.organId, numbersOf(scope, year)),
    ]);
    return { scope, entries, state: stateOf(frozen !== null, theOne(entries)) };
  }
}

/** The entry that stands, else the last that did. */
const theOne = (entries: readonly ShelfEntry[]): ShelfEntry | null =>
  entries.find(({ withdrawnOn }) => withdrawnOn === null) ?? entries.at(-1) ?? null;

type Role = Person['roles'][number];
const KEEPERS: readonly [Role, ...Role[]] = ['supervisor', 'admin'];

function stateOf(isFrozen: boolean, entry: ShelfEntry | null): ReportPublication['state'] {
  if (entry?.withdrawnOn === null) return 'published';
  if (!isFrozen) return 'not-frozen';
  return entry === null ? 'ready' : 'withdrawn';
}

/** The index numbers that a report can have in the catalogue, one after the other. */
const numbersOf = ({ scope, members }: Scope, year: number): string[] =>
  numbersFrom(`NB-${String(year)}${scope === 'below' && members.length > 1 ? '-HZ' : ''}`);

/** What the report of a government with everything below can have. */
export const rolledUpNumbersOf = (year: number): string[] => numbersFrom(`NB-${String(year)}-HZ`);

/** All that the reports of an organ of a year can have, of the organ alone or with what is below it. */
export const numbersOfYear = (year: number): string[] => [...numbersFrom(`NB-${String(year)}`), ...rolledUpNumbersOf(year)];

function numbersFrom(first: string): string[] {
  return Array.from({ length: MOST }, (_, i) => (i === 0 ? first : `${first}-${String(i + 1)}`));
}
