import { LiveFeed } from '@gongkai/casework';
import { Bell, CommandPool, createDataSource, Metrics, NOTHING, thrown, wallAt, type Clock, type Log } from '@gongkai/platform';
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

type Opening = { readonly databaseUrl: string; readonly dataDir: string; readonly clock: Clock; readonly log: Log };

/**
 * The connections, and who hears over them of what has changed. They stand behind the wall, where the database has one: work that no request asks
 * for sees nothing, unless it says what it has to see.
 */
export async function openLines({ databaseUrl, dataDir, clock, log }: Opening): Promise<Lines> {
  const fault = await wallAt(databaseUrl);
  if (fault !== undefined) log.warn(`The second wall between organs does not stand: ${fault}`);
  const wall = fault === undefined ? { otherwise: NOTHING } : undefined;
  const source = await createDataSource(databaseUrl, { wall }).initialize();
  const pool = new CommandPool({ url: databaseUrl, wall });
  const onError = (error: unknown): void => log.error(thrown(error), 'a line to the database');
  const bell = new Bell({ pool, url: databaseUrl, onError });
  const metrics = new Metrics({ pool, clock, dataDir, onError });
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
