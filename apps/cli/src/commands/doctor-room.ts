import { statfs } from 'node:fs/promises';

const MEGABYTE = 1024 * 1024;
/** A file may have 50 MB, and its copies for the screen come beside it. */
const TOO_LITTLE = 100;
/** Some days of an office that scans what comes in. */
const LITTLE = 2048;

/**
 * Whether the disk of the files has room: a full one takes no file, and where the database lies on it, no step.
 * @param dataDir a folder on it, which can be written to
 */
export async function roomStanding(dataDir: string): Promise<{ readonly ok: boolean | null; readonly what: string }> {
  const { bavail, bsize } = await statfs(dataDir);
  const left = Math.floor((bavail * bsize) / MEGABYTE);
  const room = `${dataDir} can be written to, and has ${left} MB left`;
  if (left < TOO_LITTLE)
    return {
      ok: false,
      what: `${room}: files are refused when it is full. Make room on its disk, or move the folder to a larger one.`,
    };
  if (left < LITTLE) return { ok: null, what: `${room}: make room on its disk before files are refused.` };
  return { ok: true, what: room };
}
