/**
 * `npm test`: prepares what the tests need, runs all of them (or those named after `--`) and ends with one line
 * `N passed, N failed`.
 */
import './support/check-node.mjs';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { gatherSuites } from '../test/support/gathered-suites.mjs';
import { memoryFolder } from './support/memory-folder.mjs';
import { bootstrap } from './support/ready.mjs';
import { run } from './support/run.mjs';
import { prepareTools, tellWhatIsMissing } from './support/tools.mjs';
import { at, main } from './support/tree.mjs';

/** What has to be there before the tests start, in this order. */
const PREPARATIONS = [bootstrap, prepareTools];

const NODE_OPTIONS = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];

await main(async () => {
  for (const prepare of PREPARATIONS) await prepare();
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'gongkai-test-'));
  try {
    const { code, passed, failed } = await jest(path.join(folder, 'tally.json'));
    tellWhatIsMissing();
    process.stdout.write(`${passed} passed, ${failed} failed\n`);
    process.exitCode = code;
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
});

async function jest(tallyFile) {
  const reporters = ['default', at('scripts/support/jest-tally.mjs')].map((reporter) => `--reporters=${reporter}`);
  // Ours come last: Jest would take a file name after them for a third reporter.
  const asked = process.argv.slice(2);
  const args = [at('node_modules/jest/bin/jest.js'), ...(asked.length > 0 ? asked : gatherSuites()), ...reporters];
  const nodeOptions = [process.env.NODE_OPTIONS ?? '', ...NODE_OPTIONS].join(' ').trim();
  const env = { ...process.env, ...temporaryFiles(), NODE_OPTIONS: nodeOptions, GONGKAI_TALLY: tallyFile };
  const { code } = await run(process.execPath, args, { stdio: 'inherit', env });
  const { passed, failed } = readTally(tallyFile);
  return { code, passed, failed: code === 0 ? failed : Math.max(failed, 1) };
}

/** In memory where that can be; whoever has named a folder for them keeps it. */
function temporaryFiles() {
  const TMPDIR = process.env.TMPDIR ?? memoryFolder();
  return TMPDIR === undefined ? {} : { TMPDIR };
}

/** A run that dies leaves no tally. */
function readTally(file) {
  return fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : { passed: 0, failed: 0 };
}
