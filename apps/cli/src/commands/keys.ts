import { SEALED_TABLES } from '@gongkai/casework';
import { PAGE_READINGS } from '@gongkai/intake';
import { CommandPool, reseal, Sealer, sealedRows } from '@gongkai/platform';
import { Command } from 'commander';
import { withDatabaseUrl } from '../with-database.js';

const TABLES = [...SEALED_TABLES, PAGE_READINGS];

/** `gongkai keys`: with which keys of SECRET_KEY personal data is sealed, and sealing it anew once there is a newer one. */
export function keysCommand(): Command {
  const program = new Command('keys').description('the keys by which personal data is sealed (SECRET_KEY)');
  program
    .command('status')
    .description('how much is sealed with the newest key, and how much needs an older one (JSON)')
    .action(async () => console.log(JSON.stringify(await withKeys((parts) => sealedRows(TABLES, parts)))));
  program
    .command('reseal')
    .description(
      'seal with the newest key what an older one has sealed, while everybody works on (JSON); then the older key can go',
    )
    .action(async () => console.log(JSON.stringify(await withKeys(resealed))));
  return program;
}

type Parts = { readonly pool: CommandPool; readonly sealer: Sealer };

async function resealed(parts: Parts): Promise<Readonly<Record<string, number>>> {
  const done: Record<string, number> = {};
  for (const table of TABLES)
    done[table.table] = await reseal(table, parts, (rows) => console.error(`${table.table}: ${String(rows)} rows`));
  return done;
}

const withKeys = <T>(work: (parts: Parts) => Promise<T>): Promise<T> =>
  withDatabaseUrl(async (url, { secretKeys }) => {
    const pool = new CommandPool({ url, max: 1 });
    try {
      return await work({ pool, sealer: new Sealer(secretKeys) });
    } finally {
      await pool.close();
    }
  });
