import fs from 'node:fs';
import path from 'node:path';
import { fingerprintOf } from './fingerprint.mjs';
import { run } from './run.mjs';
import { at, explainWriting, Obstacle, tell } from './tree.mjs';

/** What the browser gets, and what it is made of. */
const APP = 'apps/console';
const SOURCES = [APP, 'libs/calendar/src', 'libs/contracts/src'];
const SETTINGS = ['tsconfig.base.json', 'package-lock.json'];
const STAMP = at('dist/.stamp-console');

const fingerprint = () => fingerprintOf(SETTINGS, SOURCES);

/** Whether dist holds the screens as their sources are now. */
export function areScreensBuilt() {
  return fs.existsSync(STAMP) && fs.readFileSync(STAMP, 'utf8') === fingerprint();
}

/** Builds the screens aside and only then puts them in place of the old ones. */
export async function buildScreens() {
  tell('Building the console …');
  const before = fingerprint();
  const [stage, place] = [at('.dist', APP), at('dist', APP)];
  const vite = at('node_modules/vite/bin/vite.js');
  const { code, output } = await run(process.execPath, [vite, 'build', at(APP), '--outDir', stage, '--logLevel', 'warn']);
  if (code !== 0) throw new Obstacle(`${output}\nThe console was not built: what Vite says above has to be solved first.`);
  try {
    fs.rmSync(STAMP, { force: true });
    fs.rmSync(place, { recursive: true, force: true });
    fs.mkdirSync(path.dirname(place), { recursive: true });
    fs.renameSync(stage, place);
    fs.writeFileSync(STAMP, before);
  } catch (error) {
    throw explainWriting(error);
  }
}
