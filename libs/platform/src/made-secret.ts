import { randomBytes } from 'node:crypto';
import { secretOf } from './secret-file.js';
import { SettingsError } from './settings-error.js';
import { codeOf } from './system-error.js';

/**
 * The key where none was given: made at the first start and kept in the data folder. The portal of another network seals nothing, and no key of an
 * office may lie on its machine: there it is made up, and forgotten.
 * @param serves as in the settings
 * @throws SettingsError where the folder cannot be used
 */
export function madeSecret(serves: 'all' | 'portal' | 'relay', dataDir: string): string {
  if (serves === 'relay') return randomBytes(32).toString('hex');
  try {
    return secretOf(dataDir);
  } catch (error) {
    const code = codeOf(error);
    if (code === '') throw error;
    throw new SettingsError(
      `The data folder ${dataDir} cannot be used (${code}): let this account write to it, or name another one with DATA_DIR.`,
    );
  }
}
