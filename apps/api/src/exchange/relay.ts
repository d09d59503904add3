import path from 'node:path';
import { Refusal } from '@gongkai/contracts';
import { headersAsked, type Clock, type Log, type Mailbox, type Settings } from '@gongkai/platform';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { isForApplicants, servePortalOnly } from '../http/portal-only.js';
import { ProblemFilter } from '../http/problem.filter.js';
import { requestId } from '../http/request-id.js';
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
  const { trustProxy, publicUrl } = settings;
  const problems = new ProblemFilter({ routes: new RouteTable(isForApplicants), clock, log, named: () => ({}) });
  const app = Fastify({
    genReqId: requestId,
    requestIdHeader: false,
    bodyLimit: MOST_BYTES,
    trustProxy: typeof trustProxy === 'number' ? (_address: string, hop: number) => hop < trustProxy : [...trustProxy],
    forceCloseConnections: 'idle',
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) => problems.answer(error, request, reply),
  });
  logSecurity(app, log);
  sendSecurityHeaders(app, publicUrl.startsWith('https:'));
  servePortalOnly(app);
  app.setErrorHandler((error, request, reply) => problems.answer(error, request, reply));
  app.setNotFoundHandler((request, reply) => problems.answer(new Refusal('not-found'), request, reply));
  takeEverythingAsItIs(app);
  app.get('/health/live', () => ({ status: 'ok' }));
  app.get('/health/ready', async () => ({ status: 'ok', exchange: (await mailbox.waiting()) > SLOW_MS ? 'silent' : 'ok' }));
  carry(app, { carrier, clock });
  serveScreens(app, [{ ...PORTAL, entries: { at: '/portal/information/', about: (id) => aboutEntry(carrier, id) } }]);
  await app.ready();
  return app;
}

/** It is the casework that reads it. */
function takeEverythingAsItIs(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
}

function carry(app: FastifyInstance, { carrier, clock }: Pick<Parts, 'carrier' | 'clock'>): void {
  const kept = new KeptPages(clock);
  const answer = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const ask = () => carrier.ask(askedBy(request));
    const { url, method, headers } = request;
    const isAlike = isForEverybody(method, url);
    const answered = isAlike ? await kept.get(`${url} ${headers['accept-language'] ?? ''}`, ask) : await ask();
    return reply.code(answered.status).headers(answered.headers).send(answered.body);
  };
  for (const url of CARRIED) app.route({ method: ['GET', 'POST'], url, handler: answer });
}

const askedBy = ({ ip, method, url, headers, body }: FastifyRequest) => ({
  address: ip,
  method: method === 'POST' ? ('POST' as const) : ('GET' as const),
  url,
  headers: headersAsked(headers),
  body: Buffer.isBuffer(body) ? body : Buffer.alloc(0),
});

/** What the page of an entry says before any script runs: whether there is one, and what it is called. */
async function aboutEntry(carrier: Parts['carrier'], id: string): Promise<PageAbout> {
  const url = `/api/v1/public/disclosures/${encodeURIComponent(id)}`;
  const asked = { address: '127.0.0.1', method: 'GET', url, headers: {}, body: Buffer.alloc(0) } as const;
  return aboutOf(await carrier.ask(asked));
}

function aboutOf({ status, body }: Answered): PageAbout {
  if (status !== 200) return { status: status === 410 ? 410 : 404, title: '', summary: '' };
  const { title = '', summary = '' } = JSON.parse(body.toString('utf8')) as Partial<PageAbout>;
  return { status: 200, title, summary };
}
