import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { verifyFiles } from '../../../dist/libs/casework/src/index.js';
import { CommandPool, FileStore } from '../../../dist/libs/platform/src/index.js';

/** Files that steps name. */
const NAMED = `SELECT DISTINCT file.id FROM journal, jsonb_array_elements_text(fact -> 'fileIds') AS file (id) WHERE fact ? 'fileIds'`;

/**
 * What is wrong with the files of an office, after its own sweep of what was broken off.
 * @returns `gone`: named by a step or noted, and not there as it was handed in; `orphans`: on the disk, whatever it is; `strays`: kept whole and
 *   in its place, while whoever handed it in was cut off before it was noted
 */
export async function filesIn(url, dataDir) {
  const pool = new CommandPool({ url, max: 1 });
  const store = new FileStore(dataDir);
  try {
    await store.removeDrafts(new Date(Date.now() + 1000));
    const { alteredFiles } = await verifyFiles(pool, store);
    const noted = new Set((await pool.query({ text: 'SELECT id FROM stored_file' })).rows.map(({ id }) => id));
    const named = (await pool.query({ text: NAMED })).rows.map(({ id }) => id);
    const gone = [...alteredFiles.map(({ fileId }) => fileId), ...named.filter((id) => !noted.has(id))];
    const unknown = onDisk(dataDir).filter((place) => !noted.has(path.basename(place)));
    return { gone, orphans: unknown.filter((place) => !isStray(place)), strays: unknown.filter(isStray), files: named.length };
  } finally {
    await pool.close();
  }
}

const onDisk = (dataDir) =>
  fs
    .readdirSync(`${dataDir}/files`, { recursive: true, withFileTypes: true })
    .flatMap((entry) => (entry.isFile() ? [path.join(entry.parentPath, entry.name)] : []));

function isStray(place) {
  const id = path.basename(place);
  const isInPlace = place.endsWith(path.join('files', id.slice(0, 2), id.slice(2, 4), id));
  return isInPlace && createHash('sha256').update(fs.readFileSync(place)).digest('hex') === id;
}
