import multipart from '@fastify/multipart';
import { Refusal } from '@gongkai/contracts';
import type { FastifyInstance } from 'fastify';

/** For `@RouteConfig`: takes a file, as multipart/form-data. */
export const TAKES_FILE = { takesFile: true } as const;

/** Files come to the routes that take them, and nothing else comes there. @param limit bytes of one file */
export function takeFiles(instance: FastifyInstance, limit: number): void {
  // One byte more than may be: what is cut off there is known to be too large.
  void instance.register(multipart, { throwFileSizeLimit: false, limits: { fileSize: limit + 1, files: 1, fields: 10 } });
  instance.addHook('onRequest', (request, _reply, done) => {
    const takesFile = (request.routeOptions.config as Partial<typeof TAKES_FILE>).takesFile === true;
    const isFile = /^multipart\/form-data *;/i.test(request.headers['content-type'] ?? '');
    done(takesFile === isFile || request.is404 ? undefined : new Refusal('unsupported-media-type'));
  });
}
