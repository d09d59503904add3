import type { Say } from '../i18n/i18n.js';

const VERSION = /^\w+-(\d{4})\.(\w+)$/;

/** The calendars that a derivation names, in words: `cn-2026.1 cn-2027.estimated`. */
export const calendarNames = (versions: string, t: Say<'clock'>): string =>
  versions
    .split(' ')
    .map((named) => {
      const [, year, version] = VERSION.exec(named) ?? [];
      if (year === undefined || version === undefined) return named;
      return version === 'estimated' ? t('calendar.estimated', { year }) : t('calendar.published', { year, version });
    })
    .join(t('list'));

/** The day of the rules that a derivation was made with: `cn-ogi-711/2026-11-22`. */
export const packOf = (version: string): string => version.slice(version.indexOf('/') + 1);
