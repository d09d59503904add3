import fs from 'node:fs';
import path from 'node:path';
import { at } from '../../scripts/support/tree.mjs';
import { isAlone } from './longest-first.mjs';

const FOLDER = '.dist/test-suites';
const ENDING = /\.spec\.tsx?$/;
/** Within each of them the program is loaded once for several test files. */
const SHELVES = /^(?:test\/[^/]+|apps|libs)/;
/** So many that loading counts for little, so few that all workers have some; at screens all lasts longer. */
const TOGETHER = 13;
const AT_SCREENS = 7;

/**
 * For a whole run: suites that each hold several test files, and load the program for all of them once. A long test file stays
 * alone. @returns what Jest is told, so that it takes these
 */
export function gatherSuites() {
  fs.rmSync(at(FOLDER), { recursive: true, force: true });
  for (const [name, files] of suites()) {
    const suite = at(FOLDER, `${name}.spec.mjs`);
    fs.mkdirSync(path.dirname(suite), { recursive: true });
    fs.writeFileSync(suite, suiteOf(files));
  }
  return [`--roots=${at(FOLDER)}`, '--testRegex=\\.spec\\.mjs$'];
}

/** Names, as `test/integration-2`, and the test files of each. */
function suites() {
  const all = ['apps', 'libs', 'test'].flatMap(testFilesUnder);
  const shelves = new Map();
  for (const file of all.filter((one) => !isAlone(one))) {
    const [shelf] = SHELVES.exec(file);
    shelves.set(shelf, [...(shelves.get(shelf) ?? []), file]);
  }
  return [...all.filter(isAlone).map((file) => [file.replace(ENDING, ''), [file]]), ...[...shelves].flatMap(dealt)];
}

const testFilesUnder = (folder) =>
  fs
    .readdirSync(at(folder), { recursive: true })
    .filter((file) => ENDING.test(file))
    .map((file) => path.join(folder, file))
    .sort();

/** Dealt out one by one: neighbours are alike, also in how long they take. */
function dealt([shelf, files]) {
  const count = Math.ceil(files.length / (shelf === 'test/browser' ? AT_SCREENS : TOGETHER));
  return Array.from({ length: count }, (_, i) => [`${shelf}-${i + 1}`, files.filter((_file, j) => j % count === i)]);
}

const suiteOf = (files) => `import { gather } from '${at('test/support/gather.mjs')}';

await gather({
${files.map((file) => `  '${file}': () => import('${at(file)}'),`).join('\n')}
});
`;
