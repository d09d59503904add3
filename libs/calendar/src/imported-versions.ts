import type { CalendarVersion, CalendarYear, NewVersion } from './calendar-year.js';

/** A version that an installation has imported, of one year of one region. */
export type ImportedVersion = { readonly region: string; readonly year: number; readonly version: CalendarVersion };

/**
 * Days that a document gives off, or makes worked, to some organs alone. It names those that it was meant for on its day: an organ that
 * comes under one of them later is not closed by it.
 */
export type Closing = {
  readonly region: string;
  readonly year: number;
  /** Its number among the documents of that year. */
  readonly version: number;
  /** The organs, by id. */
  readonly organs: readonly string[];
} & Pick<NewVersion, 'holidays' | 'makeupWorkdays'>;

/**
 * The years that a program was shipped with, and over them what was imported. A notice that is in both is taken as it was imported:
 * that is what cases were reckoned by. In order of their notices' days; the last one of a year is in force.
 */
export function withImported(shipped: readonly CalendarYear[], imported: readonly ImportedVersion[]): CalendarYear[] {
  const touched = new Map<number, CalendarVersion[]>();
  for (const { year, version } of imported) touched.set(year, [...(touched.get(year) ?? []), version]);
  const untouched = shipped.filter(({ year }) => !touched.has(year));
  const laid = [...touched].map(([year, versions]): CalendarYear => ({
    region: imported[0]?.region ?? '',
    year,
    status: 'published',
    ...overShipped(
      shipped.find((one) => one.year === year),
      versions,
    ),
  }));
  return [...untouched, ...laid].sort((a, b) => a.year - b.year);
}

type Laid = Pick<Extract<CalendarYear, { status: 'published' }>, 'from' | 'versions'>;

function overShipped(base: CalendarYear | undefined, versions: readonly CalendarVersion[]): Laid {
  const known: Laid = base?.status === 'published' ? base : { versions: [] };
  const others = known.versions.filter(({ notice }) => !versions.some((version) => version.notice === notice));
  return {
    ...(known.from === undefined ? {} : { from: known.from }),
    versions: [...others, ...versions].sort((a, b) => a.issuedOn.localeCompare(b.issuedOn)),
  };
}
