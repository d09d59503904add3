import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { eventually } from './eventually.js';
import { clamd } from './tools.js';

/** A scanner of one's own. */
export type TestScanner = { readonly address: string; readonly stop: () => Promise<void> };

/** What every scanner finds and nothing is harmed by (EICAR); in two parts, so that no scanner finds it here. */
export const HARMLESS_VIRUS = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');
/** Its name in the signatures of this scanner. */
export const VIRUS_NAME = 'Gongkai.Test.Harmless';
/** In an extended signature: any kind of file, anywhere in it, these bytes. */
const SIGNATURE = `${VIRUS_NAME}:0:*:${Buffer.from(HARMLESS_VIRUS).toString('hex')}\n`;

/** The real daemon of ClamAV, which knows one virus. For suites that need it. @param largest bytes of a file that it looks at */
export async function startClamd(largest = '20M'): Promise<TestScanner> {
  const folder = mkdtempSync(path.join(tmpdir(), 'gongkai-clamd-'));
  const socket = path.join(folder, 'socket');
  writeFileSync(path.join(folder, 'one.ndb'), SIGNATURE);
  const settings = [
    `LocalSocket ${socket}`,
    `DatabaseDirectory ${folder}`,
    `StreamMaxLength ${largest}`,
    'Foreground yes',
    'MaxThreads 2',
  ];
  const config = path.join(folder, 'clamd.conf');
  writeFileSync(config, `${settings.join('\n')}\n`);
  chmodSync(folder, 0o755);
  const child = spawn(clamd(), ['--config-file', config], { stdio: 'ignore' });
  await eventually(() => existsSync(socket) || Promise.reject(new Error('It does not listen yet.')), 60);
  return {
    address: `unix:${socket}`,
    stop: async () => {
      child.kill('SIGKILL');
      await once(child, 'exit');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
