import { spawnSync } from 'node:child_process';
import { rmSync, statfsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { makeOpenFolder, removeFolder } from './folders.js';

/** A disk of its own, so small that it can be filled. */
export type SmallDisk = {
  readonly folder: string;
  /** Fills it until so many bytes are left. */
  readonly fill: (left: number) => void;
  /** Makes room again. */
  readonly empty: () => void;
  readonly remove: () => void;
};

/** Mounts one; undefined where that is not allowed: it takes root on Linux, and a container may be kept from it. @param megabytes its size */
export function smallDisk(megabytes: number): SmallDisk | undefined {
  const folder = makeOpenFolder();
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=755`, 'gongkai-small-disk', folder]);
  if (status !== 0) {
    removeFolder(folder);
    return undefined;
  }
  const ballast = path.join(folder, 'ballast');
  return {
    folder,
    fill: (left) => {
      const { bavail, bsize } = statfsSync(folder);
      writeFileSync(ballast, Buffer.alloc(bavail * bsize - left));
    },
    empty: () => rmSync(ballast, { force: true }),
    remove: () => {
      spawnSync('umount', ['-l', folder]);
      removeFolder(folder);
    },
  };
}
