import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { run } from './run.mjs';
import { at, explainWriting, Obstacle, tell } from './tree.mjs';

const LOCK = at('package-lock.json');
/** Where npm notes what it has installed. */
const INSTALLED = at('node_modules/.package-lock.json');
/** Digest of the lock file that node_modules was last found to satisfy: the quick answer on every later start. */
const STAMP = at('node_modules/.gongkai-installed');

/** Whether node_modules holds what package-lock.json asks for. */
export function isInstalled() {
  const digest = digestOfLock();
  if (read(STAMP) === digest) return true;
  if (!satisfiesLock()) return false;
  stamp(digest);
  return true;
}

/** Installs exactly what package-lock.json names. */
export async function install() {
  tell('Installing packages (a minute or two the first time) …');
  const [command, first] = npm();
  const flags = ['--include=dev', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=warn'];
  const { code } = await run(command, [...first, 'ci', ...flags], { stdio: ['ignore', 2, 2] }).catch(failedToStart);
  if (code !== 0) throw new Obstacle(`"npm ci" failed with exit code ${code}: what it says above has to be solved first.`);
  stamp(digestOfLock());
}

/** The npm that started us, else the one on the path. */
function npm() {
  const own = process.env.npm_execpath;
  return own && path.basename(own) === 'npm-cli.js' ? [process.execPath, [own]] : ['npm', []];
}

function failedToStart(error) {
  throw new Obstacle(`npm could not be started (${error.code}): it comes with Node.js and has to be on the PATH.`);
}

/** The platform belongs to it: a folder shared with another system may hold that system's binaries. */
function digestOfLock() {
  const lock = read(LOCK);
  if (lock === undefined) throw new Obstacle(`${LOCK} is missing: this is not a complete copy of the repository.`);
  return createHash('sha256').update(`${process.platform} ${process.arch}\n`).update(lock).digest('hex');
}

/**
 * Somebody may have run npm by hand: then npm's own note says whether the right versions are there. It also names the binaries for
 * other systems, which it left out.
 */
function satisfiesLock() {
  const note = read(INSTALLED);
  if (note === undefined) return false;
  const have = JSON.parse(note).packages;
  const wanted = Object.entries(JSON.parse(read(LOCK)).packages).filter(([key, entry]) => key !== '' && !entry.optional);
  const installed = Object.entries(have).filter(([key, entry]) => runsHere(entry) || fs.existsSync(at(key)));
  return wanted.every(([key, entry]) => have[key]?.version === entry.version) && installed.every(([, entry]) => runsHere(entry));
}

const runsHere = ({ os = [], cpu = [] }) => admits(os, process.platform) && admits(cpu, process.arch);

function admits(list, own) {
  const names = list.filter((name) => !name.startsWith('!'));
  return !list.includes(`!${own}`) && (names.length === 0 || names.includes(own));
}

function stamp(digest) {
  try {
    fs.writeFileSync(STAMP, digest);
  } catch (error) {
    // Somebody else's folder: the slow check answers next time, too.
    if (!(explainWriting(error) instanceof Obstacle)) throw error;
  }
}

function read(file) {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}
