import { HttpException } from '@nestjs/common';
import { Refusal, type ProblemCode } from '@gongkai/contracts';
import { ScannerError } from '@gongkai/platform';
import { bodyTooLarge } from './json-body.js';

/** What the framework refuses by itself, in the words of the catalogue. */
const CODES: Readonly<Record<number, ProblemCode>> = {
  400: 'malformed-json',
  401: 'unauthenticated',
  404: 'not-found',
  405: 'method-not-allowed',
  406: 'not-found',
  413: 'too-large',
  414: 'too-large',
  415: 'unsupported-media-type',
};

/** A row was held by others for too long, or by two who waited for each other: nothing was written, and a moment later it may be free. */
const HELD: ReadonlySet<unknown> = new Set(['55P03', '40P01']);
const isHeld = (error: unknown): boolean => error instanceof Error && 'code' in error && HELD.has(error.code);

/**
 * The database takes nobody now: it is not there, is going down (57P01), comes up (57P03), or has no connection left (53300). What was under way
 * when it broke (57P02, a connection that was cut) may have been written, so it is none of these.
 */
const AWAY: ReadonlySet<unknown> = new Set(['ECONNREFUSED', '57P01', '57P03', '53300']);

/** Whether nothing was written because the database cannot be asked at the moment. */
export const isAway = (error: unknown): boolean => error instanceof Error && 'code' in error && AWAY.has(error.code);

/** No room is left on the disk of the files (or its owner may take no more of it), or on that of the database: nothing was written. */
const FULL: ReadonlySet<unknown> = new Set(['ENOSPC', 'EDQUOT', '53100']);
const isFull = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && FULL.has(error.code);

/** Why nothing could be written, where that passes or somebody can mend it. */
function whyNotKept(error: unknown): ProblemCode | undefined {
  if (isHeld(error) || isAway(error)) return 'busy';
  return isFull(error) ? 'storage-full' : undefined;
}

/** A sign that no text of the database can have, such as NUL: a body with one is refused before, and what an address names so is not there. */
const isNoText = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === '22021';

const namesNothing = (error: unknown): boolean => isBadUrl(error) || isNoText(error);

/** The refusal that an error stands for; undefined for what is a failure of ours. */
export function refusalOf(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return error;
  if (namesNothing(error)) return new Refusal('not-found');
  const unkept = whyNotKept(error);
  if (unkept !== undefined) return new Refusal(unkept);
  if (error instanceof ScannerError) return new Refusal('scanner-silent');
  const status = statusOf(error);
  const code = status === undefined ? undefined : CODES[status];
  if (status === 413) return bodyTooLarge();
  return code === undefined ? undefined : new Refusal(code, [], { facts: { taken: 'application/json' } });
}

function statusOf(error: unknown): number | undefined {
  if (error instanceof HttpException) return error.getStatus();
  if (!(error instanceof Error) || !('statusCode' in error)) return undefined;
  return typeof error.statusCode === 'number' ? error.statusCode : undefined;
}

const BAD_URLS = ['FST_ERR_BAD_URL', 'FST_ERR_MAX_PARAM_LENGTH'];

/** An address that cannot be decoded, or names something longer than any name, is the address of nothing. */
export const isBadUrl = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && BAD_URLS.includes(String(error.code));
