import { applyDecorators, createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import type { CalendarAsked } from '@gongkai/casework';
import { parseInput } from '@gongkai/contracts';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { officerOf } from './gate.js';

const Place = z.object({ region: z.string().min(1).max(100), year: z.coerce.number().int().min(1900).max(9999) });

/** The year that the address names, and who asks, for a parameter of a handler. */
export const AskedCalendar = createParamDecorator((_: unknown, context: ExecutionContext): CalendarAsked => {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  return { actor: officerOf(request).person, ...parseInput(Place, request.params) };
});

/** Describes the address of such a route. */
export const OfCalendar = (): MethodDecorator =>
  applyDecorators(
    ApiParam({ name: 'region', schema: { type: 'string' } }),
    ApiParam({ name: 'year', schema: { type: 'integer', minimum: 1900, maximum: 9999 } }),
  );
