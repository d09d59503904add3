import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { judge, plant, REPOSITORY, uproot } from './planted-tree.js';

type Plant = { file: string; code: string; caughtBy: string[] };

const repeat = (count: number, line: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => `${line(i)}\n`).join('');

/** A file of so many lines. */
const fileOf = (lines: number): string => repeat(lines, (i) => `export const v${i} = ${i};`);
/** A function of so many lines, blank ones and comments included. */
const functionOf = (lines: number): string =>
  `export function long(): number {\n${repeat(lines - 3, (i) => (i % 2 ? '' : '  // why'))}  return 1;\n}\n`;
const parameters = (count: number): string => Array.from({ length: count }, (_, i) => `p${i}: number`).join(', ');
const constructorOf = (count: number): string =>
  `export class Wide {\n  readonly all: number[];\n  constructor(${parameters(count)}) {\n    this.all = [${Array.from({ length: count }, (_, i) => `p${i}`).join(', ')}];\n  }\n}\n`;
/** A function with so many ways through it. */
const branches = (ways: number): string =>
  `export function branch(n: number): number {\n${repeat(ways - 1, (i) => `  if (n === ${i}) return ${i * 2};`)}  return n;\n}\n`;

const PROMISE = 'export const later = async (): Promise<number> => Promise.resolve(1);\n';
const KIND = "export type Kind = 'a' | 'b';\n";
const NOW = 'export const now = (): Date => new Date();\n';
const TICK = 'export const tick = (): number => Date.now();\n';
const ENVIRONMENT = 'export const home = (): string | undefined => process.env.HOME;\n';
const SAY = "console.log('x');\n";

const budgets: Plant[] = [
  { file: 'libs/calendar/src/lines-300.ts', code: fileOf(300), caughtBy: [] },
  { file: 'libs/calendar/src/lines-301.ts', code: fileOf(301), caughtBy: ['eslint(max-lines)'] },
  { file: 'libs/calendar/src/lines-301.spec.ts', code: fileOf(301), caughtBy: ['eslint(max-lines)'] },
  { file: 'scripts/lines-301.mjs', code: fileOf(301), caughtBy: ['eslint(max-lines)'] },
  { file: 'libs/calendar/src/function-40.ts', code: functionOf(40), caughtBy: [] },
  { file: 'libs/calendar/src/function-41.ts', code: functionOf(41), caughtBy: ['eslint(max-lines-per-function)'] },
  { file: 'libs/calendar/src/function-41.spec.ts', code: functionOf(41), caughtBy: [] },
  { file: 'apps/console/src/function-80.tsx', code: functionOf(80), caughtBy: [] },
  { file: 'apps/console/src/function-81.tsx', code: functionOf(81), caughtBy: ['eslint(max-lines-per-function)'] },
  { file: 'libs/calendar/src/parameters-4.ts', code: `export type F = (${parameters(4)}) => void;\n`, caughtBy: [] },
  {
    file: 'libs/calendar/src/parameters-5.ts',
    code: `export const f = (${parameters(5)}): number[] => [p0, p1, p2, p3, p4];\n`,
    caughtBy: ['house(max-params)'],
  },
  {
    file: 'libs/calendar/src/signature-5.ts',
    code: `export type F = (${parameters(5)}) => void;\n`,
    caughtBy: ['house(max-params)'],
  },
  { file: 'libs/calendar/src/constructor-5.ts', code: constructorOf(5), caughtBy: [] },
  { file: 'libs/calendar/src/constructor-6.ts', code: constructorOf(6), caughtBy: ['house(max-params)'] },
  { file: 'libs/calendar/src/complexity-8.ts', code: branches(8), caughtBy: [] },
  { file: 'libs/calendar/src/complexity-9.ts', code: branches(9), caughtBy: ['eslint(complexity)'] },
  { file: 'libs/contracts/src/generated/lines-301.ts', code: fileOf(301) + branches(9), caughtBy: [] },
];

