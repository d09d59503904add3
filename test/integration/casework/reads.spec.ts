import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { makeReady } from '../../support/run-cli.js';

const run = promisify(execFile);
const MINUTES = 60_000;

test(
  'no view reads every row of a big table, behind the wall of row-level security',
  async () => {
    makeReady();
    const reads = path.resolve('test/load/reads.mjs');
    const { stdout } = await run(process.execPath, [reads, '--check'], { timeout: 9 * MINUTES }).catch((failed: unknown) => {
      // It ends with 1 where it finds something, and says what.
      return failed as { readonly stdout: string };
    });
    const found = JSON.parse(stdout) as { readonly asked: number };
    expect(found).toMatchObject({ isSeen: true, readWhole: [], rowByRow: [] });
    expect(found.asked).toBeGreaterThan(100);
  },
  10 * MINUTES,
);
