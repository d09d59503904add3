import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { makeReady } from '../support/run-cli.js';
import { suiteNeeding } from '../support/tools.js';

const run = promisify(execFile);
const MINUTES = 60_000;

/** A few weeks of the year of `docs/measurements.md`. */
suiteNeeding('redis-server', 'faketime')('an office in which everything dies at random', () => {
  test(
    'has the history of one in which nothing befell anybody, and the checker finds what is planted',
    async () => {
      makeReady();
      const year = path.resolve('test/faults/tormented-year.mjs');
      const asked = ['--organ', 'bureau', '--cases', '4', '--seed', '6', '--http', '2', '--plant'];
      const { stdout } = await run(process.execPath, [year, ...asked], { timeout: 14 * MINUTES });
      const found = JSON.parse(stdout) as { readonly torments: Readonly<Record<string, number>>; readonly overHttp: number };
      expect(found).toMatchObject({ holds: true, missed: [], planted: 10 });
      expect(found.overHttp).toBeGreaterThan(0);
      expect(Object.keys(found.torments).length).toBeGreaterThan(2);
    },
    15 * MINUTES,
  );
});
