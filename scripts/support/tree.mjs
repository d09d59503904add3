import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The full path of a file of this repository. */
export const at = (...parts) => path.join(ROOT, ...parts);

/** Says something to the person, on stderr: stdout belongs to the command that was asked for. */
export const tell = (line) => process.stderr.write(`${line}\n`);

/** A problem the reader can solve: shown as its message alone, without a stack. */
export class Obstacle extends Error {}

/** Runs a script's work; an obstacle ends it with one sentence and exit code 1. */
export async function main(work) {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Obstacle)) throw error;
    tell(error.message);
    process.exitCode = 1;
  }
}

/** Turns "may not write here" into a sentence; other errors pass. */
export function explainWriting(error) {
  if (!['EACCES', 'EPERM', 'EROFS'].includes(error.code)) return error;
  return new Obstacle(
    `Gongkai has to install or build first, but may not write to ${error.path ?? at()} (${error.code}): run it once as the owner of that folder.`,
  );
}
