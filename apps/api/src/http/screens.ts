import { existsSync } from 'node:fs';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** Addresses that answer programs: a screen there would hide a mistake. */
const NOT_SCREENS = ['/api/', '/health/', '/metrics', '/admin/', '/portal/', '/assets/'];

/**
 * Serves the console, where it has been built: its files by their names, and its page at every address that a person's browser
 * asks for and nothing else answers, for the console finds the screen by itself.
 * @param folder what the build made of `apps/console`
 */
export function serveScreens(instance: FastifyInstance, folder: string): void {
  if (!existsSync(path.join(folder, 'index.html'))) return;
  const asBuilt = { index: false, cacheControl: false, setHeaders } as const;
  void instance.register(fastifyStatic, { ...asBuilt, root: folder, wildcard: false, globIgnore: ['assets/**'] });
  // Looked up when they are asked for: a build that takes the place of this one brings other names.
  void instance.register(fastifyStatic, {
    ...asBuilt,
    root: path.join(folder, 'assets'),
    prefix: '/assets/',
    decorateReply: false,
  });
  instance.addHook('onRequest', async (request, reply) => {
    if (isForScreen(request)) await sendPage(reply);
  });
}

/** Names of built files carry their digest; the page that names them is asked for anew each time. */
function setHeaders(reply: FastifyReply, file: string): void {
  const isAsset = file.includes(`${path.sep}assets${path.sep}`);
  void reply.header('cache-control', isAsset ? 'public, max-age=31536000, immutable' : 'no-cache');
}

function isForScreen({ method, url, headers, is404 }: FastifyRequest): boolean {
  const isRead = method === 'GET' || method === 'HEAD';
  // A program that asks for the front door only looks whether somebody is in.
  const wantsPage = url === '/' || headers.accept?.includes('text/html') === true;
  return is404 && isRead && wantsPage && !NOT_SCREENS.some((start) => url.startsWith(start));
}

const sendPage = async (reply: FastifyReply): Promise<FastifyReply> => reply.sendFile('index.html');
