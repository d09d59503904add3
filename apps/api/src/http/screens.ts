import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
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
  /** Addresses that people hand on and machines look up: what their page says before any script runs. */
  readonly entries?: { readonly at: string; readonly about: (id: string, address: string) => Promise<PageAbout> };
};
/** Whether there is something at an address, or was; what it is called, and what it is about. */
export type PageAbout = { readonly status: 200 | 404 | 410; readonly title: string; readonly summary: string };

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
    if (app === undefined) return;
    const id = entryAt(request, app);
    if (id === undefined || app.entries === undefined) return void (await reply.sendFile('index.html', app.folder));
    const about = await app.entries.about(id, request.ip);
    const page = await readFile(path.join(app.folder, 'index.html'), 'utf8');
    await reply.code(about.status).header('cache-control', 'no-cache').type('text/html; charset=utf-8').send(named(page, about));
  });
}

function serveFiles(instance: FastifyInstance, { folder, at }: ScreenApp, decorateReply: boolean): void {
  const asBuilt = { index: false, cacheControl: false, setHeaders } as const;
  const beside = { root: folder, prefix: at, wildcard: false, globIgnore: ['assets/**'], decorateReply };
  void instance.register(fastifyStatic, { ...asBuilt, ...beside });
  // Looked up when they are asked for: a build that takes the place of this one brings other names.
  const kept = { root: path.join(folder, 'assets'), prefix: `${at}assets/`, decorateReply: false } as const;
  // As the build has packed them, by what a browser takes: Brotli before gzip, which all take.
  const assets = { ...kept, preCompressed: true } as const;
  void instance.register(fastifyStatic, { ...asBuilt, ...assets });
}

/** Names of built files carry their digest; the page that names them is asked for anew each time. */
function setHeaders(reply: FastifyReply, file: string): void {
  const isAsset = file.includes(`${path.sep}assets${path.sep}`);
  void reply.header('cache-control', isAsset ? 'public, max-age=31536000, immutable' : 'no-cache');
}

const entryAt = ({ url }: Pick<FastifyRequest, 'url'>, { entries }: ScreenApp): string | undefined => {
  const [address = ''] = url.split('?');
  return entries !== undefined && address.startsWith(entries.at) ? address.slice(entries.at.length) : undefined;
};

/** The page with a title and a summary of its own, for who runs no script. */
function named(page: string, { title, summary }: PageAbout): string {
  const said = `<title>${escaped(title)}</title>${summary === '' ? '' : `<meta name="description" content="${escaped(summary)}" />`}`;
  return page.replace(/<title>[^<]*<\/title>/, () => said);
}

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${String(sign.charCodeAt(0))};`);

function isForScreen(request: FastifyRequest, app: ScreenApp): boolean {
  const { method, url, headers, is404 } = request;
  const isRead = method === 'GET' || method === 'HEAD';
  // A program that asks for the front door only looks whether somebody is in.
  const wantsPage =
    url === app.at || takes(headers.accept, entryAt(request, app) === undefined ? ['text/html'] : ['text/html', '*/*']);
  return is404 && isRead && wantsPage && isAmong(url, app);
}

const takes = (accept = '*/*', kinds: readonly string[]): boolean => kinds.some((kind) => accept.includes(kind));

function isAmong(url: string, { at, except = [] }: ScreenApp): boolean {
  const isBelow = `${url.split('?')[0] ?? ''}/`.startsWith(at);
  return isBelow && ![...NOT_SCREENS, `${at}assets/`, ...except].some((start) => url.startsWith(start));
}
