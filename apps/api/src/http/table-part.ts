import type { FastifyRequest } from 'fastify';
import { wholePartOf, type WholePart } from './whole-part.js';

const MEGABYTE = 1024 * 1024;

/** The table that a form carries, whole: it is read in one piece. @param megabytes at most @throws Refusal where there is none, or it is too large */
export const tablePartOf = (request: FastifyRequest, megabytes = 10): Promise<WholePart> =>
  wholePartOf(request, megabytes * MEGABYTE);
