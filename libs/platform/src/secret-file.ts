import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { codeOf } from './system-error.js';

/**
 * A random secret that is made once and kept in a folder, readable for its owner alone. Two programs that start at the
 * same time get the same one.
 */
export function secretOf(folder: string, name = 'secret-key', make = (): string => randomBytes(32).toString('hex')): string {
  const file = path.join(folder, name);
  return read(file) ?? create(file, make()) ?? readFileSync(file, 'utf8').trim();
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** Written aside and then linked: the file appears whole or not at all, and the first one stays. */
function create(file: string, secret: string): string | undefined {
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(draft, `${secret}\n`, { mode: 0o600, flag: 'wx' });
  try {
    linkSync(draft, file);
    return secret;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return undefined;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}
