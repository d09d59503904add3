import { Refusal } from '@gongkai/contracts';
import type { FastifyInstance } from 'fastify';
import { API_BASE } from './gate.js';

/** What applicants need, and whoever watches over the process. */
const SERVED = ['/portal', '/robots.txt', `${API_BASE}/public/`, '/health/'];

/** Whether applicants need what is at this address. */
export const isForApplicants = (path: string): boolean => SERVED.some((start) => path.startsWith(start));

/** Whether an address is written so that it may be read as another one: steps back, also in other signs, and signs that are left out. */
export const isWindingWay = (path: string): boolean => /\.\.|%2e|[\\\p{Cc}]/iu.test(path);

/**
 * Serves applicants alone, for a process that stands in the open: to everything else there is nothing here, whoever asks. Before the
 * address is looked up it is compared as it is written, so another way of writing it only finds less.
 */
export function servePortalOnly(instance: FastifyInstance): void {
  instance.addHook('onRequest', async ({ url }, reply) => {
    if (url === '/') return reply.redirect('/portal/');
    const path = url.split('?')[0] ?? '';
    if (isWindingWay(path) || !isForApplicants(path)) throw new Refusal('not-found');
    return undefined;
  });
}
