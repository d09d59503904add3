import { forRequest, type Log, type Metrics } from '@gongkai/platform';
import type { FastifyInstance } from 'fastify';

type Parts = { readonly metrics: Metrics; readonly log: Log };

/**
 * Counts and logs every answer by the pattern of its address, for the address itself may tell of somebody; what matches none is counted
 * together, so that nobody fills the memory with addresses. Whatever is logged on the way bears the id of the request.
 */
export function countRequests(instance: FastifyInstance, { metrics, log }: Parts): void {
  instance.addHook('onRequest', ({ id }, _reply, done) => forRequest(id, done));
  instance.addHook('onResponse', ({ id: requestId, method, is404, routeOptions }, { statusCode: status, elapsedTime }, done) => {
    const route = is404 ? 'none' : (routeOptions.url ?? 'none');
    metrics.request({ method, route, status, seconds: elapsedTime / 1000 });
    log.info({ requestId, method, route, status, ms: Math.round(elapsedTime) }, 'request');
    done();
  });
}
