import multipart from '@fastify/multipart';
import { Refusal } from '@gongkai/contracts';
import { fileTooLarge } from '@gongkai/platform';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** For `@RouteConfig`: takes a file, as multipart/form-data. */
export const TAKES_FILE = { takesFile: true } as const;

/** Bytes of a form beside its file, at most. */
const AROUND = 64 * 1024;

/**
 * Files come to the routes that take them, and nothing else comes there; what announces itself as too large is refused before it is
 * sent. @param limit bytes of one file
 */
export function takeFiles(instance: FastifyInstance, limit: number): void {
  // One byte more than may be: what is cut off there is known to be too large.
  void instance.register(multipart, { throwFileSizeLimit: false, limits: { fileSize: limit + 1, files: 1, fields: 10 } });
  instance.addHook('onRequest', (request, _reply, done) => {
    const takesFile = (request.routeOptions.config as Partial<typeof TAKES_FILE>).takesFile === true;
    const isFile = /^multipart\/form-data *;/i.test(request.headers['content-type'] ?? '');
    if (takesFile !== isFile && !request.is404) done(notTaken(takesFile ? 'multipart/form-data' : 'application/json'));
    else done(takesFile && announcedBy(request) > limit + AROUND ? fileTooLarge(limit) : undefined);
  });
}

const notTaken = (taken: string): Refusal => new Refusal('unsupported-media-type', [], { facts: { taken } });
const announcedBy = ({ headers }: FastifyRequest): number => Number(headers['content-length'] ?? 0);
