/** What of other people's packages reaches an installation: what the servers load, and what is built into the screens. */
import fs from 'node:fs';
import { at } from './tree.mjs';

const SCREENS = ['apps/console/src', 'apps/portal/src'];
/** `from 'x'`, `import('x')` and `import 'x'` of something that is no file. */
const IMPORTS = /(?:\bfrom\s+|\bimport\s*\(?)'((?:@[\w-]+\/)?[a-z][\w/.-]*)'/g;

const nameIn = (specifier) =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

/** The packages that the screens import themselves. */
function importedByScreens() {
  const names = new Set();
  for (const folder of SCREENS)
    for (const file of fs.readdirSync(at(folder), { recursive: true, encoding: 'utf8' }))
      if (/(?<!\.spec)\.tsx?$/.test(file))
        for (const [, specifier] of fs.readFileSync(at(folder, file), 'utf8').matchAll(IMPORTS))
          if (!specifier.startsWith('@gongkai/')) names.add(nameIn(specifier));
  return names;
}

/** The place of the package that one place gets when it asks for another; undefined where there is none. */
function placeOf(packages, from, name) {
  for (let folder = from; folder !== ''; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/'))))
    if (packages[`${folder}/node_modules/${name}`] !== undefined) return `${folder}/node_modules/${name}`;
  return packages[`node_modules/${name}`] === undefined ? undefined : `node_modules/${name}`;
}

/** The places of packages, and of all that they ask for themselves. */
function withAllTheyNeed(packages, names) {
  const places = new Set();
  const add = (from, name) => {
    const place = placeOf(packages, from, name);
    if (place === undefined || places.has(place)) return;
    places.add(place);
    const { dependencies = {}, peerDependencies = {}, peerDependenciesMeta = {} } = packages[place];
    const peers = Object.keys(peerDependencies).filter((peer) => peerDependenciesMeta[peer]?.optional !== true);
    for (const needed of [...Object.keys(dependencies), ...peers]) add(place, needed);
  };
  for (const name of names) add('', name);
  return places;
}

/**
 * Everything of package-lock.json that is shipped, sorted by its place.
 * @returns {{ place: string, name: string, version: string, license: string | undefined }[]} the licence is the one that the lock file names
 */
export function shipped() {
  const { packages } = JSON.parse(fs.readFileSync(at('package-lock.json'), 'utf8'));
  const screens = withAllTheyNeed(packages, importedByScreens());
  return Object.entries(packages)
    .filter(([place, { dev = false, devOptional = false }]) => place !== '' && ((!dev && !devOptional) || screens.has(place)))
    .map(([place, { name = place.split('node_modules/').at(-1), version, license }]) => ({ place, name, version, license }));
}
