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

const languageIn = ({ headers }: FastifyRequest): Language => languageOf(headers['accept-language']);

/** The exchange, for a parameter of a handler. */
export const CurrentExchange = createParamDecorator((_: unknown, context: ExecutionContext): Exchange => {
  const http = context.switchToHttp();
  const request = http.getRequest<FastifyRequest>();
  return { actor: officerOf(request).person, language: languageIn(request), request, reply: http.getResponse<FastifyReply>() };
});

/** The language asked for, where nobody has to be known. */
export const AskedLanguage = createParamDecorator((_: unknown, context: ExecutionContext) =>
  languageIn(context.switchToHttp().getRequest<FastifyRequest>()),
);
