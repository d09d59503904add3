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

/** The refusal that an error stands for; undefined for what is a failure of ours. */
export function refusalOf(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return error;
  if (isBadUrl(error)) return new Refusal('not-found');
  if (isHeld(error)) return new Refusal('busy');
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
