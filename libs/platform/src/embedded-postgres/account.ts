import { execFile } from 'node:child_process';
import { statSync } from 'node:fs';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Whom PostgreSQL runs as; undefined: as ourselves. It refuses to run as root. */
export type Account = { readonly uid: number; readonly gid: number } | undefined;

/** An ordinary account that every system has, without a folder of its own: `nobody`, on macOS `daemon`. */
const UNPRIVILEGED = process.platform === 'darwin' ? { uid: 1, gid: 1 } : { uid: 65_534, gid: 65_534 };

/** Whether this program runs as root. */
export const isRoot = (): boolean => process.getuid?.() === 0;

/** The account for a data folder: root steps down to its owner, or to an ordinary account where there is none yet. */
export function accountFor(dataFolder: string): Account {
  if (!isRoot()) return undefined;
  const owner = statSync(dataFolder, { throwIfNoEntry: false });
  return owner === undefined || owner.uid === 0 ? UNPRIVILEGED : { uid: owner.uid, gid: owner.gid };
}

/** Options for a child process under that account; it inherits neither our environment nor our folder. */
export const under = (account: Account): { cwd: string; env: Record<string, string>; uid?: number; gid?: number } => ({
  ...account,
  cwd: '/',
  env: { PATH: '/usr/bin:/bin' },
});

/** Whether the account can go into this folder. */
export async function canEnter(account: Account, folder: string): Promise<boolean> {
  try {
    await run('/bin/sh', ['-c', 'test -x "$0"', folder], under(account));
    return true;
  } catch {
    return false;
  }
}
