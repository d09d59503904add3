import { localDate } from '@gongkai/calendar';
import { addGuides, loadOrgans, readDemoOrgans, type ListedOrgan } from '@gongkai/casework';
import { createDataSource } from '@gongkai/platform';
import type { DataSource } from 'typeorm';

/** Everybody knows it: it opens nothing but a demonstration. */
export const DEMO_PASSWORD = 'gongkai-demo';
/** The people of the demonstration have held their posts since the first year of the calendars. */
const SINCE = localDate('2019-01-01');

async function withSource<T>(url: string, work: (source: DataSource) => Promise<T>): Promise<T> {
  const source = await createDataSource(url, { poolSize: 1 }).initialize();
  try {
    return await work(source);
  } finally {
    await source.destroy();
  }
}

/** Puts the organs and people of the demonstration into a database that has its tables. */
export async function loadDemoOrgans(url: string, configDir: string): Promise<void> {
  await withSource(url, (source) => loadOrgans(source, readDemoOrgans(configDir), { since: SINCE, password: DEMO_PASSWORD }));
}

/** Gives the guides of the demonstration to its organs that have none: those that an older version has loaded. @returns how many */
export const addDemoGuides = (url: string, configDir: string): Promise<number> =>
  withSource(url, ({ manager }) => addGuides(manager, readDemoOrgans(configDir), SINCE));

/** The organs of a database: those of the demonstration, and the codes of all others. */
export type OrgansThere = { readonly demonstration: readonly ListedOrgan[]; readonly others: readonly string[] };

/** Which organs a database has. */
export async function organsIn(url: string, configDir: string): Promise<OrgansThere> {
  const listed = readDemoOrgans(configDir);
  const codes = await withSource(url, async (source) =>
    (await source.query<{ code: string }[]>('SELECT code FROM organ ORDER BY code')).map(({ code }) => code),
  );
  return {
    demonstration: listed.filter(({ code }) => codes.includes(code)),
    others: codes.filter((code) => !listed.some((organ) => organ.code === code)),
  };
}
