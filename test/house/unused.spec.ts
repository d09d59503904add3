import { readFileSync } from 'node:fs';
import path from 'node:path';
import { judge, plant, REPOSITORY, uproot } from './planted-tree.js';

type Verdict = { issues: { file: string; exports?: { name: string }[]; files?: { name: string }[] }[] };

const FILES = {
  'knip.json': readFileSync(path.join(REPOSITORY, 'knip.json'), 'utf8'),
  'libs/calendar/src/index.ts': "export { used } from './days.js';\n",
  'libs/calendar/src/days.ts': 'export const used = 1;\nexport const unused = 2;\n',
  'libs/calendar/src/forgotten.ts': 'export const forgotten = 3;\n',
};

/** The faces of the libs are entries, so what they give counts as used; behind them nothing may be idle. */
describe('what nobody uses behind the face of a lib', () => {
  let folder: string;
  let verdict: Verdict;

  beforeAll(() => {
    folder = plant(FILES);
    verdict = judge(folder, 'knip', ['--reporter', 'json', '--no-exit-code', '--include', 'files,exports']) as Verdict;
  });

  afterAll(() => uproot(folder));

  it('is caught: an export', () => {
    const exports = verdict.issues.flatMap((issue) => (issue.exports ?? []).map(({ name }) => `${issue.file} ${name}`));
    expect(exports).toEqual(['libs/calendar/src/days.ts unused']);
  });

  it('is caught: a file', () => {
    const files = verdict.issues.flatMap((issue) => (issue.files ?? []).map(({ name }) => name));
    expect(files).toEqual(['libs/calendar/src/forgotten.ts']);
  });
});
