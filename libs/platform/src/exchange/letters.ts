import { z } from 'zod';

/** What the portal asks in somebody's name: a request as it came, with the moment and the address it came from. */
export const Carried = z.object({
  kind: z.literal('request'),
  id: z.uuid(),
  at: z.iso.datetime(),
  address: z.union([z.ipv4(), z.ipv6()]),
  method: z.enum(['GET', 'HEAD', 'POST']),
  url: z.string().max(4000),
  headers: z.record(z.string(), z.string()),
});
export type Carried = z.infer<typeof Carried>;

/** What the casework says to it. */
export const CarriedBack = z.object({
  kind: z.literal('answer'),
  /** The id of the request. */
  to: z.uuid(),
  status: z.int().min(200).max(599),
  headers: z.record(z.string(), z.string()),
});
export type CarriedBack = z.infer<typeof CarriedBack>;

/** Of a request no more is carried than the public part of the API reads. */
const ASKED = ['accept', 'accept-language', 'content-type', 'idempotency-key', 'if-none-match', 'prefer', 'proof-of-work'];
/** Of an answer what whoever asked needs; what a browser may do with it the portal says itself. */
const ANSWERED = [
  'cache-control',
  'content-disposition',
  'content-type',
  'etag',
  'last-modified',
  'preference-applied',
  'retry-after',
];

type Given = Readonly<Record<string, string | number | readonly string[] | undefined>>;

const kept = (names: readonly string[], given: Given): Record<string, string> =>
  Object.fromEntries(names.flatMap((name) => (given[name] === undefined ? [] : [[name, String(given[name])]])));

/** The headers of a request that are carried over. */
export const headersAsked = (given: Given): Record<string, string> => kept(ASKED, given);
/** The headers of an answer that are carried back. */
export const headersAnswered = (given: Given): Record<string, string> => kept(ANSWERED, given);
