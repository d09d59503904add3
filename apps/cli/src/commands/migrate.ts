import { migrate } from '@gongkai/platform';
import { Command } from 'commander';
import { withDatabaseUrl } from '../with-database.js';

/** `gongkai migrate`: brings the tables up to date. The API does the same at its start. */
export function migrateCommand(): Command {
  return new Command('migrate').description('bring the database up to date (JSON: the steps taken)').action(async () => {
    const steps = await withDatabaseUrl((url) => migrate(url));
    console.log(JSON.stringify({ steps }));
  });
}
