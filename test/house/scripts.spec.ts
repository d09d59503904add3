import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { REPOSITORY } from './planted-tree.js';

const script = (name: string): string => path.join(REPOSITORY, 'scripts', name);
const moduleArgs = (code: string): string[] => ['--input-type=module', '--eval', code];
const importOf = (name: string): string => JSON.stringify(pathToFileURL(script(name)).href);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'gongkai-scripts-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('check-node', () => {
  const start = (version: string): ReturnType<typeof spawnSync> =>
    spawnSync(
      process.execPath,
      moduleArgs(
        `Object.defineProperty(process, 'versions', { value: { node: '${version}' } }); await import(${importOf('support/check-node.mjs')});`,
      ),
      { encoding: 'utf8' },
    );

  it.each(['16.20.2', '18.20.4', '20.18.3'])('refuses Node %s in one sentence', (version) => {
    const { status, stdout, stderr } = start(version);
    expect({ status, stdout, stderr }).toEqual({
      status: 1,
      stdout: '',
      stderr: `Gongkai needs Node.js 20.19 or newer, but this is Node.js ${version}.\n`,
    });
  });

  it.each(['20.19.0', '20.20.2', '22.1.0', '24.0.0'])('takes Node %s', (version) => {
    expect(start(version)).toMatchObject({ status: 0, stdout: '', stderr: '' });
  });
});

describe('exclusively', () => {
  const lock = (): string => path.join(folder, 'lock');
  const log = (): string => path.join(folder, 'log');

  /** A process that says when its turn begins and ends. */
  const worker = (name: string): Promise<number | null> => {
    const code = `
      import { appendFileSync } from 'node:fs';
      import { setTimeout } from 'node:timers/promises';
      import { exclusively } from ${importOf('support/exclusively.mjs')};
      await exclusively(${JSON.stringify(lock())}, async () => {
        appendFileSync(${JSON.stringify(log())}, '${name} begins\\n');
        await setTimeout(50);
        appendFileSync(${JSON.stringify(log())}, '${name} ends\\n');
      });`;
    const child = spawn(process.execPath, moduleArgs(code), { stdio: 'ignore' });
    return new Promise((resolve) => child.on('close', resolve));
  };

  it('lets one process work at a time, also after one that was killed', async () => {
    const { pid } = spawnSync(process.execPath, ['--version']);
    writeFileSync(lock(), JSON.stringify({ host: hostname(), pid }));
    const names = ['a', 'b', 'c', 'd'];
    expect(await Promise.all(names.map(worker))).toEqual([0, 0, 0, 0]);
    const lines = readFileSync(log(), 'utf8').trim().split('\n');
    const turns = lines.filter((_, i) => i % 2 === 0).map((line) => line.replace(' begins', ''));
    expect(lines).toEqual(turns.flatMap((name) => [`${name} begins`, `${name} ends`]));
    expect([...turns].sort()).toEqual(names);
    expect(existsSync(lock())).toBe(false);
  });
});

describe('lock-fill', () => {
  const fill = (packages: object): unknown => {
    const file = path.join(folder, 'package-lock.json');
    writeFileSync(file, JSON.stringify({ lockfileVersion: 3, packages }));
    expect(spawnSync(process.execPath, [script('lock-fill.mjs'), file]).status).toBe(0);
    return (JSON.parse(readFileSync(file, 'utf8')) as { packages: unknown }).packages;
  };
  const tool = (version: string, names: string[]): object => ({
    version,
    dev: true,
    optionalDependencies: Object.fromEntries(names.map((name) => [name, version])),
  });

  it('adds the binaries of other platforms and touches nothing else', () => {
    const here = { version: '1.0.0', integrity: 'sha512-x', cpu: ['x64'], os: ['linux'], dev: true, optional: true };
    const before = {
      '': { name: 'x' },
      'node_modules/tool': tool('1.0.0', ['tool-linux-x64', 'tool-darwin-arm64', 'tool-linux-arm-musleabihf']),
      'node_modules/tool-linux-x64': here,
    };
    const after = fill(before);
    expect(after).toEqual({
      ...before,
      'node_modules/tool-darwin-arm64': { version: '1.0.0', cpu: ['arm64'], os: ['darwin'], dev: true, optional: true },
      'node_modules/tool-linux-arm-musleabihf': {
        version: '1.0.0',
        cpu: ['arm'],
        libc: ['musl'],
        os: ['linux'],
        dev: true,
        optional: true,
      },
    });
  });

  it('keeps two versions of one binary apart', () => {
    const before = {
      'node_modules/a/node_modules/tool': tool('2.0.0', ['tool-darwin-x64']),
      'node_modules/tool': tool('1.0.0', ['tool-darwin-x64']),
    };
    const versions = Object.entries(fill(before) as Record<string, { version: string }>).map(([key, { version }]) => [
      key,
      version,
    ]);
    expect(Object.fromEntries(versions)).toMatchObject({
      'node_modules/tool-darwin-x64': '2.0.0',
      'node_modules/tool/node_modules/tool-darwin-x64': '1.0.0',
    });
  });
});
