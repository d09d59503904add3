import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import { pathToFileURL } from 'node:url';
import type { QueuePlace } from '@gongkai/platform';

/** Says which job it has taken, and never finishes it. Runs what was built. */
const CODE = `
  const { JobQueue } = await import(process.argv[1]);
  const queue = new JobQueue(JSON.parse(process.argv[2]), (error) => console.error(error));
  queue.work(({ id }) => { console.log(id); return new Promise(() => {}); }, { concurrency: 1, lockDuration: 2000 });
  console.log('ready');
`;

/** A program of its own that takes jobs. */
export type QueueChild = { readonly process: ChildProcess; readonly took: () => Promise<string> };

/** Starts such a program. */
export async function startQueueChild(place: QueuePlace): Promise<QueueChild> {
  const platform = pathToFileURL(path.resolve('dist/libs/platform/src/index.js')).href;
  const args = ['--input-type=module', '--eval', CODE, platform, JSON.stringify(place)];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const took = async (): Promise<string> => ((await lines.next()) as { value: string }).value;
  await took();
  return { process: child, took };
}
