import { addDays, type LocalDate } from '@gongkai/calendar';
import { readConfig, type Clock, type CommandPool, type ConfigKind } from '@gongkai/platform';
import { parseConfig } from '@gongkai/statutes';
import { z } from 'zod';
import type { Kinds } from './kinds.js';
import { CatalogueTables } from './table/catalogue-table.js';
import type { NewEntry } from './table/read-entry.js';

const words = z.string().min(1);
const DemoFile = z.strictObject({
  entries: z
    .array(
      z.strictObject({
        ...{ organ: words, indexNumber: words, title: words, summary: z.string(), kind: words, url: z.url() },
        /** Days before today. */
        made: z.int().min(0),
        published: z.int().min(0),
      }),
    )
    .min(1),
});
type DemoEntry = z.infer<typeof DemoFile>['entries'][number];

const parseDemo = (text: string, file: string) => parseConfig(text, file, DemoFile);

/** The entries of the demonstration, for the check of the whole configuration. */
export const demoFile: ConfigKind = { files: /^disclosures\/demo\.yaml$/, parse: parseDemo };

type Parts = { readonly pool: CommandPool; readonly clock: Clock; readonly kinds: Kinds; readonly configDir: string };

/** Puts what the organs of the demonstration have published into a database, for those of them that have no entry yet. @returns how many */
export async function publishDemonstration({ pool, clock, kinds, configDir }: Parts): Promise<number> {
  const { entries } = readConfig(configDir, 'disclosures/demo.yaml', parseDemo);
  const { rows } = await pool.query<{ id: string; code: string }>({ text: WITHOUT_ENTRIES });
  const tables = new CatalogueTables({ pool, clock, kinds, personal: () => Promise.resolve([]) });
  let published = 0;
  for (const { id, code } of rows) {
    const own = entries.filter(({ organ }) => organ === code).map((entry) => entryOf(entry, clock.today()));
    await tables.publish(own, { organId: id });
    published += own.length;
  }
  return published;
}

const WITHOUT_ENTRIES = 'SELECT id, code FROM organ WHERE NOT EXISTS (SELECT FROM disclosure WHERE organ_id = organ.id)';

const entryOf = ({ organ: _, made, published, ...entry }: DemoEntry, today: LocalDate): NewEntry => ({
  ...entry,
  madeOn: addDays(today, -made),
  publishedOn: addDays(today, -published),
});
