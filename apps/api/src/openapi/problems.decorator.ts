import { applyDecorators } from '@nestjs/common';
import { ApiHeader, ApiResponse } from '@nestjs/swagger';
import { problemStatus, type ProblemCode } from '@gongkai/contracts';
import { PREFER, TOLD } from '../http/told-refusals.js';

/** What every request to the API can run into. */
const ALWAYS: readonly ProblemCode[] = ['internal-error', 'busy', 'storage-full'];
/** What every change with a JSON body can run into. */
export const OF_A_BODY = ['csrf', 'malformed-json', 'too-large', 'unsupported-media-type', 'invalid-request'] as const;
/** What can be wrong with a file that is handed in. */
export const OF_A_FILE = [
  ...(['too-large', 'unsupported-media-type', 'invalid-request'] as const),
  ...(['file-not-what-it-says', 'file-infected', 'scanner-silent'] as const),
] as const;
/** What keeps somebody from leaving an organ or a post: cases of theirs, steps that only they can take, being the last administrator, being oneself. */
export const OF_LEAVING = ['cases-open', 'named-in-cases', 'only-bearer', 'last-admin', 'own-account'] as const;

/** Documents the problems of an operation, by status; those that every operation has are added. */
export function Problems(...codes: readonly ProblemCode[]): MethodDecorator & ClassDecorator {
  const byStatus = new Map<number, ProblemCode[]>();
  const ofTokens = codes.includes('unauthenticated') ? (['token-scope'] as const) : [];
  for (const code of [...codes, ...ofTokens, ...ALWAYS]) {
    const status = problemStatus[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  const responses = [...byStatus].sort(([a], [b]) => a - b).map(([status, same]) => response(status, same));
  return applyDecorators(...responses, ...([...byStatus.keys()].some((status) => TOLD.has(status)) ? [ApiHeader(PREFER)] : []));
}

const response = (status: number, codes: readonly ProblemCode[]): MethodDecorator & ClassDecorator =>
  ApiResponse({
    status,
    description: codes.join(' · '),
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  });
