import { fileTooLarge } from '@gongkai/platform';
import type { FastifyRequest } from 'fastify';
import { filePartOf } from './file-part.js';

/** The file of a form in one piece, and what else the form says. */
export type WholePart = {
  readonly name: string;
  readonly content: Buffer;
  readonly fields: Readonly<Record<string, unknown>>;
};

/** The file that a form carries, whole. @param limit in bytes @throws Refusal where there is none, or it is too large */
export async function wholePartOf(request: FastifyRequest, limit: number): Promise<WholePart> {
  const part = await filePartOf(request);
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of part.content) {
      size += chunk.length;
      if (size > limit) throw fileTooLarge(limit);
      chunks.push(chunk);
    }
    return { name: part.filename, content: Buffer.concat(chunks), fields: part.fields() };
  } finally {
    part.drop();
  }
}
