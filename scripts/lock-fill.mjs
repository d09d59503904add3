/**
 * `npm run lock`, after every `npm install` that changes package-lock.json: completes it with the binaries of other
 * platforms. A registry that does not carry all of them makes npm leave them out; then `npm ci` refuses the file or a
 * Mac silently gets no compiler. The entries have no integrity: npm reads it from the registry that has the package.
 */
import './support/check-node.mjs';
import fs from 'node:fs';
import { at, tell } from './support/tree.mjs';

const SYSTEMS = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'];
const PROCESSORS = ['arm64', 'arm', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64'];
const LIBRARIES = { gnu: 'glibc', gnueabihf: 'glibc', musl: 'musl', musleabihf: 'musl' };

const file = process.argv[2] ?? at('package-lock.json');
const lock = JSON.parse(fs.readFileSync(file, 'utf8'));
const added = Object.entries(lock.packages).flatMap(([key, entry]) => complete(key, entry));
if (added.length > 0) {
  lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
  fs.writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
}
tell(`${added.length} platform packages added to ${file}`);

/** Adds the platform packages that this package wants and the lock file lacks. */
function complete(key, entry) {
  const wanted = Object.entries(entry.optionalDependencies ?? {});
  return wanted.flatMap(([name, range]) => {
    const found = lookUp(key, name);
    const version = range.replace(/^[~^]/, '');
    if (found !== undefined && (range !== version || found.version === version)) return [];
    const platform = platformOf(name);
    if (platform === undefined) throw new Error(`${key} wants ${name}, which is not in the lock file and names no platform`);
    const place = found === undefined ? `node_modules/${name}` : `${key}/node_modules/${name}`;
    lock.packages[place] = { version, ...platform, ...(entry.dev && { dev: true }), optional: true };
    return [place];
  });
}

/** What `require(name)` would find from this package: its own node_modules first, then outwards. */
function lookUp(key, name) {
  for (let folder = key; folder !== ''; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    const nested = lock.packages[`${folder}/node_modules/${name}`];
    if (nested !== undefined) return nested;
  }
  return lock.packages[`node_modules/${name}`];
}

function platformOf(name) {
  const words = name.split('/').at(-1).split(/[-_.]/);
  const os = SYSTEMS.find((system) => words.includes(system));
  const cpu = PROCESSORS.find((processor) => words.includes(processor));
  const libc = LIBRARIES[words.find((word) => word in LIBRARIES)];
  if (os === undefined && cpu === undefined) return undefined;
  return { ...(cpu && { cpu: [cpu] }), ...(os === 'linux' && libc && { libc: [libc] }), ...(os && { os: [os] }) };
}
