import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { APPLICANT, type Acting } from '@gongkai/casework';
import type { FastifyRequest } from 'fastify';
import { languageOf } from './language.js';
import { idempotencyOf } from './preconditions.js';

/** A request about an application of one's own: who acts is known once its code is. */
export class Applying {
  constructor(private readonly request: FastifyRequest) {}

  /** @param body what the sender's key, if there is one, is used for */
  acting(code: string, body: unknown): Acting {
    const { params, ip: address, headers } = this.request;
    const { number } = params as { readonly number: string };
    const idempotency = idempotencyOf(this.request, { id: APPLICANT }, body);
    return { number, code, address, language: languageOf(headers['accept-language']), idempotency };
  }

  /** The id of the paper that is asked for. */
  get paper(): string {
    return (this.request.params as { readonly id: string }).id;
  }

  /** It is asked for the thing itself, and not about it (HEAD). */
  get isGet(): boolean {
    return this.request.method === 'GET';
  }
}

/** The same, for a parameter of a handler. */
export const OwnRequest = createParamDecorator(
  (_: unknown, context: ExecutionContext) => new Applying(context.switchToHttp().getRequest<FastifyRequest>()),
);
