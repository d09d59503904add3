import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { secretOf } from '../secret-file.js';
import { under } from './account.js';
import { EmbeddedPostgresError, wordsOf } from './failure.js';
import { type Home } from './home.js';
import { isAlive } from './processes.js';

const run = promisify(execFile);

/** The role and the database of the program, and the role that may do everything. */
export const NAME = 'gongkai';
export const SUPERUSER = 'postgres';

const PASSWORD = 'password';

/** The password of both roles. */
export const passwordOf = ({ cluster }: Home): string => readFileSync(path.join(cluster, PASSWORD), 'utf8').trim();

/**
 * Makes the database cluster where there is none. It is made aside and moved into place whole, so that a start that was
 * killed leaves nothing half done and two starts at once end up with the same one.
 */
export async function initialise(home: Home, log: (line: string) => void): Promise<void> {
  if (existsSync(home.cluster)) return;
  log('Preparing the embedded PostgreSQL (only the first time) …');
  clearDrafts(home.base);
  const draft = `${home.cluster}.${process.pid}.${randomBytes(4).toString('hex')}`;
  try {
    await make(home, draft);
    renameSync(draft, home.cluster);
  } catch (error) {
    if (!existsSync(home.cluster)) throw failureOf(error);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/** What starts left behind that were killed in the middle. */
function clearDrafts(base: string): void {
  for (const name of readdirSync(base)) {
    const pid = /^cluster\.(\d+)\./.exec(name)?.[1];
    if (pid !== undefined && !isAlive(Number(pid))) rmSync(path.join(base, name), { recursive: true, force: true });
  }
}

async function make(home: Home, draft: string): Promise<void> {
  const data = path.join(draft, 'data');
  mkdirSync(data, { recursive: true });
  chmodSync(draft, 0o711);
  const password = secretOf(draft, PASSWORD);
  const passwordFile = path.join(draft, 'initdb');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (home.account !== undefined) for (const file of [data, passwordFile]) chownSync(file, home.account.uid, home.account.gid);
  chmodSync(data, 0o700);
  const as = { ...under(home.account), timeout: 120_000 };
  const locale = localeFlags(await majorOf(home));
  const flags = ['-U', SUPERUSER, '-A', 'scram-sha-256', '-E', 'UTF8', '--data-checksums', '--no-instructions', ...locale];
  await run(home.binaries.initdb, ['-D', data, `--pwfile=${passwordFile}`, ...flags], as);
  rmSync(passwordFile);
  await command(home, data, [`CREATE ROLE ${NAME} LOGIN PASSWORD '${password}'`, `CREATE DATABASE ${NAME} OWNER ${NAME}`]);
}

/** Statements before the server ever listens: PostgreSQL's single-user mode, one statement a line. */
async function command(home: Home, data: string, statements: readonly string[]): Promise<void> {
  const child = run(home.binaries.postgres, ['--single', '-D', data, '-c', 'exit_on_error=on', 'postgres'], under(home.account));
  child.child.stdin?.end(`${statements.join('\n')}\n`);
  await child;
}

async function majorOf({ binaries, account }: Home): Promise<number> {
  const { stdout } = await run(binaries.postgres, ['--version'], under(account));
  return Number(/\) (\d+)/.exec(stdout)?.[1]);
}

/** Texts in the order of their code points on every machine; a UTF-8 character type, without which Chinese is not searched. */
function localeFlags(major: number): string[] {
  const characterType = process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8';
  const provider = major >= 17 ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8'] : ['--locale-provider=libc'];
  return [...provider, '--lc-collate=C', `--lc-ctype=${characterType}`, '--lc-messages=C'];
}

const failureOf = (error: unknown): EmbeddedPostgresError =>
  new EmbeddedPostgresError(`The embedded PostgreSQL could not be prepared:\n${wordsOf(error)}`, { cause: error });
