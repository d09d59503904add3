import { existsSync } from 'node:fs';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** Screens that were built, and where they are found. */
export type ScreenApp = {
  /** What the build made of them. */
  readonly folder: string;
  /** Begins their addresses: `/`, or `/portal/`. */
  readonly at: string;
  /** Addresses below it that are not theirs. */
  readonly except?: readonly string[];
};

/** Addresses that answer programs: a screen there would hide a mistake. */
const NOT_SCREENS = ['/api/', '/health/', '/metrics', '/admin/'];

/**
 * Serves screens, as far as they have been built: their files by their names, and their page at every address that a person's browser
 * asks for and nothing else answers, for they find what to show by themselves.
 */
export function serveScreens(instance: FastifyInstance, apps: readonly ScreenApp[]): void {
  const built = apps.filter(({ folder }) => existsSync(path.join(folder, 'index.html')));
  built.forEach((app, i) => serveFiles(instance, app, i === 0));
  instance.addHook('onRequest', async (request, reply) => {
    const app = built.find((one) => isForScreen(request, one));
    if (app !== undefined) await reply.sendFile('index.html', app.folder);
  });
}

function serveFiles(instance: FastifyInstance, { folder, at }: ScreenApp, decorateReply: boolean): void {
  const asBuilt = { index: false, cacheControl: false, setHeaders } as const;
  const beside = { root: folder, prefix: at, wildcard: false, globIgnore: ['assets/**'], decorateReply };
  void instance.register(fastifyStatic, { ...asBuilt, ...beside });
  // Looked up when they are asked for: a build that takes the place of this one brings other names.
  const kept = { root: path.join(folder, 'assets'), prefix: `${at}assets/`, decorateReply: false } as const;
  // As the build has packed them, for browsers that take it.
  const assets = { ...kept, preCompressed: true } as const;
  void instance.register(fastifyStatic, { ...asBuilt, ...assets });
}

/** Names of built files carry their digest; the page that names them is asked for anew each time. */
function setHeaders(reply: FastifyReply, file: string): void {
  const isAsset = file.includes(`${path.sep}assets${path.sep}`);
  void reply.header('cache-control', isAsset ? 'public, max-age=31536000, immutable' : 'no-cache');
}

function isForScreen({ method, url, headers, is404 }: FastifyRequest, app: ScreenApp): boolean {
  const isRead = method === 'GET' || method === 'HEAD';
  // A program that asks for the front door only looks whether somebody is in.
  const wantsPage = url === app.at || headers.accept?.includes('text/html') === true;
  return is404 && isRead && wantsPage && isAmong(url, app);
}

function isAmong(url: string, { at, except = [] }: ScreenApp): boolean {
  const isBelow = `${url.split('?')[0] ?? ''}/`.startsWith(at);
  return isBelow && ![...NOT_SCREENS, `${at}assets/`, ...except].some((start) => url.startsWith(start));
}
