import { Refusal } from '@gongkai/contracts';
import type { MultipartFields } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';

/** The one file of a form. */
export type FilePart = {
  readonly filename: string;
  readonly mimetype: string;
  readonly content: AsyncIterable<Uint8Array>;
  /** What else the form says, by name; whole once the content has been read. */
  readonly fields: () => Readonly<Record<string, unknown>>;
  /** Lets go of what was not read. */
  readonly drop: () => void;
};

const noFile = (): Refusal => new Refusal('invalid-request', [{ path: 'file', code: 'required' }]);

/** The file that a form carries. @throws Refusal where there is none, or the form is broken */
export async function filePartOf(request: FastifyRequest): Promise<FilePart> {
  const parts = request.files();
  const next = () =>
    parts.next().catch((error: unknown) => {
      throw isRefusal(error) ? refusalFor(error) : noFile();
    });
  const part = await next();
  if (part.done === true) throw noFile();
  const { filename, mimetype, file, fields } = part.value;
  return { filename, mimetype, content: alone(file, next), fields: () => valuesOf(fields), drop: () => file.resume() };
}

/** A field that is said twice has no value. */
const valuesOf = (fields: MultipartFields): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, field !== undefined && 'value' in field ? field.value : undefined]),
  );

/** A form that breaks off carries no file; one that carries several carries too many. */
async function* alone(stream: AsyncIterable<Uint8Array>, next: () => Promise<unknown>): AsyncGenerator<Uint8Array> {
  try {
    yield* stream;
  } catch {
    throw noFile();
  }
  await next();
}

const refusalFor = (error: Error & { readonly code?: unknown }): Error =>
  error.code === 'FST_FILES_LIMIT'
    ? new Refusal('invalid-request', [{ path: 'file', code: 'too-many', facts: { maximum: 1 } }])
    : error;

/** The form itself has a status for what it refuses: too many files, too large a field. */
const isRefusal = (error: unknown): error is Error => error instanceof Error && 'statusCode' in error;
