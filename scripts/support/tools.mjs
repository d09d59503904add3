import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { installPackages } from './apt.mjs';
import { run } from './run.mjs';
import { at, Obstacle, tell } from './tree.mjs';

/** Chromium without windows does the work of the tests with half the processor of one with them. Debian has it, Ubuntu has not. */
const SHELL = 'chromium-headless-shell';
const CHROMIUM = [SHELL, 'chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const CHROME_OF_MACOS = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
/** The oldest PostgreSQL we support, where Debian puts it; it is not on the path. */
const POSTGRES_15 = '/usr/lib/postgresql/15/bin/postgres';

/**
 * Programs that some tests need: where they may be, the package that brings them, what is left out without them, and what a sound one
 * answers to, where it is not `--version`.
 */
const TOOLS = {
  chromium: {
    places: () => [...onPath(CHROMIUM), CHROME_OF_MACOS, ...downloaded()],
    package: 'chromium',
    tests: 'the tests in a browser',
  },
  'redis-server': { places: () => onPath(['redis-server']), package: 'redis-server', tests: 'queues on Redis' },
  'postgresql-15': { places: () => [POSTGRES_15], package: 'postgresql-15', tests: 'PostgreSQL 15' },
  'libtiff-tools': { places: () => onPath(['fax2tiff']), package: 'libtiff-tools', tests: 'faxes', asks: '-h' },
  dovecot: { places: () => [...onPath(['dovecot']), '/usr/sbin/dovecot'], package: 'dovecot-imapd', tests: 'mail that comes in' },
  pdftotext: { places: () => onPath(['pdftotext']), package: 'poppler-utils', tests: 'the text of papers', asks: '-v' },
  pdfsig: { places: () => onPath(['pdfsig']), package: 'poppler-utils', tests: 'electronic seals', asks: '-v' },
  clamd: {
    places: () => [...onPath(['clamd']), '/usr/sbin/clamd'],
    package: 'clamav-daemon',
    tests: 'viruses in what is handed in',
  },
  faketime: { places: () => onPath(['faketime']), package: 'faketime', tests: 'machines whose clock is wrong' },
  netpbm: { places: () => onPath(['pbmtog3']), package: 'netpbm', tests: 'faxes' },
};

/** A page in Chinese without a Chinese font is a page of boxes. */
const CHINESE_FONTS = 'fonts-noto-cjk';

/** Where a downloaded Chromium would be; known once `prepareTools` has asked. */
let ofPlaywright;

/**
 * Finds what some tests need and installs what is missing, where that can be done. The tests learn the places from the
 * environment.
 */
export async function prepareTools() {
  ofPlaywright = (await import('playwright-core')).chromium.executablePath();
  const others = missing().filter((name) => name !== 'chromium');
  const shell = found().chromium?.endsWith(SHELL) ? [] : [SHELL];
  await installPackages([...others.map((name) => TOOLS[name].package), ...shell, ...(hasChineseFonts() ? [] : [CHINESE_FONTS])]);
  if (missing().includes('chromium')) await installPackages([TOOLS.chromium.package]);
  if (missing().includes('chromium')) await downloadChromium();
  process.env.GONGKAI_TOOLS = JSON.stringify(found());
}

/** The program of a tool that is there. @throws Error where it is not */
export function programOf(name) {
  const { places, asks, package: bringer } = TOOLS[name];
  const place = places().find((one) => isSound(one, asks));
  if (place === undefined) throw new Error(`There is no ${name} here; on Debian the package ${bringer} brings it.`);
  return place;
}

/** The program of a tool, installed first where it is missing and that can be done. @throws Obstacle where it cannot */
export async function installedTool(name) {
  if (found()[name] === undefined) await installPackages([TOOLS[name].package]);
  const place = found()[name];
  if (place === undefined)
    throw new Obstacle(
      `There is no ${name} here; on Debian the package ${TOOLS[name].package} brings it (as root it is installed by itself).`,
    );
  return place;
}

/** One line about what was left out, and how to get it; nothing where nothing was. */
export function tellWhatIsMissing() {
  const names = missing();
  if (names.length === 0) return;
  const tests = names.map((name) => TOOLS[name].tests).join(', ');
  tell(`Left out: ${tests}, for want of ${names.join(', ')}. As root on Debian or Ubuntu, npm test installs them.`);
}

async function downloadChromium() {
  tell('Downloading Chromium for the tests in a browser …');
  await run(process.execPath, [at('node_modules/playwright-core/cli.js'), 'install', 'chromium'], { stdio: ['ignore', 2, 2] });
}

/** The name of each tool that is there, and its program. */
function found() {
  const pairs = Object.entries(TOOLS).map(([name, { places, asks }]) => [name, places().find((place) => isSound(place, asks))]);
  return Object.fromEntries(pairs.filter(([, place]) => place !== undefined));
}

function missing() {
  const there = found();
  return Object.keys(TOOLS).filter((name) => there[name] === undefined);
}

/** A file of that name may be a stub, or lack its libraries. */
const isSound = (place, asks = '--version') => fs.existsSync(place) && spawnSync(place, [asks], { timeout: 20_000 }).status === 0;

function onPath(names) {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => path.join(folder, name)));
}

const downloaded = () => (ofPlaywright === undefined ? [] : [ofPlaywright]);

/** Other systems bring fonts of their own. */
function hasChineseFonts() {
  if (process.platform !== 'linux') return true;
  return spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' }).stdout?.trim().length > 0;
}
