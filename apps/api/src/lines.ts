import { LiveFeed } from '@gongkai/casework';
import { Bell, CommandPool, createDataSource, Metrics, thrown, type Clock, type Log } from '@gongkai/platform';
import type { DataSource } from 'typeorm';
import { LiveStreams } from './http/live-streams.js';

/** The connections of this process. */
export type Lines = {
  readonly log: Log;
  readonly source: DataSource;
  readonly pool: CommandPool;
  readonly bell: Bell;
  readonly metrics: Metrics;
  readonly streams: LiveStreams;
};

/** The connections, and who hears over them of what has changed. */
export async function openLines(databaseUrl: string, clock: Clock, log: Log): Promise<Lines> {
  const source = await createDataSource(databaseUrl).initialize();
  const pool = new CommandPool({ url: databaseUrl });
  const onError = (error: unknown): void => log.error(thrown(error), 'a line to the database');
  const bell = new Bell({ pool, url: databaseUrl, onError });
  const metrics = new Metrics({ pool, clock, onError });
  return { log, source, pool, bell, metrics, streams: new LiveStreams(new LiveFeed({ pool, bell, clock, onError })) };
}

type Closable = { readonly close: () => void };

/** Gives everything back. */
export async function closeAll({
  streams,
  bell,
  pool,
  source,
  papers,
  mailer,
}: Lines & { readonly papers: Closable; readonly mailer: Closable | null }): Promise<void> {
  papers.close();
  mailer?.close();
  await streams.close();
  await bell.close();
  await pool.close();
  await source.destroy();
}
