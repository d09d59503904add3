import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { makeReady } from '../support/run-cli.js';
import { suiteNeeding } from '../support/tools.js';

const run = promisify(execFile);

/** The drill of docs/operations.md, with few commands. */
suiteNeeding('postgresql-15')('going back to a moment', () => {
  test('brings every command that was acknowledged before it, none from after, and whole chains', async () => {
    makeReady();
    const drill = path.resolve('test/faults/point-in-time.mjs');
    const { stdout } = await run(process.execPath, [drill, '--commands', '40', '--clients', '3'], { timeout: 540_000 });
    const found = JSON.parse(stdout) as { readonly acknowledgedBefore: number; readonly acknowledgedAfter: number };
    expect(found).toMatchObject({
      holds: true,
      lost: 0,
      stillThere: 0,
      unasked: 0,
      broken: [],
      gaps: [],
      differences: [],
      failed: [],
    });
    expect(found).toMatchObject({ entries: found.acknowledgedBefore });
    expect(found.acknowledgedBefore).toBeGreaterThanOrEqual(30);
    expect(found.acknowledgedAfter).toBeGreaterThanOrEqual(10);
  });
});
