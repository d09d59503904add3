import {
  OrganCalendars,
  regionCalendar,
  withImported,
  yearInForce,
  type CalendarYear,
  type Closing,
  type ImportedVersion,
  type WorkingDays,
  type YearInForce,
} from '@gongkai/calendar';
import { Refusal } from '@gongkai/contracts';
import type { Grounds, Statute } from '@gongkai/statutes';
import { calendarRegions, readCalendar, readCalendarYears, readGrounds, readStatute, statuteNames } from './config-library.js';

const DEFAULT_STATUTE = 'cn-ogi-711';

/** A statute pack with its region's calendar. */
export type LoadedLaw = { readonly law: Statute; readonly calendar: WorkingDays };

/** From which edition on what was imported is in force, and from which it is no more; null: it still is. */
export type InForce = { readonly since: number; readonly until: number | null };
type Imported = ImportedVersion & InForce;
type Closed = Closing & InForce;

const isInForce =
  (edition: number) =>
  ({ since, until }: InForce): boolean =>
    since <= edition && (until === null || until > edition);

/** Statute packs, calendars and grounds, each read once; over the shipped calendars lies what the installation has imported. */
export class LawLibrary {
  readonly #laws = new Map<string, LoadedLaw>();
  readonly #calendars = new Map<string, OrganCalendars>();
  readonly #years = new Map<string, readonly CalendarYear[]>();
  readonly #shipped = new Map<string, readonly CalendarYear[]>();
  #imported: readonly Imported[] = [];
  #closings: readonly Closed[] = [];
  #edition = 0;
  #grounds: Grounds | undefined;

  /** @param configDir the folder `config` */
  constructor(private readonly configDir = 'config') {}

  /**
   * A statute pack and the calendar of its region, or of an organ of it.
   * @param edition the one under which days are counted; default: the one in use
   * @throws Refusal when there is no such pack
   */
  statute(id: string = DEFAULT_STATUTE, organId?: string, edition?: number): LoadedLaw {
    const loaded = kept(this.#laws, id, () => {
      if (!statuteNames(this.configDir).includes(id)) throw unknown('statute', 'unknown-statute', id);
      const law = readStatute(this.configDir, id);
      return { law, calendar: this.calendar(regionOf(law)) };
    });
    const calendar = this.calendars(regionOf(loaded.law), edition).of(organId);
    return calendar === loaded.calendar ? loaded : { ...loaded, calendar };
  }

  /** The calendar of a region. @throws Refusal when there is none */
  calendar(region: string): WorkingDays {
    return this.calendars(region).region;
  }

  /**
   * The calendar of a region, and those of its organs with days of their own.
   * @param asOf the edition they are of; one that this process does not know yet is the one in use
   * @throws Refusal when there is none
   */
  calendars(region: string, asOf: number = this.#edition): OrganCalendars {
    const edition = Math.min(asOf, this.#edition);
    return kept(this.#calendars, `${region} ${String(edition)}`, () => {
      if (!calendarRegions(this.configDir).includes(region)) throw unknown('calendar', 'unknown-calendar', region);
      const imported = this.#imported.filter(isInForce(edition));
      const years = edition === this.#edition ? this.calendarYears(region) : this.#yearsWith(region, imported);
      const whole = imported.length === 0 ? readCalendar(this.configDir, region) : regionCalendar(years);
      const closings = this.#closings.filter(isInForce(edition)).filter((closing) => closing.region === region);
      return new OrganCalendars(years, closings, whole);
    });
  }

  /** Which edition of the imported calendars is in use; 0 where there never was one. */
  get edition(): number {
    return this.#edition;
  }

  /**
   * From now on everything that runs is reckoned by this edition. One that is older than that in use came late and changes nothing.
   * @param imported everything that ever was in force, so that what ended under an earlier edition is still told by it
   */
  adopt(edition: number, imported: readonly Imported[], closings: readonly Closed[] = []): void {
    if (edition <= this.#edition) return;
    this.#edition = edition;
    this.#imported = imported;
    this.#closings = closings;
    for (const shelf of [this.#laws, this.#calendars, this.#years]) shelf.clear();
  }

  /** The years of a region as they are in use. @throws Refusal when there is no such region */
  calendarYears(region: string): readonly CalendarYear[] {
    return kept(this.#years, region, () => this.#yearsWith(region, this.#imported.filter(isInForce(this.#edition))));
  }

  #yearsWith(region: string, imported: readonly ImportedVersion[]): readonly CalendarYear[] {
    return withImported(
      this.shippedYears(region),
      imported.filter((version) => version.region === region),
    );
  }

  /** The years of a region as the program came with them. @throws Refusal when there is no such region */
  shippedYears(region: string): readonly CalendarYear[] {
    return kept(this.#shipped, region, () => {
      if (!calendarRegions(this.configDir).includes(region)) throw unknown('calendar', 'unknown-calendar', region);
      return readCalendarYears(this.configDir, region);
    });
  }

  /** One year of a region with the names of its days off. @throws Refusal when there is no such region or year */
  calendarYear(region: string, year: number): YearInForce {
    this.calendar(region);
    const found = yearInForce(this.calendarYears(region), year);
    if (!found) throw new Refusal('not-found');
    return found;
  }

  /** What can be decided on an item, and the grounds for withholding. */
  grounds(): Grounds {
    return (this.#grounds ??= readGrounds(this.configDir));
  }
}

function kept<T>(shelf: Map<string, T>, name: string, read: () => T): T {
  const found = shelf.get(name);
  if (found !== undefined) return found;
  const value = read();
  shelf.set(name, value);
  return value;
}

/** The region is the same on every day the rule was in force. */
export const regionOf = (law: Statute): string => law.rules['calendar.region'].values.at(-1)?.value ?? 'cn';

const unknown = (path: string, code: 'unknown-statute' | 'unknown-calendar', name: string): Refusal =>
  new Refusal('invalid-request', [{ path, code, facts: { name } }]);
