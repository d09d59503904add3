import { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { StoredFiles } from '../../../dist/libs/casework/src/index.js';
import { createDataSource, FileStore } from '../../../dist/libs/platform/src/index.js';
import { refuseWhereFull } from './disk.mjs';

/** Bytes: a page of black and white. */
const SIZE = 9000;
const BETWEEN_TRIES_MS = 50;

/** A page, by what it is called. */
export const scanOf = (name) => Buffer.concat([Buffer.from(`%PDF-1.7\n% the scan of ${name}\n`), Buffer.alloc(SIZE, '%')]);

/**
 * Hands in the scan of each application as the API does, before the step that names it. On a full disk it is handed in again until there
 * is room.
 * @param onFull told each time that there was none
 */
export async function scansOf({ url, dataDir, clock, onFull }) {
  const source = await createDataSource(url, { poolSize: 1 }).initialize();
  const files = new StoredFiles({ source, clock, store: new FileStore(dataDir) });
  const once = async (id, actor) => {
    refuseWhereFull(dataDir);
    return (await files.add({ content: Readable.from([scanOf(id)]), claim: { name: `${id}.pdf` }, actor })).id;
  };
  return {
    /** @param id of the command that opens the case @returns the id of the file */
    handIn: async (id, actor) => {
      for (;;) {
        try {
          return await once(id, actor);
        } catch (error) {
          if (error.code !== 'ENOSPC') throw error;
          onFull();
          await pause(BETWEEN_TRIES_MS);
        }
      }
    },
    close: () => source.destroy(),
  };
}
