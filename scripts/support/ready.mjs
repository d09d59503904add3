import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { build, isBuilt } from './compile.mjs';
import { exclusively } from './exclusively.mjs';
import { install, isInstalled } from './install.mjs';
import { areScreensBuilt, buildScreens, rebuildScreens } from './screens.mjs';
import { at } from './tree.mjs';

const LOCK = at('.dist/lock');

/** Installs and builds where needed. */
export async function bootstrap() {
  await ensure(isInstalled, install);
  await ensure(isBuilt, build);
  await ensure(areScreensBuilt, buildScreens);
}

/** Installs where needed and builds in any case. */
export async function rebuild() {
  await ensure(isInstalled, install);
  await ensure(() => false, build);
  await ensure(() => false, rebuildScreens);
}

async function ensure(isDone, work) {
  if (isDone()) return;
  await exclusively(LOCK, async () => {
    if (isDone()) return;
    await work();
    giveToOwner(['node_modules', 'dist', '.dist']);
  });
}

/** Root leaves nothing behind that the owner of the folder could not replace later. */
function giveToOwner(folders) {
  const { uid, gid } = fs.statSync(at());
  if (process.getuid() !== 0 || uid === 0) return;
  spawnSync('chown', ['-R', `${uid}:${gid}`, ...folders.filter((folder) => fs.existsSync(at(folder)))], { cwd: at() });
}