const language: Plant[] = [
  { file: 'libs/calendar/src/any.ts', code: 'export const x: any = 1;\n', caughtBy: ['typescript(no-explicit-any)'] },
  {
    file: 'libs/calendar/src/switch.ts',
    code: `${KIND}export function f(k: Kind): number {\n  switch (k) {\n    case 'a':\n      return 1;\n  }\n  return 2;\n}\n`,
    caughtBy: ['house(no-switch)', 'typescript(switch-exhaustiveness-check)'],
  },
  {
    file: 'libs/calendar/src/switch-complete.ts',
    code: `${KIND}export function f(k: Kind): number {\n  switch (k) {\n    case 'a':\n      return 1;\n    case 'b':\n      return 2;\n  }\n}\n`,
    caughtBy: ['house(no-switch)'],
  },
  { file: 'libs/calendar/src/default.ts', code: 'export default 1;\n', caughtBy: ['house(no-default-export)'] },
  { file: 'vite.config.mjs', code: 'export default 1;\n', caughtBy: [] },
  { file: 'libs/calendar/src/enum.ts', code: 'export enum E {\n  A = 1,\n}\n', caughtBy: ['house(no-enum)'] },
  {
    file: 'libs/calendar/src/bang.ts',
    code: 'export const f = (x: string | null): string => x!;\n',
    caughtBy: ['typescript(no-non-null-assertion)'],
  },
  {
    file: 'libs/calendar/src/interface.ts',
    code: 'export interface A {\n  a: 1;\n}\n',
    caughtBy: ['typescript(consistent-type-definitions)'],
  },
  { file: 'libs/calendar/src/CamelCase.ts', code: fileOf(1), caughtBy: ['house(kebab-case)'] },
  { file: 'libs/calendar/src/any-case.entity.ts', code: fileOf(1), caughtBy: [] },
  { file: 'libs/calendar/src/snake_case/a.ts', code: fileOf(1), caughtBy: ['house(kebab-case)'] },
];

const surroundings: Plant[] = [
  { file: 'libs/calendar/src/now.ts', code: NOW, caughtBy: ['house(no-wall-time)'] },
  { file: 'libs/calendar/src/now.spec.ts', code: NOW, caughtBy: ['house(no-wall-time)'] },
  { file: 'libs/calendar/src/called.ts', code: 'export const now = (): string => Date();\n', caughtBy: ['house(no-wall-time)'] },
  { file: 'libs/calendar/src/tick.ts', code: TICK, caughtBy: ['eslint(no-restricted-properties)'] },
  { file: 'libs/calendar/src/date-of.ts', code: 'export const f = (ms: number): Date => new Date(ms);\n', caughtBy: [] },
  { file: 'libs/platform/src/clock.ts', code: NOW + TICK, caughtBy: [] },
  { file: 'libs/calendar/src/clock.ts', code: NOW + TICK, caughtBy: ['eslint(no-restricted-properties)', 'house(no-wall-time)'] },
  { file: 'libs/calendar/src/settings.ts', code: ENVIRONMENT, caughtBy: ['eslint(no-restricted-properties)'] },
  ...['globalThis.Date.now()', 'new globalThis.Date().getTime()', 'performance.now()'].map((code, i) => ({
    file: `libs/calendar/src/roundabout-${i}.ts`,
    code: `export const now = (): number => ${code};\n`,
    caughtBy: ['eslint(no-restricted-globals)'],
  })),
  {
    file: 'libs/calendar/src/global-process.ts',
    code: 'export const home = (): string | undefined => globalThis.process.env.HOME;\n',
    caughtBy: ['eslint(no-restricted-globals)'],
  },
  {
    file: 'libs/calendar/src/alias.ts',
    code: 'const D = Date;\nexport const f = (): number => D.now();\n',
    caughtBy: ['house(no-wall-time)'],
  },
  {
    file: 'libs/calendar/src/alias-default.ts',
    code: 'export const f = (D = Date): number => D.now();\n',
    caughtBy: ['house(no-wall-time)'],
  },
  { file: 'libs/calendar/src/alias-field.ts', code: 'export const tools = { D: Date };\n', caughtBy: ['house(no-wall-time)'] },
  { file: 'libs/calendar/src/alias-given.ts', code: 'export const f = () => Date;\n', caughtBy: ['house(no-wall-time)'] },
  { file: 'libs/calendar/src/alias-class.ts', code: 'export class D extends Date {}\n', caughtBy: ['house(no-wall-time)'] },
  {
    file: 'libs/calendar/src/alias-process.ts',
    code: 'const p = process;\nexport const home = p.env.HOME;\n',
    caughtBy: ['house(no-wall-time)'],
  },
  {
    file: 'libs/calendar/src/stopwatch.ts',
    code: "export { performance as watch } from 'node:perf_hooks';\n",
    caughtBy: ['eslint(no-restricted-imports)'],
  },
  {
    file: 'libs/calendar/src/date-of-kind.ts',
    code: 'export const f = (x: unknown): boolean => x instanceof Date;\n',
    caughtBy: [],
  },
  { file: 'libs/platform/src/clock-enum.ts', code: NOW, caughtBy: ['house(no-wall-time)'] },
  { file: 'libs/platform/src/environment.ts', code: ENVIRONMENT, caughtBy: ['eslint(no-restricted-properties)'] },
  {
    file: 'libs/platform/src/imported.ts',
    code: "export { env } from 'node:process';\n",
    caughtBy: ['eslint(no-restricted-imports)'],
  },
  { file: 'libs/platform/src/settings.ts', code: ENVIRONMENT, caughtBy: [] },
  { file: 'test/support/settings.ts', code: ENVIRONMENT, caughtBy: [] },
  {
    file: 'scripts/free.mjs',
    code: `${NOW.replace(': Date', '')}${TICK.replace(': number', '')}console.log(process.env.HOME);\n`,
    caughtBy: [],
  },
  { file: 'libs/platform/src/says.ts', code: SAY, caughtBy: ['eslint(no-console)'] },
  { file: 'apps/api/src/says.ts', code: SAY, caughtBy: ['eslint(no-console)'] },
  { file: 'apps/cli/src/says.ts', code: SAY, caughtBy: [] },
  {
    file: 'libs/platform/src/silenced.ts',
    code: `// eslint-disable-next-line no-console\n${SAY}`,
    caughtBy: ['eslint(no-console)'],
  },
];

