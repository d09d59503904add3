import type { Settings } from '@gongkai/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ProblemFilter } from './problem.filter.js';
import { requestId } from './request-id.js';
import { securityHeaders } from './security-headers.js';

type Place = Pick<Settings, 'trustProxy'> & { readonly isHttps: boolean };

/** What each server of ours is to whoever calls: how a request is numbered, whose word is taken for its address, and how it is refused. */
export const edgeOptions = ({ trustProxy, isHttps }: Place, problems: Pick<ProblemFilter, 'answer'>) => ({
  genReqId: requestId,
  requestIdHeader: false as const,
  // Proxies tell the address of the caller; nobody else is believed.
  trustProxy: typeof trustProxy === 'number' ? (_address: string, hop: number) => hop < trustProxy : [...trustProxy],
  forceCloseConnections: 'idle' as const,
  // What is wrong before any route is known, as an address that cannot be read, passes no hook.
  frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) =>
    problems.answer(error, request, securityHeaders(request, reply, isHttps)),
});
