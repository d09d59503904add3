import { yearInForce, type CalendarYear, type WorkingDays, type YearInForce } from '@gongkai/calendar';
import { Refusal } from '@gongkai/contracts';
import type { Grounds, Statute } from '@gongkai/statutes';
import { calendarRegions, readCalendar, readCalendarYears, readGrounds, readStatute, statuteNames } from './config-library.js';

const DEFAULT_STATUTE = 'cn-ogi-711';

/** A statute pack with its region's calendar. */
export type LoadedLaw = { readonly law: Statute; readonly calendar: WorkingDays };

/** Statute packs, calendars and grounds, each read once. */
export class LawLibrary {
  readonly #laws = new Map<string, LoadedLaw>();
  readonly #calendars = new Map<string, WorkingDays>();
  readonly #years = new Map<string, readonly CalendarYear[]>();
  #grounds: Grounds | undefined;

  /** @param configDir the folder `config` */
  constructor(private readonly configDir = 'config') {}

  /** A statute pack and its region's calendar. @throws Refusal when there is no such pack */
  statute(id: string = DEFAULT_STATUTE): LoadedLaw {
    return kept(this.#laws, id, () => {
      if (!statuteNames(this.configDir).includes(id)) throw unknown('statute', 'unknown-statute', id);
      const law = readStatute(this.configDir, id);
      return { law, calendar: this.calendar(regionOf(law)) };
    });
  }

  /** The calendar of a region. @throws Refusal when there is none */
  calendar(region: string): WorkingDays {
    return kept(this.#calendars, region, () => {
      if (!calendarRegions(this.configDir).includes(region)) throw unknown('calendar', 'unknown-calendar', region);
      return readCalendar(this.configDir, region);
    });
  }

  /** One year of a region with the names of its days off. @throws Refusal when there is no such region or year */
  calendarYear(region: string, year: number): YearInForce {
    this.calendar(region);
    const found = yearInForce(
      kept(this.#years, region, () => readCalendarYears(this.configDir, region)),
      year,
    );
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
const regionOf = (law: Statute): string => law.rules['calendar.region'].values.at(-1)?.value ?? 'cn';

const unknown = (path: string, code: 'unknown-statute' | 'unknown-calendar', name: string): Refusal =>
  new Refusal('invalid-request', [{ path, code, facts: { name } }]);
