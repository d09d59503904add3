import { fileTooLarge } from '@gongkai/platform';
import type { FastifyRequest } from 'fastify';
import { filePartOf } from './file-part.js';

/** Bytes of a table: it is read in one piece. */
const LARGEST_TABLE = 10 * 1024 * 1024;

/** The table that a form carries, whole. @throws Refusal where there is none, or it is too large */
export async function tablePartOf(request: FastifyRequest): Promise<{ readonly name: string; readonly content: Buffer }> {
  const part = await filePartOf(request);
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of part.content) {
      size += chunk.length;
      if (size > LARGEST_TABLE) throw fileTooLarge(LARGEST_TABLE);
      chunks.push(chunk);
    }
    return { name: part.filename, content: Buffer.concat(chunks) };
  } finally {
    part.drop();
  }
}
