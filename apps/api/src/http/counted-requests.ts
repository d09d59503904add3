import type { Metrics } from '@gongkai/platform';
import type { FastifyInstance } from 'fastify';

/** Counts every answer by the pattern of its address; what matches none is counted together, so that nobody fills the memory with addresses. */
export function countRequests(instance: FastifyInstance, metrics: Metrics): void {
  instance.addHook('onResponse', (request, reply, done) => {
    const { method, is404, routeOptions } = request;
    const route = is404 ? 'none' : (routeOptions.url ?? 'none');
    metrics.request({ method, route, status: reply.statusCode, seconds: reply.elapsedTime / 1000 });
    done();
  });
}
