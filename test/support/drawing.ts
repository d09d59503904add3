import { drawPages, lawShelf } from '@gongkai/casework';
import type { JobName, PageView } from '@gongkai/contracts';
import { readNextPage } from '@gongkai/intake';
import {
  CommandPool,
  JOB_PATIENCE,
  type JobRun,
  JobRunner,
  PageDrawer,
  PageReader,
  PageRedactor,
  PageStore,
  PartStore,
  Sealer,
  type PageText,
  type Processors,
} from '@gongkai/platform';
import { burnRedaction, lookAtRedaction } from '@gongkai/redaction';
import path from 'node:path';
import { programs, type TestApi } from './api.js';
import { idleProcessors } from './idle-processors.js';

/** The programs that draw and read pages, as they were built. */
export const drawProgram = programs.draw;
export const readProgram = path.resolve('dist/libs/platform/src/reading/read-program.js');
/** The one that makes parts of pages black. */
export const redactProgram = programs.redact;

/** Draws what waits to be drawn, as a worker would: at most so many jobs. */
export function drawWaiting(api: TestApi, times = 100): Promise<void> {
  const { services, settings } = api;
  const drawer = new PageDrawer({ program: drawProgram, store: new PageStore(settings.dataDir) });
  const parts = { store: services.store, drawer };
  return doWaiting(api, 'draw-pages', { times, 'draw-pages': (scan, { read }) => drawPages(scan, read, parts) });
}

/** Reads what waits to be read, as a worker would. @param reader of pages; without one, as a worker has it */
export function readWaiting(
  api: TestApi,
  reader: Pick<PageReader, 'read'> = new PageReader({ program: readProgram, patience: () => new AbortController().signal }),
): Promise<void> {
  const { services, settings } = api;
  const parts = { store: services.store, sealer: new Sealer(settings.secretKeys), reader };
  return doWaiting(api, 'read-page', { 'read-page': (_, { read }) => readNextPage(read, parts) });
}

type Redacting = Partial<RedactorParts> & { readonly afterBurning?: () => Promise<unknown> };

/** Draws and burns what waits of redactions, as a worker would. @param afterBurning happens once pages are burnt and before they are kept */
export async function redactWaiting(api: TestApi, { afterBurning, ...parts }: Redacting = {}): Promise<void> {
  const { services, settings } = api;
  const font = path.resolve('config/fonts/noto-serif-sc-regular.ttf');
  const redactor = new PageRedactor({ program: redactProgram, font, ...parts });
  const burn: PageRedactor['burn'] = async (...pages) => {
    const burnt = await redactor.burn(...pages);
    await afterBurning?.();
    return burnt;
  };
  const tools = {
    store: services.store,
    releases: services.store,
    pictures: new PageStore(settings.dataDir),
    parts: new PartStore(settings.dataDir),
    redactor: { look: redactor.look.bind(redactor), burn },
    laws: lawShelf('config'),
    clock: services.clock,
  };
  const jobs = {
    'look-at-redaction': (redaction: { redactionId: string }, run: JobRun) => lookAtRedaction(redaction, run, tools),
    'burn-redaction': (redaction: { redactionId: string }, run: JobRun) => burnRedaction(redaction, run, tools),
  };
  for (const job of ['look-at-redaction', 'burn-redaction'] as const) await doWaiting(api, job, jobs);
}

type RedactorParts = ConstructorParameters<typeof PageRedactor>[0];

/** A page as an engine reads it that is sure of every character: rows below each other, all of them as wide as they are long. */
export function readAs(rows: readonly string[]): PageText {
  const boxOf = (row: number, sign: number) => ({ left: 0.1 + sign * 0.02, top: 0.1 + row * 0.04, width: 0.015, height: 0.012 });
  const lines = rows.map((row, i) => Array.from(row, (text, at) => ({ text, confidence: 0.98, box: boxOf(i, at) })));
  return { total: 1, ratio: 1.4, lines };
}

type Doing = Partial<Processors> & { readonly times?: number };

async function doWaiting(
  { databaseUrl: url }: Pick<TestApi, 'databaseUrl'>,
  job: JobName,
  { times = 100, ...processors }: Doing,
): Promise<void> {
  const onError = (error: unknown): void => {
    throw error;
  };
  const pool = new CommandPool({ url, max: 1, idleTimeout: JOB_PATIENCE });
  const runner = new JobRunner({ pool, processors: { ...idleProcessors, ...processors }, onError });
  try {
    for (let time = 0; time < times; time += 1) {
      const open = 'SELECT id FROM outbox WHERE job = $1 AND done_at IS NULL';
      const { rows } = await pool.query<{ id: string }>({ text: open, values: [job] });
      if (rows.length === 0) return;
      for (const { id } of rows) await runner.run({ id, deaths: 0 });
    }
  } finally {
    await pool.close();
  }
}

/** Draws all these pages: a drawer ends its turn after some seconds, in which a busy machine draws the first ones alone. */
export async function drawAll(
  drawer: PageDrawer,
  file: Parameters<PageDrawer['draw']>[0],
  numbers: readonly number[],
): Promise<PageView[]> {
  const pages: PageView[] = [];
  while (pages.length < numbers.length) pages.push(...(await drawer.draw(file, numbers.slice(pages.length))));
  return pages;
}
