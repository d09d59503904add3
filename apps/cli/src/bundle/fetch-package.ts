import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import type { BundledPackage } from './packages.js';

const run = promisify(execFile);

/** A package for another processor, which npm does not install here, as the registry has it. Its script of installation is run where it has one for links. */
export async function fetchPackage({ name, version, integrity }: BundledPackage, to: string): Promise<void> {
  const folder = path.dirname(to);
  mkdirSync(to, { recursive: true });
  const { file } = await packed(`${name}@${version}`, folder);
  if (integrity !== undefined && !isIntact(readFileSync(file), integrity))
    throw new Error(`${name}@${version} is not what package-lock.json names: the registry has given out something else.`);
  await run('tar', ['-xzf', file, '--strip-components=1', '--no-same-owner', '-C', to]);
  await run('rm', [file]);
  // The tarballs of npm hold no symbolic links; the shared libraries of PostgreSQL need theirs.
  const links = path.join(to, 'scripts', 'hydrate-symlinks.js');
  if (existsSync(links)) await run(process.execPath, [links], { cwd: to });
}

/** By npm's own client, so that its registry, proxy and cache are those of the installation. */
async function packed(what: string, folder: string): Promise<{ readonly file: string }> {
  const args = ['pack', what, '--pack-destination', folder, '--json', '--ignore-scripts', '--prefer-offline'];
  try {
    const { stdout } = await run('npm', args, { maxBuffer: 64 * 1024 * 1024 });
    return { file: path.join(folder, fileNamed(JSON.parse(stdout))) };
  } catch (error) {
    throw new Error(
      `${what} could not be fetched from the registry: make the bundle for another processor where npm reaches one, or make it on a machine of that kind.`,
      { cause: error },
    );
  }
}

/** Older npm answers with a list, newer with an object by name. */
function fileNamed(answer: unknown): string {
  const [first] = Object.values(answer as Readonly<Record<string, { readonly filename: string }>>);
  if (first === undefined) throw new Error('npm has packed nothing.');
  return path.basename(first.filename);
}

/** @param integrity as in package-lock.json, e.g. `sha512-…` */
export function isIntact(content: Buffer, integrity: string): boolean {
  const [algorithm = '', expected] = integrity.split(/-(.*)/s);
  return createHash(algorithm).update(content).digest('base64') === expected;
}
