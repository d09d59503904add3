import { readFileSync } from 'node:fs';
import path from 'node:path';
import { REPOSITORY } from './planted-tree.js';

type Entry = {
  version: string;
  os?: string[];
  cpu?: string[];
  optional?: boolean;
  optionalDependencies?: Record<string, string>;
};
type Lock = { packages: Record<string, Entry> };

const { packages } = JSON.parse(readFileSync(path.join(REPOSITORY, 'package-lock.json'), 'utf8')) as Lock;

/** The package that one entry of the lock file gets when it asks for another. */
function lookUp(from: string, name: string): Entry | undefined {
  const folders = from.split('/node_modules/').map((_, i, parts) => parts.slice(0, parts.length - i).join('/node_modules/'));
  const found = folders.map((folder) => packages[`${folder}/node_modules/${name}`]).find((entry) => entry !== undefined);
  return found ?? packages[`node_modules/${name}`];
}

const wishes = Object.entries(packages).flatMap(([key, entry]) =>
  Object.entries(entry.optionalDependencies ?? {}).map(([name, range]) => ({ key, name, range })),
);
/** A package of one platform wants what belongs to that. */
const perPlatform = Object.entries(packages).filter(
  ([, { os, optionalDependencies = {} }]) =>
    os === undefined && Object.keys(optionalDependencies).some((name) => name.includes('linux-x64')),
);

describe('package-lock.json', () => {
  it('names every optional package that any package may want on another machine', () => {
    const missing = wishes.filter(({ key, name }) => lookUp(key, name) === undefined);
    expect(missing).toEqual([]);
  });

  it('names them in the version that is wanted', () => {
    const pinned = wishes.filter(({ range }) => /^\d/.test(range));
    expect(pinned.filter(({ key, name, range }) => lookUp(key, name)?.version !== range)).toEqual([]);
  });

  it.each(perPlatform)('has the binaries of %s for both kinds of Mac', (key, { optionalDependencies = {} }) => {
    const entries = Object.keys(optionalDependencies).map((name) => lookUp(key, name));
    for (const cpu of ['arm64', 'x64']) {
      expect(entries).toContainEqual(expect.objectContaining({ os: ['darwin'], cpu: [cpu], optional: true }));
    }
  });
});
