import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { PARTS } from '../../apps/cli/src/bundle/stage.js';
import { makeOpenFolder, removeFolder } from '../support/folders.js';

let folder: string;
beforeAll(() => {
  folder = makeOpenFolder();
  for (const [to, from] of Object.entries(PARTS))
    if (/\.md$|^docs/.test(from)) cpSync(from, path.join(folder, to), { recursive: true });
});
afterAll(() => removeFolder(folder));

const documents = (): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'));
/** Files that a document leads to, from where it lies; what is on the internet is no matter here. */
const linksOf = (document: string): readonly string[] =>
  [...readFileSync(path.join(folder, document), 'utf8').matchAll(/\]\(([^)#\s]+)[^)]*\)/g)]
    .map(([, link = '']) => link)
    .filter((link) => !/^[a-z]+:/.test(link));

test('where there is no internet the documents of a bundle lead to files that lie in it', () => {
  expect(documents()).toEqual(expect.arrayContaining(['README.md', 'docs/operations.md', 'docs/security.md']));
  const dead = documents().flatMap((document) =>
    linksOf(document)
      .filter((link) => !existsSync(path.join(folder, path.dirname(document), link)))
      .map((link) => `${document}: ${link}`),
  );
  expect(dead).toEqual([]);
});
