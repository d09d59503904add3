import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

/** Where Linux keeps files in memory, as long as the machine runs. */
const MEMORY = '/dev/shm';
/** Bytes that have to be free there, and of memory beside what it may take: a whole run writes some two GiB at a time. */
const ROOM = { there: 4 * 2 ** 30, ofMemory: 8 * 2 ** 30 };

/**
 * For what tests write and throw away: databases are made of some thousand files, which a disk takes longer to lay down than the tests to
 * use. @returns a folder in memory, or undefined where there is none, too little memory is free, or no program could be started in it
 */
export function memoryFolder() {
  if (!fs.existsSync(MEMORY)) return undefined;
  const { bavail, bsize } = fs.statfsSync(MEMORY);
  const isRoomy = bavail * bsize >= ROOM.there && process.availableMemory() >= ROOM.ofMemory;
  return isRoomy && startsPrograms(MEMORY) ? MEMORY : undefined;
}

/** Containers often have it for data alone, and tests lay programs down as well. */
function startsPrograms(folder) {
  try {
    const place = fs.mkdtempSync(path.join(folder, 'gongkai-started-'));
    const program = path.join(place, 'program');
    fs.writeFileSync(program, '#!/bin/sh\n', { mode: 0o755 });
    const { status } = spawnSync(program);
    fs.rmSync(place, { recursive: true });
    return status === 0;
  } catch {
    return false;
  }
}
