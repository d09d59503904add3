import path from 'node:path';
import { Logger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import cookie from '@fastify/cookie';
import type { FastifyInstance } from 'fastify';
import { EVERYTHING, withSight } from '@gongkai/platform';
import { ApiModule } from './api.module.js';
import { takeFiles } from './http/body-type.js';
import { countRequests } from './http/counted-requests.js';
import { edgeOptions } from './http/edge.js';
import { API_BASE, guard, type Gatekeepers } from './http/gate.js';
import { takeJsonOnly } from './http/json-body.js';
import { namesInLaw } from './http/names-in-law.js';
import { ProblemFilter } from './http/problem.filter.js';
import { RouteTable } from './http/route-table.js';
import { SchemaPipe } from './http/schema.pipe.js';
import { showQueues } from './http/queue-board.js';
import { keepSight } from './http/kept-sight.js';
import { isForApplicants, servePortalOnly } from './http/portal-only.js';
import { traceRequests } from './http/traced-requests.js';
import { serveScreens } from './http/screens.js';
import { endSilentConnections } from './http/silent-connections.js';
import { sendSecurityHeaders } from './http/security-headers.js';
import { logSecurity } from './http/security-log.js';
import { nestLog } from './nest-log.js';
import { serveDocument } from './openapi/document.js';
import type { Services } from './services.js';

/** What the build made of them, seen from the root of the checkout. */
const CONSOLE = { folder: path.resolve('dist/apps/console'), at: '/', except: ['/portal'] };
const PORTAL = { folder: path.resolve('dist/apps/portal'), at: '/portal/' };
/** Where each entry of the catalogue has its page. */
const ENTRIES = '/portal/information/';

/** The API with the console and the portal, ready to listen. */
export async function createApi(services: Services): Promise<NestFastifyApplication> {
  const { serves } = services.surroundings;
  const routes = new RouteTable(serves === 'portal' ? isForApplicants : undefined);
  const problems = new ProblemFilter({
    routes,
    clock: services.clock,
    log: services.log,
    named: () => namesInLaw(services.laws.grounds()),
  });
  const adapter = new FastifyAdapter({
    ...edgeOptions(services.surroundings, problems),
    routerOptions: { maxParamLength: 300 },
  });
  const instance = adapter.getInstance<FastifyInstance>();
  routes.watch(instance);
  logSecurity(instance, services.log);
  prepare(adapter, services);
  if (serves === 'all') lookAtQueues(instance, services, problems);
  Logger.overrideLogger(nestLog(services.log));
  const app = await NestFactory.create<NestFastifyApplication>(ApiModule.with(services), adapter);
  app.setGlobalPrefix(API_BASE, { exclude: ['health/live', 'health/ready', 'metrics', 'robots.txt', 'portal/sitemap.xml'] });
  app.useGlobalPipes(new SchemaPipe());
  app.useGlobalFilters(problems);
  serveDocument(app);
  await app.init();
  await instance.ready();
  return app;
}

function lookAtQueues(instance: FastifyInstance, services: Services, problems: ProblemFilter): void {
  showQueues(instance, {
    keepers: keepersIn(services),
    place: services.queuePlace,
    refuse: (...asked) => problems.answer(...asked),
  });
}

const keepersIn = ({ surroundings: { isHttps }, sessions, tokens, followCalendars }: Services): Gatekeepers => ({
  ...{ isHttps, sessions, tokens, followCalendars },
});

function prepare(adapter: FastifyAdapter, services: Services): void {
  const { surroundings, store, streams, published } = services;
  const instance = adapter.getInstance<FastifyInstance>();
  void instance.register(cookie);
  traceRequests(instance);
  countRequests(instance, services);
  keepSight(instance);
  sendSecurityHeaders(instance, surroundings.isHttps);
  if (surroundings.serves === 'portal') servePortalOnly(instance);
  guard(instance, keepersIn(services));
  // Streams never end by themselves: the server would wait for them.
  instance.addHook('preClose', () => streams.close());
  // Nor does it wait for the next question on a connection whose last answer is still under way.
  instance.addHook('preClose', (done) => {
    instance.server.keepAliveTimeout = 1;
    done();
  });
  endSilentConnections(instance);
  takeJsonOnly(adapter);
  takeFiles(instance, store.limit);
  const portal = { ...PORTAL, entries: { at: ENTRIES, about: (id: string) => withSight(EVERYTHING, () => published.about(id)) } };
  serveScreens(instance, surroundings.serves === 'portal' ? [portal] : [CONSOLE, portal]);
}
