import { Refusal } from '@gongkai/contracts';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';

const MEGABYTE = 1024 * 1024;
/** The longest application with all its items stays well below it. */
const JSON_LIMIT = 2 * MEGABYTE;

type Done = (error: Error | null, body?: unknown) => void;

/**
 * Takes JSON and nothing else for a body. Bytes that are no UTF-8 are refused: replaced by question marks they would
 * change a name for good.
 */
export function takeJsonOnly(adapter: FastifyAdapter): void {
  const instance = adapter.getInstance<FastifyInstance>();
  const parse = instance.getDefaultJsonParser('error', 'error') as (request: unknown, text: string, done: Done) => void;
  instance.removeAllContentTypeParsers();
  adapter.useBodyParser('application/json', false, { bodyLimit: JSON_LIMIT }, (request, bytes: Buffer, done: Done) => {
    const text = decode(bytes);
    if (text === undefined) done(malformed('not UTF-8'));
    else if (text.trim() === '') done(null, undefined);
    else parse(request, text, (error, body) => done(error === null ? null : malformed(error.message), body));
  });
}

function decode(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

const malformed = (cause: string): Refusal =>
  new Refusal('malformed-json', [{ path: 'body', code: 'malformed-json', facts: { cause } }]);

/** A body that was not read: which of its fields is too long, nobody knows. */
export function bodyTooLarge(): Refusal {
  const facts = { limit: JSON_LIMIT / MEGABYTE };
  return new Refusal('too-large', [{ path: 'body', code: 'body-too-large', facts }], { facts });
}
