import path from 'node:path';
import { judge, plant, REPOSITORY, uproot, type Files } from './planted-tree.js';

/** Lowest first; written down here once more, so that a slip in the rules shows. */
const ROWS = [
  ['libs/calendar'],
  ['libs/contracts'],
  ['libs/statutes'],
  ['libs/lifecycle'],
  ['libs/platform'],
  ['libs/casework'],
  ['libs/intake', 'libs/correspondence', 'libs/supervision', 'libs/reporting', 'libs/publication'],
  ['libs/simulation'],
  ['apps/api', 'apps/worker', 'apps/cli', 'apps/console', 'apps/portal'],
];
const UNITS = ROWS.flat();
const PURE = UNITS.slice(0, 4);
const BROWSER = ['apps/console', 'apps/portal'];

const rowOf = (unit: string): number => ROWS.findIndex((row) => row.includes(unit));
const nameOf = (unit: string): string => unit.split('/')[1] ?? unit;
const faceOf = (unit: string): string => {
  if (unit.startsWith('libs/')) return `${unit}/src/index.ts`;
  return `${unit}/src/main.${BROWSER.includes(unit) ? 'tsx' : 'ts'}`;
};
const specifierOf = (unit: string): string =>
  unit.startsWith('libs/') ? `@gongkai/${nameOf(unit)}` : `../../../${unit}/src/main.js`;

/** Which rule has to catch an import of one unit by another; none where it is allowed. */
function rulesAgainst(from: string, to: string): string[] {
  if (from === to) return [];
  if (rowOf(to) > rowOf(from)) return [`${rowOf(from) === 6 ? 'capabilities' : nameOf(from)}-looks-up`];
  if (rowOf(to) === rowOf(from)) return [from.startsWith('apps/') ? 'apps-apart' : 'libs-apart'];
  return BROWSER.includes(from) && rowOf(to) > 1 ? ['browser-sees-contracts'] : [];
}

const reach = (from: string, to: string): string => `${from}/src/reaches-${nameOf(to)}.ts`;
const uses = (specifier: string): string => `export * from '${specifier}';\n`;

const reaches = UNITS.flatMap((from) =>
  UNITS.filter((to) => to !== from).map((to) => [reach(from, to), uses(specifierOf(to))] as const),
);

type Plant = { file: string; code: string; caughtBy: string[] };

const SERVER_PACKAGES = ['@nestjs/common', 'typeorm', 'ioredis', 'pg', 'fastify', 'reflect-metadata'];
const browserSafe = (unit: string): string[] => (['libs/calendar', 'libs/contracts'].includes(unit) ? ['browser-safe'] : []);

const impure: Plant[] = PURE.flatMap((unit) => [
  ...SERVER_PACKAGES.map((name) => ({
    file: `${unit}/src/uses-${name.replace(/\W+/g, '-')}.ts`,
    code: uses(name),
    caughtBy: [...browserSafe(unit), 'pure-without-framework'],
  })),
  { file: `${unit}/src/reads-files.ts`, code: uses('node:fs'), caughtBy: [...browserSafe(unit), 'pure-without-node'] },
  { file: `${unit}/src/reads-paths.ts`, code: uses('path'), caughtBy: [...browserSafe(unit), 'pure-without-node'] },
  {
    file: `${unit}/src/only-types.ts`,
    code: "export type { Pool } from 'pg';\n",
    caughtBy: [...browserSafe(unit), 'pure-without-framework'],
  },
]);

const reserved: Plant[] = UNITS.flatMap((unit) => {
  const queue = ['libs/platform', 'apps/worker'].includes(unit) ? [] : ['bullmq-in-its-place'];
  const pure = PURE.includes(unit) ? ['pure-without-framework'] : [];
  const chart = unit === 'libs/lifecycle' ? [] : ['xstate-in-its-place'];
  return [
    { file: `${unit}/src/queues.ts`, code: uses('bullmq'), caughtBy: [...browserSafe(unit), ...queue, ...pure] },
    { file: `${unit}/src/queue-module.ts`, code: uses('@nestjs/bullmq'), caughtBy: [...browserSafe(unit), ...queue, ...pure] },
    { file: `${unit}/src/charts.ts`, code: uses('xstate'), caughtBy: [...browserSafe(unit), ...chart] },
  ];
});

