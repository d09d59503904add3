import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** The root of this repository. */
export const REPOSITORY = path.resolve(import.meta.dirname, '../..');

const TOOLS = {
  oxlint: 'node_modules/oxlint/bin/oxlint',
  knip: 'node_modules/knip/bin/knip.js',
  depcruise: 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
};

const COMPILER_OPTIONS = {
  target: 'ES2022',
  module: 'NodeNext',
  moduleResolution: 'NodeNext',
  strict: true,
  noEmit: true,
  jsx: 'preserve',
  typeRoots: [path.join(REPOSITORY, 'node_modules/@types')],
  types: ['node'],
};

/** Paths and contents. */
export type Files = Record<string, string>;

/**
 * Writes a repository of its own into the temporary folder, with the libs it has as `@gongkai/*`.
 * @returns its folder; {@link uproot} removes it
 */
export function plant(files: Files): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'gongkai-planted-'));
  const libs = Object.keys(files).flatMap((file) => /^libs\/([^/]+)\/src\/index\.ts$/.exec(file)?.[1] ?? []);
  const paths = Object.fromEntries(libs.map((lib) => [`@gongkai/${lib}`, [`./libs/${lib}/src/index.ts`]]));
  const own: Files = {
    'package.json': JSON.stringify({ name: 'planted', type: 'module' }),
    'tsconfig.base.json': JSON.stringify({ compilerOptions: { ...COMPILER_OPTIONS, paths } }),
    'tsconfig.json': JSON.stringify({ extends: './tsconfig.base.json', include: ['**/*.ts', '**/*.tsx'] }),
  };
  for (const [file, content] of Object.entries({ ...own, ...files })) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), content);
  }
  return folder;
}

/** Removes a planted repository. */
export function uproot(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

/** Runs one of this repository's tools there and reads the JSON it prints. */
export function judge(folder: string, tool: keyof typeof TOOLS, args: string[]): unknown {
  const { stdout, stderr } = spawnSync(process.execPath, [path.join(REPOSITORY, TOOLS[tool]), ...args], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  try {
    return JSON.parse(stdout);
  } catch {
    throw new Error(`${tool} printed no JSON: ${stdout}${stderr}`);
  }
}
