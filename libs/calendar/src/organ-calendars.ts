import type { CalendarYear } from './calendar-year.js';
import type { Closing } from './imported-versions.js';
import { regionCalendar } from './region-calendar.js';
import type { WorkingDays } from './working-days.js';

/** The working days of a region, and of those of its organs that have days of their own over them. */
export class OrganCalendars {
  readonly #closings = new Map<string, Closing[]>();
  readonly #kept = new Map<string, { readonly organs: string[]; readonly calendar: WorkingDays }>();

  /**
   * @param years the years of the region
   * @param closings those of the region
   * @param region the calendar of its years, where it is made already
   */
  constructor(
    years: readonly CalendarYear[],
    closings: readonly Closing[],
    readonly region: WorkingDays = regionCalendar(years),
  ) {
    for (const closing of [...closings].sort((a, b) => a.version - b.version))
      for (const organ of closing.organs) this.#closings.set(organ, [...(this.#closings.get(organ) ?? []), closing]);
    for (const [organ, own] of this.#closings) {
      const name = own.map(({ year, version }) => `${String(year)}.${String(version)}`).join();
      const alike = this.#kept.get(name) ?? { organs: [], calendar: regionCalendar(years, undefined, own) };
      alike.organs.push(organ);
      this.#kept.set(name, alike);
    }
  }

  /** The working days of an organ, by its id; those of the region where none is named or it has none of its own. */
  of(organ?: string): WorkingDays {
    if (organ === undefined || !this.#closings.has(organ)) return this.region;
    return this.own.find(({ organs }) => organs.includes(organ))?.calendar ?? this.region;
  }

  /** The organs that have days of their own, those with the same days together. */
  get own(): readonly { readonly organs: readonly string[]; readonly calendar: WorkingDays }[] {
    return [...this.#kept.values()];
  }
}