const shapes: Plant[] = [
  { file: 'libs/calendar/src/round-a.ts', code: uses('./round-b.js'), caughtBy: ['no-circular'] },
  { file: 'libs/calendar/src/round-b.ts', code: uses('./round-a.js'), caughtBy: ['no-circular'] },
  {
    file: 'libs/statutes/src/types-a.ts',
    code: "import type { B } from './types-b.js';\nexport type A = B[];\n",
    caughtBy: ['no-circular'],
  },
  {
    file: 'libs/statutes/src/types-b.ts',
    code: "import type { A } from './types-a.js';\nexport type B = A[];\n",
    caughtBy: ['no-circular'],
  },
  { file: 'libs/calendar/src/forgotten.ts', code: 'export const forgotten = 1;\n', caughtBy: ['no-orphans'] },
  { file: 'libs/platform/src/dangling.ts', code: uses('./nowhere.js'), caughtBy: ['resolvable'] },
  { file: 'libs/statutes/src/reaches-in.ts', code: uses('../../calendar/src/inner.js'), caughtBy: ['public-face'] },
  { file: 'apps/cli/src/reaches-in.ts', code: uses('../../../libs/statutes/src/inner.js'), caughtBy: ['public-face'] },
  { file: 'libs/strays/src/index.ts', code: uses('@gongkai/calendar'), caughtBy: ['unknown-unit'] },
  { file: 'apps/strays/src/main.ts', code: uses('@gongkai/calendar'), caughtBy: ['unknown-unit'] },
  { file: 'libs/calendar/src/uses-spec.ts', code: uses('./any.spec.js'), caughtBy: ['specs-are-leaves'] },
  { file: 'libs/calendar/src/other.spec.ts', code: uses('./any.spec.js'), caughtBy: ['specs-are-leaves'] },
  {
    file: 'libs/platform/src/uses-test.ts',
    code: uses('../../../test/support/days.js'),
    caughtBy: ['test-support-stays-in-tests'],
  },
  { file: 'libs/platform/src/uses-tool.ts', code: uses('tool'), caughtBy: ['programs-without-tools'] },
  { file: 'apps/worker/src/uses-tool.ts', code: uses('tool'), caughtBy: ['programs-without-tools'] },
  { file: 'libs/casework/src/tool-types.ts', code: "export type { Tool } from 'tool';\n", caughtBy: [] },
  { file: 'libs/casework/src/tool.spec.ts', code: uses('tool'), caughtBy: [] },
  { file: 'apps/console/src/uses-tool.ts', code: uses('tool'), caughtBy: [] },
  { file: 'libs/contracts/src/uses-yaml.ts', code: uses('yaml'), caughtBy: ['browser-safe'] },
  { file: 'libs/statutes/src/uses-yaml.ts', code: uses('yaml'), caughtBy: [] },
  { file: 'libs/contracts/src/uses-zod.ts', code: uses('zod'), caughtBy: [] },
  { file: 'libs/platform/src/reads-files.ts', code: uses('node:fs'), caughtBy: [] },
  {
    file: 'libs/calendar/src/free.spec.ts',
    code: uses('@gongkai/casework') + uses('node:fs') + uses('xstate') + uses('../../../test/support/days.js'),
    caughtBy: [],
  },
];

const INSTALLED = [
  'zod',
  'yaml',
  'xstate',
  'bullmq',
  '@nestjs/bullmq',
  '@nestjs/common',
  'typeorm',
  'ioredis',
  'pg',
  'fastify',
  'tool',
];

const surroundings: Files = {
  'package.json': JSON.stringify({ name: 'planted', type: 'module', devDependencies: { tool: '1.0.0' } }),
  ...Object.fromEntries(UNITS.map((unit) => [faceOf(unit), `export const name = '${unit}';\n`])),
  'libs/calendar/src/inner.ts': uses('zod'),
  'libs/statutes/src/inner.ts': uses('zod'),
  'libs/calendar/src/any.spec.ts': uses('zod'),
  'test/support/days.ts': uses('@gongkai/calendar'),
  ...Object.fromEntries(
    INSTALLED.flatMap((name) => [
      // As most of them do, and as this tree does with what it builds.
      [`node_modules/${name}/package.json`, JSON.stringify({ name, main: 'dist/index.js' })],
      [`node_modules/${name}/dist/index.js`, ''],
    ]),
  ),
};

type Verdict = { summary: { violations: { from: string; rule: { name: string }; cycle?: { name: string }[] }[] } };

/** The rules each file broke; a circle is told once and counts for every file in it. */
function rulesByFile({ summary }: Verdict): Map<string, string[]> {
  const caught = new Map<string, string[]>();
  for (const { from, rule, cycle = [] } of summary.violations) {
    for (const file of new Set([from, ...cycle.map(({ name }) => name)])) {
      caught.set(file, [...new Set([...(caught.get(file) ?? []), rule.name])].sort());
    }
  }
  return caught;
}

describe('the layer rules', () => {
  const plants = [...impure, ...reserved, ...shapes];
  let folder: string;
  let caught: Map<string, string[]>;
  const rulesFor = (file: string): string[] => caught.get(file) ?? [];

  beforeAll(() => {
    folder = plant({
      ...surroundings,
      ...Object.fromEntries(reaches),
      ...Object.fromEntries(plants.map(({ file, code }) => [file, code])),
    });
    const config = path.join(REPOSITORY, '.dependency-cruiser.cjs');
    caught = rulesByFile(
      judge(folder, 'depcruise', ['--config', config, '--output-type', 'json', 'apps', 'libs', 'test']) as Verdict,
    );
  });

  afterAll(() => uproot(folder));

  it.each(UNITS)('let %s import what lies below it and nothing else', (from) => {
    const others = UNITS.filter((to) => to !== from);
    const found = Object.fromEntries(others.map((to) => [to, rulesFor(reach(from, to))]));
    expect(found).toEqual(Object.fromEntries(others.map((to) => [to, rulesAgainst(from, to)])));
  });

  it.each(plants)('judge $file rightly: $caughtBy', ({ file, caughtBy }) => {
    // A package that is not installed is reported as such, too.
    const found = rulesFor(file).filter((rule) => rule !== 'resolvable' || caughtBy.includes(rule));
    expect(found).toEqual([...caughtBy].sort());
  });

  it('find nothing else to say', () => {
    const expected = new Set([...reaches.map(([file]) => file), ...plants.map(({ file }) => file)]);
    expect([...caught.keys()].filter((file) => !expected.has(file))).toEqual([]);
  });
});
