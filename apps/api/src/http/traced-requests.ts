import { startSpan } from '@gongkai/platform';
import { context, trace, type Span } from '@opentelemetry/api';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/**
 * A span for each request, around all that is done for it. It has the pattern of the address, for the address itself may tell of
 * somebody, and begins a trace of its own: nobody outside decides what is traced here.
 */
export function traceRequests(instance: FastifyInstance): void {
  const spans = new WeakMap<FastifyRequest, Span>();
  instance.addHook('onRequest', (request, _reply, done) => {
    const span = startSpan(request.method, { 'http.request.method': request.method, 'gongkai.request_id': request.id });
    spans.set(request, span);
    context.with(trace.setSpan(context.active(), span), done);
  });
  instance.addHook('onResponse', (request, { statusCode }, done) => {
    const { method, is404, routeOptions } = request;
    const route = is404 ? 'none' : (routeOptions.url ?? 'none');
    const span = spans.get(request);
    span?.updateName(`${method} ${route}`).setAttributes({ 'http.route': route, 'http.response.status_code': statusCode });
    span?.end();
    done();
  });
}
