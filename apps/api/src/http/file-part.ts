import { Refusal } from '@gongkai/contracts';
import type { FastifyRequest } from 'fastify';

/** The one file of a form. */
export type FilePart = {
  readonly filename: string;
  readonly mimetype: string;
  readonly content: AsyncIterable<Uint8Array>;
  /** Lets go of what was not read. */
  readonly drop: () => void;
};

const noFile = (): Refusal => new Refusal('invalid-request', [{ path: 'file', code: 'required' }]);

/** The file that a form carries. @throws Refusal where there is none, or the form is broken */
export async function filePartOf(request: FastifyRequest): Promise<FilePart> {
  const part = await request.file().catch((error: unknown) => {
    throw isRefusal(error) ? error : noFile();
  });
  if (part === undefined) throw noFile();
  const { filename, mimetype, file } = part;
  return { filename, mimetype, content: untilItEnds(file), drop: () => file.resume() };
}

/** A form that breaks off carries no file. */
async function* untilItEnds(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* stream;
  } catch {
    throw noFile();
  }
}

/** The form itself has a status for what it refuses: too many files, too large a field. */
const isRefusal = (error: unknown): boolean => error instanceof Error && 'statusCode' in error;
