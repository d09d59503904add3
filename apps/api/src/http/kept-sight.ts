import { OpenSight, type Sight } from '@gongkai/platform';
import type { FastifyInstance, FastifyRequest } from 'fastify';

const sights = new WeakMap<FastifyRequest, OpenSight>();

/**
 * Gives each request a sight of its own, in which all is asked of the database that is asked for it: nothing until it is known who sent it. The
 * body comes in events of the connection, which know of no request: after it the request is entered again.
 */
export function keepSight(instance: FastifyInstance): void {
  instance.addHook('onRequest', (request, _reply, done) => {
    const open = new OpenSight();
    sights.set(request, open);
    open.within(done);
  });
  instance.addHook('preValidation', (request, _reply, done) => {
    const open = sights.get(request);
    if (open === undefined) done();
    else open.within(done);
  });
}

/** From now on the request sees so much. */
export const seeAs = (request: FastifyRequest, sight: Sight): void => sights.get(request)?.set(sight);
