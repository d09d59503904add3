import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { at } from './tree.mjs';

/** Changes whenever one of the files, or a file in one of the folders, is added, removed or written; specs do not count. */
export function fingerprintOf(files, folders) {
  const hash = createHash('sha256');
  for (const file of [...files, ...folders.flatMap(filesUnder)].sort()) {
    const stat = fs.statSync(at(file), { throwIfNoEntry: false });
    hash.update(`${file} ${stat?.mtimeMs} ${stat?.size}\n`);
  }
  return hash.digest('hex');
}

function filesUnder(folder) {
  if (!fs.existsSync(at(folder))) return [];
  const entries = fs.readdirSync(at(folder), { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && !/\.spec\.tsx?$/.test(entry.name));
  return files.map((entry) => path.relative(at(), path.join(entry.parentPath, entry.name)));
}
