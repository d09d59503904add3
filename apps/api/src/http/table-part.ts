import type { FastifyRequest } from 'fastify';
import { wholePartOf, type WholePart } from './whole-part.js';

/** Bytes of a table: it is read in one piece. */
const LARGEST_TABLE = 10 * 1024 * 1024;

/** The table that a form carries, whole. @throws Refusal where there is none, or it is too large */
export const tablePartOf = (request: FastifyRequest): Promise<WholePart> => wholePartOf(request, LARGEST_TABLE);
