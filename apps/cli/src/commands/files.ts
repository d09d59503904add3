import { ASIDE_DAYS, removeStrays, setStraysAside, straysIn } from '@gongkai/casework';
import { FileStore, SystemClock, type CommandPool, type Stray } from '@gongkai/platform';
import { Command, Option } from 'commander';
import { withPool } from '../with-pool.js';

type Options = { readonly setAside?: true; readonly remove?: true };

/** `gongkai files`: what lies in `DATA_DIR/files` and nobody names. */
export function filesCommand(): Command {
  const program = new Command('files').description('what lies in DATA_DIR/files');
  program
    .command('strays')
    .description(
      'files older than a day that no organ has noted and no step names, and what was set aside of them (JSON); changes nothing without an option',
    )
    .addOption(new Option('--set-aside', 'move them to files/stray: what is asked for all the same comes back by itself'))
    .addOption(
      new Option('--remove', `remove for good what has lain there for ${ASIDE_DAYS} days and nobody names`).conflicts('setAside'),
    )
    .action(async (options: Options) =>
      console.log(JSON.stringify(await withPool((pool, { dataDir }) => done(pool, dataDir, options)))),
    );
  return program;
}

async function done(pool: CommandPool, dataDir: string, { setAside, remove }: Options): Promise<unknown> {
  const parts = { pool, store: new FileStore(dataDir), now: new SystemClock().deviceTime() };
  if (setAside === true) return { setAside: told(await setStraysAside(parts)) };
  if (remove === true) {
    const { removed, broughtBack } = await removeStrays(parts);
    return { removed: told(removed), broughtBack };
  }
  const { strays, aside } = await straysIn(parts);
  return { strays: told(strays), aside: told(aside) };
}

/** How many there are, how large all of them are, and each. */
const told = (files: readonly Stray[]) => ({ ...sumOf(files), files });

const sumOf = (files: readonly Stray[]): { readonly count: number; readonly bytes: number } => ({
  count: files.length,
  bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
});
