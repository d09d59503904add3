import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

/** More than the scans and letters of a year. What is not used costs nothing. */
const WHOLE = '2g';
/** Room for the beginning of a scan, and not for its end. */
const LEFT = 8192;

/**
 * The disk of the files of an office, which can be filled: a small one of its own where that may be mounted (root on Linux), else a
 * failing store, that takes nothing while a word lies in its folder.
 */
export class FilesDisk {
  /** @param dataDir the folder of the office */
  constructor(dataDir) {
    this.folder = path.join(dataDir, 'files');
    fs.mkdirSync(this.folder, { recursive: true });
    this.isReal = mount('-t', 'tmpfs', '-o', `size=${WHOLE},mode=755`, 'gongkai-files', this.folder);
  }

  /** As a report calls it. */
  get kind() {
    return this.isReal ? 'a disk of its own' : 'a failing store';
  }

  fill() {
    if (!this.isReal) {
      fs.writeFileSync(failing(this.folder), '');
      return;
    }
    // The disk is made as small as what lies on it.
    const { blocks, bfree, bsize } = fs.statfsSync(this.folder);
    mount('-o', `remount,size=${(blocks - bfree) * bsize + LEFT}`, this.folder);
  }

  makeRoom() {
    if (this.isReal) mount('-o', `remount,size=${WHOLE}`, this.folder);
    else fs.rmSync(failing(this.folder), { force: true });
  }

  remove() {
    if (this.isReal) spawnSync('umount', ['-l', this.folder]);
  }
}

const mount = (...words) => spawnSync('mount', words).status === 0;

const failing = (folder) => path.join(folder, 'takes-nothing');

/** Refuses as a full disk does where the store of the office is a failing one that takes nothing now. @param dataDir of the office */
export function refuseWhereFull(dataDir) {
  if (fs.existsSync(failing(path.join(dataDir, 'files')))) throw Object.assign(new Error('no space left'), { code: 'ENOSPC' });
}
