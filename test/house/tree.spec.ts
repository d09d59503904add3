import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { REPOSITORY } from './planted-tree.js';

const REQUIRED = [
  'apps',
  'libs',
  'config',
  'test',
  'nest-cli.json',
  'docker-compose.yml',
  'package.json',
  'tsconfig.base.json',
  'README.md',
  '.ci',
  'scripts',
  'LICENSE',
  'package-lock.json',
];
/** Beside them: papers, and the configuration of tools. */
const ALLOWED = [
  'README.zh-CN.md',
  'NOTICE',
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'docs',
  'tsconfig.json',
  'knip.json',
  'jest.config.mjs',
];
/** Built by Vite, not by Nest. */
const BROWSER_APPS = ['console', 'portal'];

const read = (file: string): string => readFileSync(path.join(REPOSITORY, file), 'utf8');
const readJson = (file: string): unknown => JSON.parse(read(file));
/** The units of a folder that have code. */
const unitsIn = (folder: 'apps' | 'libs', entry: string): string[] =>
  readdirSync(path.join(REPOSITORY, folder))
    .filter((unit) => existsSync(path.join(REPOSITORY, folder, unit, entry)))
    .sort();

const LIBS = unitsIn('libs', 'src/index.ts');

/** Whether .gitignore leaves a top-level entry out; its patterns are plain names and `*`. */
function isIgnored(name: string): boolean {
  const patterns = read('.gitignore')
    .split('\n')
    .filter((line) => line !== '');
  return patterns.some((pattern) => {
    const shape = pattern
      .replace(/\/$/, '')
      .replaceAll('.', String.raw`\.`)
      .replaceAll('*', '.*');
    return new RegExp(`^${shape}$`).test(name);
  });
}

describe('the tree', () => {
  const entries = readdirSync(REPOSITORY).filter((name) => name !== '.git' && !isIgnored(name));

  it.each(REQUIRED)('has %s', (name) => {
    expect(entries).toContain(name);
  });

  it('has nothing beside it but papers and the configuration of tools', () => {
    const expected = [...REQUIRED, ...ALLOWED];
    expect(entries.filter((name) => !expected.includes(name) && !name.startsWith('.'))).toEqual([]);
  });

  it('builds exactly the libs and server apps that exist', () => {
    const { projects } = readJson('nest-cli.json') as {
      projects: Record<string, { root: string; sourceRoot: string; type: string }>;
    };
    const apps = unitsIn('apps', 'src/main.ts').filter((app) => !BROWSER_APPS.includes(app));
    const project = (folder: string, type: string) => (name: string) =>
      [
        name,
        {
          type,
          root: `${folder}/${name}`,
          sourceRoot: `${folder}/${name}/src`,
          entryFile: type === 'library' ? 'index' : 'main',
        },
      ] as const;
    const expected = [...LIBS.map(project('libs', 'library')), ...apps.map(project('apps', 'application'))];
    expect(projects).toEqual(Object.fromEntries(expected));
  });

  it.each(['tsconfig.base.json', '.swcrc'])('has in %s one alias for each lib', (file) => {
    const config = readJson(file) as Record<'compilerOptions' | 'jsc', { paths: Record<string, string[]> } | undefined>;
    const expected = LIBS.map((lib) => [`@gongkai/${lib}`, [`./libs/${lib}/src/index.ts`]] as const);
    expect((config.compilerOptions ?? config.jsc)?.paths).toEqual(Object.fromEntries(expected));
  });

  it.each(['apps', 'libs', 'test'])(
    'has under %s only code that every tool reads: .ts, .tsx, and .mjs for plain scripts',
    (folder) => {
      const files = readdirSync(path.join(REPOSITORY, folder), { recursive: true, encoding: 'utf8' });
      const own = files.filter((file) => !file.split(path.sep).includes('node_modules'));
      expect(own.filter((file) => /\.([cm]ts|[cm]tsx|js|cjs|jsx)$/.test(file))).toEqual([]);
    },
  );

  it('has a CI script that can be run', () => {
    expect(read('.ci/run')).toMatch(/^#!\/usr\/bin\/env bash\n/);
    expect(statSync(path.join(REPOSITORY, '.ci/run')).mode & 0o111).toBe(0o111);
  });
});
