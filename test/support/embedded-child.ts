import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import { pathToFileURL } from 'node:url';

/** Says where its server is, goes on until it is told to stop, and then says so. Runs what was built. */
const CODE = `
  const { startEmbeddedPostgres } = await import(process.argv[1]);
  const server = await startEmbeddedPostgres({ dataDir: process.argv[2], log: () => undefined });
  console.log(JSON.stringify(server));
  for await (const _ of process.stdin) break;
  await server.stop();
  process.exit(0);
`;

/** A program of its own that has started the embedded PostgreSQL. */
export type EmbeddedChild = {
  readonly url: string;
  readonly attached: boolean;
  readonly dataDirectory: string;
  /** Asks it to stop, and waits for its end. */
  readonly stop: () => Promise<void>;
  /** Gives it no chance to do anything. */
  readonly kill: () => Promise<void>;
};

/** Starts such a program, if wanted under another account. @throws Error with what it said when it did not get so far */
export async function startInChild(dataDir: string, account?: { uid: number; gid: number }): Promise<EmbeddedChild> {
  const platform = pathToFileURL(path.resolve('dist/libs/platform/src/index.js')).href;
  const args = ['--input-type=module', '--eval', CODE, platform, dataDir];
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'pipe'], env: { PATH: '/usr/bin:/bin' }, ...account });
  const ended = once(child, 'exit');
  let said = '';
  child.stderr.on('data', (data: Buffer) => (said += data.toString()));
  const first = createInterface(child.stdout)[Symbol.asyncIterator]().next();
  const line = await first;
  if (line.done === true) {
    await ended;
    throw new Error(said);
  }
  const end = async (send: () => void): Promise<void> => {
    send();
    await ended;
  };
  const server = JSON.parse(line.value) as Pick<EmbeddedChild, 'url' | 'attached' | 'dataDirectory'>;
  return { ...server, stop: () => end(() => child.stdin.end('stop\n')), kill: () => end(() => child.kill('SIGKILL')) };
}
