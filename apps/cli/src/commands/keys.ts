import { CommandPool, reseal, Sealer, sealedRows } from '@gongkai/platform';
import { Command } from 'commander';
import { ALL_SEALED } from '../sealed-tables.js';
import { withDatabaseUrl } from '../with-database.js';

/** `gongkai keys`: with which keys of SECRET_KEY personal data is sealed, and sealing it anew once there is a newer one, or another CIPHER. */
export function keysCommand(): Command {
  const program = new Command('keys').description('the keys by which personal data is sealed (SECRET_KEY)');
  program
    .command('status')
    .description('how much is sealed with the newest key and CIPHER, and how much otherwise (JSON)')
    .action(async () => console.log(JSON.stringify(await withKeys((parts) => sealedRows(ALL_SEALED, parts)))));
  program
    .command('reseal')
    .description(
      'seal with the newest key and CIPHER what is sealed otherwise, while everybody works on (JSON); then the older key can go',
    )
    .action(async () => console.log(JSON.stringify(await withKeys(resealed))));
  return program;
}

type Parts = { readonly pool: CommandPool; readonly sealer: Sealer };

async function resealed(parts: Parts): Promise<Readonly<Record<string, number>>> {
  const done: Record<string, number> = {};
  for (const table of ALL_SEALED)
    done[table.table] = await reseal(table, parts, (rows) => console.error(`${table.table}: ${String(rows)} rows`));
  return done;
}

const withKeys = <T>(work: (parts: Parts) => Promise<T>): Promise<T> =>
  withDatabaseUrl(async (url, settings) => {
    const pool = new CommandPool({ url, max: 1 });
    try {
      return await work({ pool, sealer: Sealer.of(settings) });
    } finally {
      await pool.close();
    }
  });
