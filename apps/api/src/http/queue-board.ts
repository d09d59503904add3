import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import fastifyStatic from '@fastify/static';
import { Refusal } from '@gongkai/contracts';
import { openShownQueue, type QueuePlace, type ShownQueue } from '@gongkai/platform';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { BoardRoutes } from './board-routes.js';
import { officerAt, type Gatekeepers } from './gate.js';

/** Where the queues are looked at. */
const QUEUE_BOARD = '/admin/queues';

/** The page of the board names where its files lie; from elsewhere nothing is fetched. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Fonts of somebody else's server: an office may have no way there, and nobody is to learn who looks. */
const FOREIGN_STYLES = /<link href="https:[^>]*>\s*/g;
const UI = path.dirname(createRequire(import.meta.url).resolve('@bull-board/ui/package.json'));
const OPTIONS = { uiConfig: { boardTitle: '公开 · Queues', hideRedisDetails: true } } as const;

type Parts = {
  readonly keepers: Gatekeepers;
  readonly place: QueuePlace;
  /** Answers who may not look, and where the queue itself does not answer. */
  readonly refuse: (error: unknown, request: FastifyRequest, reply: FastifyReply) => void;
};

/**
 * Shows administrators what lies in the queue (Bull Board). It changes nothing: what has to be done again stands in the outbox, and
 * is done again from there. The queue is opened by the first who looks, so that the API starts without it.
 */
export function showQueues(instance: FastifyInstance, { keepers, place, refuse }: Parts): void {
  const routes = new BoardRoutes(QUEUE_BOARD);
  const { setQueues } = createBullBoard({ queues: [], serverAdapter: routes, options: { ...OPTIONS, uiBasePath: UI } });
  let opening: Promise<ShownQueue> | undefined;
  const opened = (): Promise<ShownQueue> =>
    (opening ??= openShownQueue(place).then(
      (shown) => {
        setQueues([new BullMQAdapter(shown.queue, { readOnlyMode: true })]);
        return shown;
      },
      (error: unknown) => {
        opening = undefined;
        throw error;
      },
    ));
  void instance.register(
    (scope, _, done) => {
      scope.addHook('onRequest', async (request, reply) => {
        await checkAdministrator(request, keepers);
        await opened();
        void reply.headers({ 'content-security-policy': CONTENT_SECURITY_POLICY, 'cache-control': 'no-store' });
      });
      scope.setErrorHandler((error, request, reply) => refuse(error instanceof Refusal ? error : silent(place), request, reply));
      scope.addHook('onClose', async () => (await opening?.catch(() => undefined))?.close());
      void scope.register(fastifyStatic, { root: path.join(UI, 'dist/static'), prefix: '/static/', decorateReply: false });
      routes.serve(scope, readFileSync(path.join(UI, 'dist/index.ejs'), 'utf8').replace(FOREIGN_STYLES, ''));
      done();
    },
    { prefix: QUEUE_BOARD },
  );
}

/** @throws Refusal */
async function checkAdministrator(request: FastifyRequest, keepers: Gatekeepers): Promise<void> {
  const { person } = await officerAt(request, keepers);
  if (!person.roles.includes('admin')) throw new Refusal('role-missing');
}

const silent = ({ backend }: QueuePlace): Refusal =>
  new Refusal('queue-silent', [], { facts: { place: backend === 'redis' ? 'Redis' : 'PostgreSQL' } });