/** What only one who knows the types can see. */
const typed: Plant[] = [
  { file: 'libs/calendar/src/floating.ts', code: `${PROMISE}later();\n`, caughtBy: ['typescript(no-floating-promises)'] },
  { file: 'libs/calendar/src/awaited.ts', code: `${PROMISE}await later();\n`, caughtBy: [] },
  {
    file: 'libs/calendar/src/parsed.ts',
    code: "export const f = (): string => JSON.parse('1');\n",
    caughtBy: ['typescript(no-unsafe-return)'],
  },
  {
    file: 'libs/calendar/src/always.ts',
    code: 'export const f = (x: string): string => x ?? String(1);\n',
    caughtBy: ['typescript(no-unnecessary-condition)'],
  },
];

type Verdict = { diagnostics: { code: string; filename: string }[] };

describe('the lint rules', () => {
  const plants = [...budgets, ...language, ...surroundings, ...typed];
  let folder: string;
  let caught: Map<string, Set<string>>;

  beforeAll(() => {
    const rules = JSON.parse(readFileSync(path.join(REPOSITORY, '.oxlintrc.json'), 'utf8')) as { jsPlugins: string[] };
    // Its patterns are of the folder it lies in.
    const config = JSON.stringify({ ...rules, jsPlugins: rules.jsPlugins.map((file) => path.join(REPOSITORY, file)) });
    folder = plant({ '.oxlintrc.json': config, ...Object.fromEntries(plants.map(({ file, code }) => [file, code])) });
    const { diagnostics } = judge(folder, 'oxlint', ['--format', 'json']) as Verdict;
    caught = new Map(plants.map(({ file }) => [file, new Set()]));
    for (const { filename, code } of diagnostics) caught.get(filename)?.add(code);
  });

  afterAll(() => uproot(folder));

  it.each(plants)('judge $file rightly: $caughtBy', ({ file, caughtBy }) => {
    expect([...(caught.get(file) ?? [])].sort()).toEqual(caughtBy);
  });

  it('are switched off by no comment: a budget that a comment can switch off is none', () => {
    const { stdout } = spawnSync('git', ['grep', '-lE', 'oxlint-(disable|enable)'], { cwd: REPOSITORY, encoding: 'utf8' });
    expect(stdout).toBe('');
  });
});
