import { createDataSource, readSettings, refuseWalledLogin, startEmbeddedPostgres, type Settings } from '@gongkai/platform';
import type { DataSource } from 'typeorm';

const tell = (line: string): void => console.error(line);

/**
 * Runs work that needs the database's address: that of DATABASE_URL, else the embedded one, started where it is not running.
 * @throws SettingsError where DATABASE_URL has the login of the API alone
 */
export async function withDatabaseUrl<T>(work: (url: string, settings: Settings) => Promise<T>): Promise<T> {
  const settings = readSettings();
  if (settings.databaseUrl !== undefined) {
    await refuseWalledLogin(settings.databaseUrl);
    return work(settings.databaseUrl, settings);
  }
  const embedded = await startEmbeddedPostgres({ dataDir: settings.dataDir, log: tell });
  try {
    return await work(embedded.url, settings);
  } finally {
    await embedded.stop();
  }
}

/** Runs work with the database open. */
export async function withDatabase<T>(work: (source: DataSource, settings: Settings) => Promise<T>): Promise<T> {
  return withDatabaseUrl(async (url, settings) => {
    const source = await createDataSource(url, { poolSize: 2 }).initialize();
    try {
      return await work(source, settings);
    } finally {
      await source.destroy();
    }
  });
}
