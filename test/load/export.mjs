/**
 * How long it takes to export a year, and how much memory: `node test/load/export.mjs [organ] [year]`. The year is played by `gongkai simulate` into
 * a database of its own, exported as a ZIP by the command line, and its manifest checked by a tool of the system.
 */
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import '../../scripts/bootstrap.mjs';
import { now } from './measure.mjs';

const [organ = 'district', year = '2019'] = process.argv.slice(2);
const folder = mkdtempSync(path.join(tmpdir(), 'gongkai-export-'));
const env = { ...process.env, DATA_DIR: path.join(folder, 'data'), SECRET_KEY: 'the-secret-of-the-bench-is-long-enough' };

/** Runs a command. @returns what it said, the seconds it took, and the most memory it had, in megabytes */
function timed(...args) {
  const began = now();
  const child = spawn(process.execPath, ['dist/apps/cli/src/main.js', ...args], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  let [said, most] = ['', 0];
  child.stdout.on('data', (chunk) => (said += chunk));
  const watching = setInterval(() => {
    try {
      most = Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? most * 1024) / 1024;
    } catch {
      // It has ended.
    }
  }, 50);
  return new Promise((resolve, reject) => {
    child.on('close', (exit) => {
      clearInterval(watching);
      if (exit === 0) resolve({ said, seconds: (now() - began) / 1000, most });
      else reject(new Error(`gongkai ${args.join(' ')} ended with ${exit}.`));
    });
  });
}

try {
  const played = await timed('simulate', '--organ', organ, '--year', year);
  console.log(`played in ${played.seconds.toFixed(0)} s`);
  const bag = path.join(folder, 'bag');
  const asFolder = await timed('export', 'year', year, '--organ', organ, '--to', bag);
  const zip = path.join(folder, 'year.zip');
  const asZip = await timed('export', 'year', year, '--organ', organ, '--to', zip);
  const { cases } = JSON.parse(asZip.said);
  for (const [name, { seconds, most }] of Object.entries({ folder: asFolder, ZIP: asZip }))
    console.log(
      `${cases} cases as a ${name}: ${seconds.toFixed(1)} s, ${((seconds / cases) * 1000).toFixed(1)} ms each, at most ${most.toFixed(0)} MB`,
    );
  console.log(`the ZIP has ${(statSync(zip).size / 1024 / 1024).toFixed(1)} MB`);
  const began = now();
  execFileSync('sha256sum', ['-c', '--strict', '--quiet', 'manifest-sha256.txt'], { cwd: bag });
  console.log(`sha256sum -c accepts it, in ${((now() - began) / 1000).toFixed(1)} s`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
