import { isIP } from 'node:net';
import path from 'node:path';
import { Refusal } from '@gongkai/contracts';
import { headersAsked, type Clock, type Log, type Mailbox, type Settings } from '@gongkai/platform';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { edgeOptions } from '../http/edge.js';
import { isForApplicants, servePortalOnly } from '../http/portal-only.js';
import { ProblemFilter } from '../http/problem.filter.js';
import { RouteTable } from '../http/route-table.js';
import { serveScreens, type PageAbout } from '../http/screens.js';
import { sendSecurityHeaders } from '../http/security-headers.js';
import { logSecurity } from '../http/security-log.js';
import type { Answered, Carrier } from './carrier.js';
import { isForEverybody, KeptPages } from './kept-pages.js';

/** Bytes of a request: a file as the portal takes it, with the form around it. */
const MOST_BYTES = 21 * 1024 * 1024;
/** Packages that wait for longer are carried by nobody: applicants are told to wait, and whoever watches over the process is to know. */
const SLOW_MS = 120_000;
/** Nobody's. */
const NO_ADDRESS = '0.0.0.0';
/** As long as an address may be that is carried over. */
const LONGEST_URL = 4000;
const PORTAL = { folder: path.resolve('dist/apps/portal'), at: '/portal/' };
const CARRIED = ['/api/v1/public/*', '/robots.txt', '/portal/sitemap.xml'];

type Parts = {
  readonly settings: Pick<Settings, 'publicUrl' | 'trustProxy'>;
  readonly carrier: Pick<Carrier, 'ask'>;
  readonly mailbox: Pick<Mailbox, 'waiting'>;
  readonly clock: Clock;
  readonly log: Log;
};

/**
 * The portal by itself, for a network without any way to the casework: it has no database and no key of the office, shows the pages
 * that were built, and hands everything that is asked to whoever carries it over.
 */
export async function createRelay({ settings, carrier, mailbox, clock, log }: Parts): Promise<FastifyInstance> {
  const problems = new ProblemFilter({ routes: new RouteTable(isForApplicants), clock, log, named: () => ({}) });
  const isHttps = settings.publicUrl.startsWith('https:');
  const app = Fastify({
    ...edgeOptions({ ...settings, isHttps }, problems),
    bodyLimit: MOST_BYTES,
  });
  logSecurity(app, log);
  sendSecurityHeaders(app, isHttps);
  servePortalOnly(app);
  app.setErrorHandler((error, request, reply) => problems.answer(error, request, reply));
  app.setNotFoundHandler((request, reply) => problems.answer(new Refusal('not-found'), request, reply));
  takeEverythingAsItIs(app);
  app.get('/health/live', () => ({ status: 'ok' }));
  app.get('/health/ready', async () => ({ status: 'ok', exchange: (await mailbox.waiting()) > SLOW_MS ? 'silent' : 'ok' }));
  const answering = { carrier, kept: new KeptPages(clock) };
  carry(app, answering);
  serveScreens(app, [
    { ...PORTAL, entries: { at: '/portal/information/', about: (id, ip) => aboutEntry(answering, id, plainAddress(ip)) } },
  ]);
  await app.ready();
  return app;
}

/** It is the casework that reads it. */
function takeEverythingAsItIs(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
}

type Answering = Pick<Parts, 'carrier'> & { readonly kept: KeptPages };

function carry(app: FastifyInstance, { carrier, kept }: Answering): void {
  const answer = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const ask = () => carrier.ask(askedBy(request));
    const { url, method, headers } = request;
    if (url.length > LONGEST_URL) throw new Refusal('not-found');
    const isAlike = isForEverybody(method, url);
    const answered = isAlike ? await kept.get(`${url} ${headers['accept-language'] ?? ''}`, ask) : await ask();
    return reply.code(answered.status).headers(answered.headers).send(answered.body);
  };
  for (const url of CARRIED) app.route({ method: ['GET', 'POST'], url, handler: answer });
}

const askedBy = ({ ip, method, url, headers, body }: FastifyRequest) => ({
  address: plainAddress(ip),
  method: method === 'POST' ? ('POST' as const) : ('GET' as const),
  url,
  headers: headersAsked(headers),
  body: Buffer.isBuffer(body) ? body : Buffer.alloc(0),
});

/** An address as a schema reads it: one of the old internet in the dress of the new one is the old one. */
function plainAddress(ip: string): string {
  const plain = ip.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  return isIP(plain) === 0 ? NO_ADDRESS : plain;
}

/** What the page of an entry says before any script runs: whether there is one, and what it is called. */
async function aboutEntry({ carrier, kept }: Answering, id: string, address: string): Promise<PageAbout> {
  const url = `/api/v1/public/disclosures/${encodeURIComponent(id)}`;
  const asked = { address, method: 'GET', url, headers: {}, body: Buffer.alloc(0) } as const;
  return aboutOf(await kept.get(url, () => carrier.ask(asked)));
}

/** @throws Refusal `busy` where it is not known: that nothing is there is said only where it is so */
function aboutOf({ status, body }: Answered): PageAbout {
  if (status === 404 || status === 410) return { status, title: '', summary: '' };
  if (status !== 200) throw new Refusal('busy');
  const { title = '', summary = '' } = JSON.parse(body.toString('utf8')) as Partial<PageAbout>;
  return { status: 200, title, summary };
}
