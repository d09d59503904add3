import { createReadStream } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';

/** The scanner did not answer, or did not say whether a file is clean: nobody knows, so nothing is taken. */
export class ScannerError extends Error {}

/** Says what a file is infected with; null where nothing was found. @throws ScannerError */
export type VirusScan = (file: string) => Promise<string | null>;

/** Nothing is looked through, and nothing found. */
export const NO_SCAN: VirusScan = () => Promise.resolve(null);

/** Milliseconds of silence after which the scanner is given up: it looks into every part of a large archive. */
const PATIENCE = 120_000;
const DEFAULT_PORT = 3310;
/** Begins a scan of what follows, in pieces that each begin with their length and end with an empty one (clamd(8), INSTREAM). */
const BEGIN = Buffer.from('zINSTREAM\0');
const LENGTH_BYTES = 4;

/**
 * Asks the daemon of ClamAV about files.
 * @param address `tcp://host:port`, or `unix:/path` of its socket; undefined where nobody installed it
 */
export function scanAt(address: string | undefined): VirusScan {
  if (address === undefined) return NO_SCAN;
  return async (file) => {
    const answer = await answerOf(file, address);
    const [, said, verdict] = /^stream: (?:(.+) )?(OK|FOUND)$/.exec(answer) ?? [];
    if (verdict === undefined) throw new ScannerError(`The virus scanner says: ${answer === '' ? 'nothing' : answer}`);
    return verdict === 'OK' ? null : (said ?? 'unknown');
  };
}

async function answerOf(file: string, address: string): Promise<string> {
  const socket = dial(new URL(address));
  socket.setTimeout(PATIENCE, () => socket.destroy(new Error('it is silent')));
  try {
    const content = Readable.from(inPieces(createReadStream(file)));
    const [said, sent] = await Promise.allSettled([text(socket), pipeline(content, socket, { end: false })]);
    // It stops listening in the middle of a file that is too large for it, and may still say so.
    if (said.status === 'fulfilled' && said.value !== '') return said.value.replace(/\0$/, '');
    const failed = [said, sent].find((one) => one.status === 'rejected');
    throw new ScannerError('The virus scanner cannot be asked', { cause: failed?.reason as unknown });
  } finally {
    socket.destroy();
  }
}

const dial = ({ protocol, pathname, hostname, port }: URL): Socket =>
  protocol === 'unix:' ? connect(pathname) : connect(Number(port || DEFAULT_PORT), hostname.replace(/^\[|\]$/g, ''));

async function* inPieces(content: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield BEGIN;
  for await (const piece of content) yield* [lengthOf(piece.byteLength), piece];
  yield lengthOf(0);
}

function lengthOf(bytes: number): Buffer {
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32BE(bytes);
  return length;
}
