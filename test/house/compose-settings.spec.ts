import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { makeOpenFolder, removeFolder } from '../support/folders.js';
import { REPOSITORY } from './planted-tree.js';

type Compose = { services: Record<string, { environment: Record<string, unknown>; command: string[] }> };

const read = (name: string): string => readFileSync(path.join(REPOSITORY, name), 'utf8');
const { services } = parse(read('docker-compose.yml'), { merge: true }) as Compose;

/** The settings of docs/operations.md: every name in the first column of their table. */
function settingsTold(): string[] {
  const [, table = ''] = read('docs/operations.md').split('\n## Settings\n');
  const rows = (table.split('\n## ')[0] ?? '').split('\n').filter((line) => line.startsWith('| `'));
  return rows.flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`(\w+)`/g)].map(([, name = '']) => name));
}

/** Of an installation that is not this one (portal and relay), of demonstrations, or with a place of their own below /data or in the image. */
const ELSEWHERE = ['SERVES', 'EXCHANGE_DIR', 'EXCHANGE_KEY', 'TODAY', 'CONFIG_DIR', 'FAX_SPOOL_DIR', 'WORKER_METRICS_PORT'];

describe('what an office writes into .env beside docker-compose.yml', () => {
  it('reaches the programs: a second step or a virus scan that is asked for is not dropped on the way', () => {
    const told = settingsTold().filter((name) => !ELSEWHERE.includes(name));
    expect(told).toContain('SECOND_FACTOR_FOR');
    for (const name of ['migrate', 'api', 'worker', 'backup'])
      expect(told.filter((setting) => !(setting in (services[name]?.environment ?? {})))).toEqual([]);
  });
});

describe('the daily backup', () => {
  let folder: string;
  beforeEach(() => {
    folder = makeOpenFolder();
    mkdirSync(path.join(folder, 'backups/old'), { recursive: true });
    utimesSync(path.join(folder, 'backups/old'), 0, 0);
  });
  afterEach(() => removeFolder(folder));

  /** One round of the loop of the service, with `backup` in place of the program. @returns how long it then sleeps, and what lies there */
  function round(backup: string): { sleeps: string; folders: number; old: boolean } {
    const program = (name: string, text: string): void => {
      writeFileSync(path.join(folder, name), `#!/bin/sh\n${text}\n`);
      chmodSync(path.join(folder, name), 0o755);
    };
    program('node', `for to; do :; done\n${backup}`);
    program('sleep', `echo "$1" > '${folder}/slept'; kill $PPID`);
    const loop = (services.backup?.command[0] ?? '').replaceAll('$$', '$').replaceAll('/backups', path.join(folder, 'backups'));
    spawnSync('sh', ['-c', loop], { env: { PATH: `${folder}:/usr/bin:/bin` }, timeout: 10_000 });
    const there = readdirSync(path.join(folder, 'backups'));
    const sleeps = readFileSync(path.join(folder, 'slept'), 'utf8').trim();
    return { sleeps, folders: there.filter((name) => name !== 'old').length, old: there.includes('old') };
  }
  const made = 'mkdir "$to" && touch "$to/SHA256SUMS"';

  it('comes once a day and takes the place of what is older than its time', () => {
    expect(round(made)).toEqual({ sleeps: '86400', folders: 1, old: false });
  });

  it('comes once a day too where a file is lost, and then leaves the older ones, which have it', () => {
    expect(round(`${made}; exit 1`)).toEqual({ sleeps: '86400', folders: 1, old: true });
  });

  it('is tried again soon where it could not be made', () => {
    expect(round('exit 1')).toEqual({ sleeps: '900', folders: 0, old: true });
  });
});
