import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream, createWriteStream, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';

const SUMS = 'SHA256SUMS';
/** Who unpacks it owns it: the accounts of who made it mean nothing elsewhere. */
const NOBODYS = process.platform === 'darwin' ? ['--uid', '0', '--gid', '0'] : ['--owner=0', '--group=0', '--numeric-owner'];

/** The SHA-256 of every file of a folder, beside them, for `sha256sum -c`. @returns how many there are */
export async function writeSums(folder: string): Promise<number> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort();
  const lines: string[] = [];
  for (const name of names) lines.push(`${await sumOf(path.join(folder, name))}  ${name}`);
  writeFileSync(path.join(folder, SUMS), `${lines.join('\n')}\n`);
  return names.length;
}

/** Packs a folder under its own name. @param level of gzip, 1 to 9 @returns the SHA-256 of the archive */
export async function pack(folder: string, file: string, level: number): Promise<string> {
  const tar = spawn('tar', [...NOBODYS, '-cf', '-', '-C', path.dirname(folder), path.basename(folder)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(tar, 'exit');
  await pipeline(tar.stdout, createGzip({ level }), createWriteStream(file, { flags: 'wx', flush: true }));
  const [code] = (await ended) as [number | null];
  if (code !== 0) throw new Error('tar could not pack it: what it says above stands in the way.');
  return sumOf(file);
}

async function sumOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}
