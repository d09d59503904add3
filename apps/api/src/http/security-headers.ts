import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** Scripts from here alone; styles also inline, as component libraries write them. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  // A paper that is only looked at is shown from memory.
  "frame-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** What answers programs is no page: where a browser is led to it all the same, it loads and runs nothing. */
const OF_THE_API = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";

const HEADERS = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
};
const A_YEAR_OF_HTTPS = { 'strict-transport-security': 'max-age=31536000; includeSubDomains' };

/** Headers that every answer carries: what the browser may do with it, and the number to ask about it. */
export function securityHeaders({ id, url }: FastifyRequest, reply: FastifyReply, isHttps: boolean): FastifyReply {
  reply.headers(isHttps ? { ...HEADERS, ...A_YEAR_OF_HTTPS } : HEADERS).header('x-request-id', id);
  if (url.startsWith('/api/v1/')) reply.headers({ 'cache-control': 'no-store', 'content-security-policy': OF_THE_API });
  return reply;
}

/** Sends {@link securityHeaders} with whatever reaches the hooks of a server. */
export function sendSecurityHeaders(instance: FastifyInstance, isHttps: boolean): void {
  instance.addHook('onRequest', (request, reply, done) => {
    securityHeaders(request, reply, isHttps);
    done();
  });
}
