import fs from 'node:fs';
import path from 'node:path';
import { build } from 'vite';
import { exclusively } from '../../scripts/support/exclusively.mjs';
import { fingerprintOf } from '../../scripts/support/fingerprint.mjs';
import { at } from '../../scripts/support/tree.mjs';

/**
 * Libraries of many hundreds of files, which every test file loads anew: gathered into a few files, they load in half the time.
 * What two of them share must not be left out, or there would be two of it.
 */
const GATHERED = [
  '@bull-board/api',
  '@bull-board/api/bullMQAdapter',
  '@nestjs/common',
  '@nestjs/core',
  '@nestjs/platform-fastify',
  '@nestjs/swagger',
  'bullmq',
  'imapflow',
  'ioredis',
  'rxjs',
  'typeorm',
];
/** Left where they are: the first marks the global object and has to be the one that everything loads, the second loads fast. */
const LEFT = ['reflect-metadata', 'pg'];
const FOLDER = '.dist/test-libraries';
const STAMP = path.join(FOLDER, 'stamp');

const fileOf = (name) => `${name.replaceAll('/', '__')}.mjs`;

/** For Jest: which file to load in place of a library. */
export const gatheredLibraries = Object.fromEntries(GATHERED.map((name) => [`^${name}$`, `<rootDir>/${FOLDER}/${fileOf(name)}`]));

/** Gathers them, where the libraries have changed since. */
export async function gatherLibraries() {
  if (isGathered()) return;
  await exclusively(at('.dist/test-libraries.lock'), async () => {
    if (isGathered()) return;
    await bundle();
    fs.writeFileSync(at(STAMP), fingerprint());
  });
}

const fingerprint = () => fingerprintOf(['package-lock.json', 'test/support/gathered-libraries.mjs'], []);
const isGathered = () => fs.existsSync(at(STAMP)) && fs.readFileSync(at(STAMP), 'utf8') === fingerprint();

async function bundle() {
  await build({
    configFile: false,
    root: at(),
    logLevel: 'error',
    plugins: [
      { name: 'gathered', resolveId: (id) => (isEntry(id) ? id : null), load: (id) => (isEntry(id) ? entry(id) : null) },
      { name: 'unsearched', transform: (code, id) => (id.endsWith(SEARCHING.file) ? unsearched(code) : null) },
    ],
    // The files that Node.js takes, not those for browsers.
    ssr: { noExternal: true, external: LEFT, resolve: { mainFields: ['main'], conditions: ['node', 'import', 'default'] } },
    build: {
      ssr: true,
      outDir: at(FOLDER),
      minify: false,
      rolldownOptions: {
        input: Object.fromEntries(GATHERED.map((name) => [name, `${ENTRY}${name}`])),
        output: { entryFileNames: ({ name }) => fileOf(name), chunkFileNames: '[hash].mjs' },
      },
    },
  });
}

/**
 * Fastify looks for the name of a plugin among all modules that were ever loaded. Jest makes that list anew each time it is looked at, and
 * no plugin of a bundle stands in it: a tenth of a second for each server that a test starts.
 */
const SEARCHING = { file: 'fastify/lib/plugin-utils.js', words: 'const cache = require.cache' };

function unsearched(code) {
  if (!code.includes(SEARCHING.words))
    throw new Error(`${SEARCHING.file} looks for names in another way: see gathered-libraries.mjs.`);
  return code.replace(SEARCHING.words, 'const cache = undefined');
}

const ENTRY = '\0gathered:';
const isEntry = (id) => id.startsWith(ENTRY);

/** What a library gives, name by name: a bundle does not pass on by itself what an older kind of module gives. */
async function entry(id) {
  const name = id.slice(ENTRY.length);
  const names = Object.keys(await import(name)).filter((one) => !['__esModule', 'module.exports'].includes(one));
  return `export { ${names.join(', ')} } from '${name}';`;
}
