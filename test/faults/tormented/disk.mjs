import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const MEGABYTES = 64;
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
    const size = `size=${MEGABYTES}m,mode=755`;
    this.isReal = spawnSync('mount', ['-t', 'tmpfs', '-o', size, 'gongkai-files', this.folder]).status === 0;
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
    const { bavail, bsize } = fs.statfsSync(this.folder);
    try {
      fs.writeFileSync(path.join(this.folder, 'ballast'), Buffer.alloc(Math.max(0, bavail * bsize - LEFT)));
    } catch (error) {
      // Somebody else has taken the last of it meanwhile: it is full.
      if (error.code !== 'ENOSPC') throw error;
    }
  }

  makeRoom() {
    fs.rmSync(this.isReal ? path.join(this.folder, 'ballast') : failing(this.folder), { force: true });
  }

  remove() {
    if (this.isReal) spawnSync('umount', ['-l', this.folder]);
  }
}

const failing = (folder) => path.join(folder, 'takes-nothing');

/** Refuses as a full disk does where the store of the office is a failing one that takes nothing now. @param dataDir of the office */
export function refuseWhereFull(dataDir) {
  if (fs.existsSync(failing(path.join(dataDir, 'files')))) throw Object.assign(new Error('no space left'), { code: 'ENOSPC' });
}
