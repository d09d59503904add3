import { drawPages } from '@gongkai/casework';
import { JobRunner, PageDrawer, PageStore } from '@gongkai/platform';
import path from 'node:path';
import type { TestApi } from './api.js';

/** The program that draws pages, as it was built. */
export const drawProgram = path.resolve('dist/libs/platform/src/pages/draw-program.js');

/** Draws what waits to be drawn, as a worker would: at most so many jobs. */
export async function drawWaiting({ services: { pool, store }, settings }: TestApi, times = 100): Promise<void> {
  const nothing = () => Promise.resolve([]);
  const parts = { store, drawer: new PageDrawer({ program: drawProgram, store: new PageStore(settings.dataDir) }) };
  const runner = new JobRunner({
    pool,
    processors: {
      'case-changed': nothing,
      'turn-changed': nothing,
      'confirmation-changed': nothing,
      'deliver-notification': nothing,
      'draw-pages': (scan, { read }) => drawPages(scan, read, parts),
      'import-register': nothing,
    },
    onError: (error) => {
      throw error;
    },
  });
  for (let time = 0; time < times; time += 1) {
    const open = "SELECT id FROM outbox WHERE job = 'draw-pages' AND done_at IS NULL";
    const { rows } = await pool.query<{ id: string }>({ text: open });
    if (rows.length === 0) return;
    for (const { id } of rows) await runner.run({ id, deaths: 0 });
  }
}
