import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from '../support/eventually.js';
import { freePort } from '../support/free-port.js';
import { Officer, postJson, request } from '../support/officer.js';
import { makeReady } from '../support/run-cli.js';
import { inheritedEnvironment } from '../support/settings.js';

type Started = { readonly child: ChildProcess; readonly said: () => string };

/** Three times everything starts, once with the demonstration that is played: a machine that does other things as well takes minutes. */
const PATIENCE_MS = 600_000;

let dataDir: string;
let port: number;
const children: ChildProcess[] = [];

beforeAll(async () => {
  makeReady();
  dataDir = mkdtempSync(join(tmpdir(), 'gongkai-start-'));
  port = await freePort();
});
afterAll(async () => {
  for (const child of children) await ended(child, 'SIGKILL');
  rmSync(dataDir, { recursive: true, force: true });
});

function start(settings: Readonly<Record<string, string>> = {}): Started {
  const env = { ...inheritedEnvironment(), DATA_DIR: dataDir, PORT: String(port), ...settings };
  const child = spawn(process.execPath, ['scripts/start.mjs'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  children.push(child);
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
  return { child, said: () => text };
}

/** Waits until it has said this so many times, or has ended. */
async function toSay({ child, said }: Started, words: string, times = 1): Promise<void> {
  while (child.exitCode === null && said().split(words).length <= times) await more(child);
}

/** Waits until it says something, or ends. */
async function more(child: ChildProcess): Promise<void> {
  const heard = new AbortController();
  const said = [child.stdout, child.stderr].map((stream) => once(stream ?? child, 'data', heard));
  await Promise.race([...said, once(child, 'exit', heard)]);
  heard.abort();
}

/** Waits until it runs or has ended. */
async function settled({ child, said }: Started): Promise<string> {
  await toSay({ child, said }, 'e.g.');
  return said();
}

/** As a machine does that runs out of memory. */
function killWorkerOf({ pid = 0 }: ChildProcess): void {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ');
  const worker = children.find((child) => readFileSync(`/proc/${child}/cmdline`, 'utf8').includes('apps/worker'));
  if (worker === undefined) throw new Error('There is no worker.');
  process.kill(Number(worker), 'SIGKILL');
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  child.kill(signal);
  const [code] = (await once(child, 'exit')) as [number | null];
  return code;
}

async function failure(settings: Readonly<Record<string, string>>): Promise<{ code: number; said: string }> {
  const { child, said } = start(settings);
  const [code] = (await once(child, 'close')) as [number];
  return { code, said: said() };
}

describe('npm start', () => {
  test(
    'prepares a database, loads the demonstration once, tells how to get in, comes up again after it was killed, and ends cleanly',
    async () => {
      const first = start();
      const said = await settled(first);
      expect(said).toContain(`http://localhost:${port}`);
      expect(said).toContain('gongkai-demo');
      for (const word of ['clerk', 'auditor', 'bureau', 'district', 'street']) expect(said).toContain(word);
      const officer = await Officer.logIn(`http://localhost:${port}`, 'clerk.street', 'gongkai-demo');
      const { items } = (await officer.get('/cases')).body as { items: readonly unknown[] };
      expect(items.length).toBeGreaterThanOrEqual(10);
      await eventually(async () => {
        const { status, body } = await request(`http://localhost:${port}/health/ready`);
        expect([status, body]).toEqual([200, { status: 'ok', worker: 'ok' }]);
      });

      const taken = await failure({});
      expect(taken).toEqual({ code: 1, said: expect.stringMatching(new RegExp(`^Port ${port} is in use: .*PORT=${port + 1}`)) });
      expect(taken.said.trim().split('\n')).toHaveLength(1);

      expect(await ended(first.child, 'SIGINT')).toBe(0);
      await expect(request(`http://localhost:${port}/health/live`)).rejects.toThrow();

      const second = start();
      expect(await settled(second)).not.toContain('Loading');
      expect((await officer.get('/session')).status).toBe(200);
      await toSay(second, 'The worker is running.');
      killWorkerOf(second.child);
      await toSay(second, 'started again');
      await toSay(second, 'The worker is running.', 2);
      await ended(second.child, 'SIGKILL');

      const third = start();
      await settled(third);
      expect((await officer.get('/session')).status).toBe(200);
      await toSay(third, 'The worker is running.');
      expect(await ended(third.child, 'SIGTERM')).toBe(0);
      // The worker ended first, while the database still answered.
      expect(third.said()).not.toMatch(/worker: /);
    },
    PATIENCE_MS,
  );

  test('says in one sentence what stands in its way', async () => {
    const nowhere = await failure({ DATABASE_URL: 'postgres://nobody:x@127.0.0.1:1/nothing' });
    expect(nowhere).toEqual({ code: 1, said: expect.stringMatching(/^The database does not answer at DATABASE_URL/) });
    const production = await failure({ NODE_ENV: 'production' });
    expect(production).toEqual({ code: 1, said: expect.stringMatching(/SECRET_KEY is needed in production/) });
  });

  test('loads no demonstration in production', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'gongkai-start-'));
    const { child, said } = start({ NODE_ENV: 'production', SECRET_KEY: 'k'.repeat(32), DATA_DIR: folder });
    try {
      await toSay({ child, said }, 'is running');
      expect(said()).not.toContain('gongkai-demo');
      const answer = await postJson(`http://localhost:${port}/api/v1/session`, {
        username: 'clerk.bureau',
        password: 'gongkai-demo',
      });
      expect(answer.status).toBe(401);
    } finally {
      await ended(child, 'SIGTERM');
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
