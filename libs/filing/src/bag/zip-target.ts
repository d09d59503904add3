import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { crc32 } from 'node:zlib';
import type { Target } from './target.js';
import { archiveEnd, directoryEntry, localEnd, localHead, type ZipEntry } from './zip-records.js';

/** Entries of the directory that are written at a time. */
const AT_A_TIME = 1000;

/**
 * A ZIP archive that is written into a stream as fast as it is read there. Files are stored as they are: most of what an office keeps is
 * compressed already. Of each file the name, the place and a check sum are held until the end.
 * @param at the time that all files bear
 */
export function zipTarget(out: Writable, at: Date): Target {
  const stream = new Counted(out);
  const entries: ZipEntry[] = [];
  return {
    put: async (path, content) => {
      const [name, offset] = [Buffer.from(path), stream.length];
      await stream.write(localHead(name, at));
      let [crc, size] = [0, 0];
      for await (const chunk of content) {
        crc = crc32(chunk, crc);
        size += chunk.byteLength;
        await stream.write(chunk);
      }
      await stream.write(localEnd({ crc, size }));
      entries.push({ name, crc, size, offset });
    },
    end: async () => {
      const offset = stream.length;
      for (let from = 0; from < entries.length; from += AT_A_TIME) {
        const some = entries.slice(from, from + AT_A_TIME).map((entry) => directoryEntry(entry, at));
        await stream.write(Buffer.concat(some));
      }
      await stream.write(archiveEnd({ count: entries.length, size: stream.length - offset, offset }));
      out.end();
    },
  };
}

/** Writes no faster than is read, knows how much it was, and gives up when nobody reads any more. */
class Counted {
  length = 0;
  readonly #gone = new AbortController();

  constructor(private readonly out: Writable) {
    out.once('close', () => this.#gone.abort());
  }

  async write(chunk: Uint8Array): Promise<void> {
    this.#gone.signal.throwIfAborted();
    this.length += chunk.byteLength;
    if (!this.out.write(chunk)) await once(this.out, 'drain', { signal: this.#gone.signal });
  }
}
