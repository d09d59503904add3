import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { Refusal, renderProblem, type OptionNames } from '@gongkai/contracts';
import { thrown, type Clock, type Log } from '@gongkai/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { languageOf } from './language.js';
import { isAway, isBadUrl, refusalOf } from './refusal-of.js';
import type { RouteTable } from './route-table.js';
import { noteRefusal } from './security-log.js';
import { asAsked } from './told-refusals.js';

const PROBLEM = 'application/problem+json; charset=utf-8';

type Parts = {
  readonly routes: RouteTable;
  readonly clock: Clock;
  readonly log: Log;
  /** What the law names choices. */
  readonly named: () => OptionNames;
};

/** Every refusal leaves as one problem document (RFC 9457); a failure of ours tells a reference and nothing else. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly parts: Parts) {}

  /** Answers instead of the handler. */
  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.answer(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }

  /** The same where no handler was found. */
  answer(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const { routes, clock, named } = this.parts;
    const methods = routes.methodsAt(request.url);
    const refused = refusalOf(error) ?? this.#failure(error, request);
    this.#sayWhoIsAway(error, refused);
    const wrongMethod = request.is404 && methods.length > 0 && !isBadUrl(error);
    const refusal = wrongMethod ? new Refusal('method-not-allowed') : refused;
    const problem = renderProblem(refusal, languageOf(request.headers['accept-language']), clock.today(), named());
    const told = asAsked(request, problem.status);
    noteRefusal(request, refusal.code);
    if (reply.sent) return;
    // The rest of a body that is too large is read and dropped: who is cut off while sending never sees the answer.
    if (refusal.code === 'too-large') reply.removeHeader('connection');
    void reply
      .headers({
        ...headersOf(refusal, methods),
        ...told.headers,
        'content-type': PROBLEM,
        'cache-control': 'no-store',
      })
      .code(told.status)
      .send(JSON.stringify(problem));
  }

  #sayWhoIsAway(error: unknown, { code }: Refusal): void {
    if (code === 'scanner-silent') this.parts.log.error(thrown(error), 'the virus scanner cannot be asked');
    if (code === 'storage-full') this.parts.log.error(thrown(error), 'no room is left on a disk');
    if (isAway(error)) this.parts.log.error(thrown(error), 'the database cannot be asked');
  }

  #failure(error: unknown, { id, method, routeOptions }: FastifyRequest): Refusal {
    this.parts.log.error({ ...thrown(error), method, route: routeOptions.url }, 'a request failed');
    return new Refusal('internal-error', [], { facts: { reference: id } });
  }
}

/** Seconds after which a row that was held is tried again. */
const HELD_SECONDS = 3;
const TRIED_AGAIN: ReadonlySet<string> = new Set(['busy', 'on-its-way', 'scanner-silent', 'queue-silent', 'press-silent']);

function headersOf({ code, details }: Refusal, methods: readonly string[]): Record<string, string> {
  if (code === 'method-not-allowed') return { allow: methods.join(', ') };
  if (code.startsWith('too-many-')) return { 'retry-after': String(60 * Number(details.facts?.minutes ?? 1)) };
  return TRIED_AGAIN.has(code) ? { 'retry-after': String(HELD_SECONDS) } : {};
}
