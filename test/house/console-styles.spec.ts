import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { REPOSITORY } from './planted-tree.js';

const SOURCES = path.join(REPOSITORY, 'apps/console/src');
/** What the entry loads is there on every screen. */
const ENTRY = path.join(SOURCES, 'main.tsx');

const textOf = (file: string): string => readFileSync(file, 'utf8');
const matchesIn = (text: string, wanted: RegExp): string[] => Array.from(text.matchAll(wanted), (match) => match[1] ?? '');

/** The file that an import means: `x.js` is `x.ts` or `x.tsx`. */
function fileOf(from: string, specifier: string): string[] {
  const file = path.resolve(path.dirname(from), specifier);
  const candidates = file.endsWith('.css') ? [file] : [file.replace(/\.js$/, '.ts'), file.replace(/\.js$/, '.tsx')];
  return candidates.filter((candidate) => existsSync(candidate));
}

/** Imports that run; those of types alone do not. */
const STATIC = /^(?:import|export) (?!type )(?:[^;]*? from )?'(\.[^']+)';/gms;
const LAZY = /import\('(\.[^']+)'\)/g;

function importsOf(file: string, kind: RegExp): string[] {
  return matchesIn(textOf(file), kind).flatMap((specifier) => fileOf(file, specifier));
}

/** All that is loaded together with a file. */
function loadedWith(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  if (!file.endsWith('.css')) for (const next of importsOf(file, STATIC)) loadedWith(next, seen);
  return seen;
}

const classesIn = (css: string): string[] => matchesIn(css, /\.(-?[a-z][\w-]*)/g);
const stylesOf = (files: Iterable<string>): Set<string> =>
  new Set([...files].filter((file) => file.endsWith('.css')).flatMap((file) => classesIn(textOf(file))));

/** What stands behind `className=`: a text, or the texts within its braces. */
const GIVEN = /className=("[^"]*"|\{(?:[^{}]|\{[^{}]*\})*\})/g;
const namesIn = (text: string): string[] =>
  matchesIn(text, GIVEN).flatMap((given) =>
    matchesIn(given, /["'`]([^"'`]*)["'`]/g).flatMap((literal) => literal.split(/\$\{[^}]*\}|\s+/)),
  );

const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).map((file) => path.join(SOURCES, file));
const sources = files.filter((file) => /\.tsx?$/.test(file));
/** For forced colours it is said once more how shapes are told apart; that is no look of its own. */
const everywhere = stylesOf(files.filter((file) => !file.endsWith('forced-colors.css')));
const always = stylesOf(loadedWith(ENTRY));
const screens = [...new Set(sources.flatMap((file) => importsOf(file, LAZY)))];

test('screens that are loaded when they are first opened are found', () => {
  expect(sources.length).toBeGreaterThan(100);
  expect(screens.map((file) => path.basename(file))).toContain('overview-page.tsx');
  expect(always).toContain('top-bar');
});

test.each(screens.map((file) => [path.relative(SOURCES, file), file]))(
  '%s brings the looks of every class it names, whatever was opened before',
  (_, screen) => {
    const loaded = loadedWith(screen);
    const styled = stylesOf(loaded);
    const bare = [...loaded]
      .filter((file) => file.endsWith('.tsx'))
      .flatMap((file) => namesIn(textOf(file)).map((name) => ({ file: path.relative(SOURCES, file), name })))
      .filter(({ name }) => everywhere.has(name) && !styled.has(name) && !always.has(name));
    expect(bare).toEqual([]);
  },
);
