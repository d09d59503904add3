import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Person } from '@gongkai/casework';
import type { Language } from '@gongkai/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { officerOf } from './gate.js';
import { languageOf } from './language.js';

/** Who asks, in which language, and both ends of the line for headers. */
export type Exchange = {
  readonly actor: Person;
  readonly language: Language;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
};

/** The exchange, for a parameter of a handler. */
export const CurrentExchange = createParamDecorator((_: unknown, context: ExecutionContext): Exchange => {
  const http = context.switchToHttp();
  const request = http.getRequest<FastifyRequest>();
  const language = languageOf(request.headers['accept-language']);
  return { actor: officerOf(request).person, language, request, reply: http.getResponse<FastifyReply>() };
});
