import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import zlib from 'node:zlib';
import { fingerprintOf } from './fingerprint.mjs';
import { run } from './run.mjs';
import { at, explainWriting, Obstacle, tell } from './tree.mjs';

/** What browsers get: officials the console, applicants the portal. */
const APPS = ['console', 'portal'];
const LIBS = ['libs/calendar/src', 'libs/contracts/src'];
const SETTINGS = ['tsconfig.base.json', 'package-lock.json'];

const stampOf = (app) => at(`dist/.stamp-${app}`);
const fingerprint = (app) => fingerprintOf(SETTINGS, [`apps/${app}`, ...LIBS]);
const isBuilt = (app) => fs.existsSync(stampOf(app)) && fs.readFileSync(stampOf(app), 'utf8') === fingerprint(app);

/** Whether dist holds the screens as their sources are now. */
export const areScreensBuilt = () => APPS.every(isBuilt);

/** Builds those screens whose sources have changed. */
export async function buildScreens() {
  for (const app of APPS.filter((one) => !isBuilt(one))) await buildApp(app);
}

/** Builds all of them. */
export async function rebuildScreens() {
  for (const app of APPS) await buildApp(app);
}

/** Builds aside and only then puts the new in place of the old. */
async function buildApp(app) {
  tell(`Building the ${app} …`);
  const before = fingerprint(app);
  const folder = `apps/${app}`;
  const [stage, place] = [at('.dist', folder), at('dist', folder)];
  const vite = at('node_modules/vite/bin/vite.js');
  // Whoever asks for the build may run tests, for which React would come with its aids for developers.
  const env = { ...process.env, NODE_ENV: 'production' };
  const { code, output } = await run(process.execPath, [vite, 'build', at(folder), '--outDir', stage, '--logLevel', 'warn'], {
    env,
  });
  if (code !== 0) throw new Obstacle(`${output}\nThe ${app} was not built: what Vite says above has to be solved first.`);
  try {
    await pack(path.join(stage, 'assets'));
    fs.rmSync(stampOf(app), { force: true });
    fs.rmSync(place, { recursive: true, force: true });
    fs.mkdirSync(path.dirname(place), { recursive: true });
    fs.renameSync(stage, place);
    fs.writeFileSync(stampOf(app), before);
  } catch (error) {
    throw explainWriting(error);
  }
}

const [brotli, gzip] = [promisify(zlib.brotliCompress), promisify(zlib.gzip)];
const HARDEST = zlib.constants.BROTLI_MAX_QUALITY;
/** How a file is packed, by the ending of its copy: what browsers take behind HTTPS is an eighth less than what all of them take. */
const PACKINGS = {
  br: (content) => brotli(content, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: HARDEST } }),
  gz: (content) => gzip(content, { level: 9 }),
};

/** Lays packed copies beside each file, for whoever takes them: a telephone has a third to fetch. */
async function pack(folder) {
  const names = fs.readdirSync(folder).filter((one) => /\.(?:js|css)$/.test(one));
  await Promise.all(names.flatMap((name) => Object.keys(PACKINGS).map((ending) => packOne(path.join(folder, name), ending))));
}

async function packOne(file, ending) {
  fs.writeFileSync(`${file}.${ending}`, await PACKINGS[ending](fs.readFileSync(file)));
}
