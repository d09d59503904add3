import { createHash } from 'node:crypto';
import { inManifest } from './names.js';
import type { Target } from './target.js';

const KINDS = ['sha256', 'sha512'] as const;
type Kind = (typeof KINDS)[number];
/** A file that was written: hex digests, and its size in bytes. */
type Written = Readonly<Record<Kind, string>> & { readonly path: string; readonly size: number };

const DECLARATION = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';

/** Writes a bag (BagIt 1.0, RFC 8493) file by file. Of each file it keeps the name and the digests, for the manifests at the end. */
export class Bag {
  readonly #payload: Written[] = [];

  constructor(private readonly target: Target) {}

  /** Puts a file among what the bag is for. @param path below `data/` */
  async add(path: string, content: AsyncIterable<Uint8Array>): Promise<void> {
    this.#payload.push(await this.#write(`data/${path}`, content));
  }

  /** The same with a text. */
  addText(path: string, text: string): Promise<void> {
    return this.add(path, pieceOf(text));
  }

  /** Writes what describes the bag. @param info of `bag-info.txt`, in its order; the oxum is added */
  async close(info: Readonly<Record<string, string>>): Promise<void> {
    const octets = this.#payload.reduce((sum, { size }) => sum + size, 0);
    const described = { ...info, 'Payload-Oxum': `${String(octets)}.${String(this.#payload.length)}` };
    const tags = [
      await this.#write('bagit.txt', pieceOf(DECLARATION)),
      await this.#write('bag-info.txt', pieceOf(infoText(described))),
    ];
    for (const kind of KINDS) tags.push(await this.#write(`manifest-${kind}.txt`, linesOf(this.#payload, kind)));
    for (const kind of KINDS) await this.#write(`tagmanifest-${kind}.txt`, linesOf(tags, kind));
    await this.target.end();
  }

  async #write(path: string, content: AsyncIterable<Uint8Array>): Promise<Written> {
    const [sha256, sha512] = [createHash('sha256'), createHash('sha512')];
    let size = 0;
    await this.target.put(
      path,
      (async function* () {
        for await (const chunk of content) {
          sha256.update(chunk);
          sha512.update(chunk);
          size += chunk.byteLength;
          yield chunk;
        }
      })(),
    );
    return { path, size, sha256: sha256.digest('hex'), sha512: sha512.digest('hex') };
  }
}

async function* pieceOf(text: string): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(Buffer.from(text));
}

/** Lines that are written at a time. */
const AT_A_TIME = 1000;

async function* linesOf(files: readonly Written[], kind: Kind): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < files.length; at += AT_A_TIME) {
    const lines = files.slice(at, at + AT_A_TIME).map((file) => `${file[kind]}  ${inManifest(file.path)}\n`);
    yield await Promise.resolve(Buffer.from(lines.join('')));
  }
}

/** One label and its value a line: what breaks a line in a value becomes a space. */
const infoText = (info: Readonly<Record<string, string>>): string =>
  Object.entries(info)
    .map(([label, value]) => `${label}: ${value.replace(/\s+/g, ' ')}\n`)
    .join('');
