import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { makeReady } from '../support/run-cli.js';

const run = promisify(execFile);
const MINUTES = 60_000;

test(
  'what nobody would think of is taken or refused, and what was found once is not found again',
  async () => {
    makeReady();
    const asked = [path.resolve('test/fuzz/run.mjs'), '--runs', '40', '--seed', '11', '--cases', '12'];
    const { stdout } = await run(process.execPath, asked, { timeout: 9 * MINUTES }).catch((failed: unknown) => {
      // It ends with 1 where it finds something, and says what.
      return failed as { readonly stdout: string };
    });
    const told = JSON.parse(stdout) as { readonly counts: Readonly<Record<string, { readonly runs: number }>> };
    expect(told).toMatchObject({ findings: [] });
    expect(Object.values(told.counts).map(({ runs }) => runs >= 2)).toEqual(Array<boolean>(9).fill(true));
  },
  10 * MINUTES,
);
