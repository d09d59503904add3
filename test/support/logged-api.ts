import { openLog } from '@gongkai/platform';
import { createApi } from '../../apps/api/src/create-api.js';
import { openServices } from '../../apps/api/src/services.js';
import { programs, startTestApi, type TestApi } from './api.js';

/** A line of a log, as a machine reads it. */
export type Line = Readonly<Record<string, unknown>>;

/** An API of which everything that it logs is kept, on the database of another. */
export type LoggedApi = {
  readonly api: TestApi;
  readonly url: string;
  readonly lines: Line[];
  readonly stop: () => Promise<void>;
};

type Setting = {
  readonly publicUrl?: string;
  /** One that is free; else the kernel gives it. */
  readonly port?: number;
  /** More of the environment. */
  readonly env?: Readonly<Record<string, string>>;
};

/** Starts it. Takes a few seconds. */
export async function startLoggedApi({ port = 0, ...setting }: Setting = {}): Promise<LoggedApi> {
  const lines: Line[] = [];
  const write = (line: string): void => void lines.push(JSON.parse(line) as Line);
  const log = openLog({ logLevel: 'info', production: true }, 'api', { write });
  const api = await startTestApi(setting);
  const { settings, databaseUrl, clock } = api;
  const services = await openServices({ settings, databaseUrl, clock, programs, log });
  const app = await createApi(services);
  await app.listen(port, '127.0.0.1');
  const stop = async (): Promise<void> => {
    await app.close();
    await services.close();
    await api.stop();
  };
  return { api, url: await app.getUrl(), lines, stop };
}
