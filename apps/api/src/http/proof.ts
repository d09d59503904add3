import { Proof, Refusal } from '@gongkai/contracts';
import type { FastifyRequest } from 'fastify';

/** The header, for the documentation. */
export const PROOF_OF_WORK = {
  name: 'Proof-Of-Work',
  required: false,
  description: 'Base64 of `{ challenge, solution }` in JSON: a solved challenge of `GET /public/challenge`, good once.',
  schema: { type: 'string', maxLength: 4000 },
} as const;

/** What the sender's machine has worked out; undefined where it sends nothing. @throws Refusal `proof-needed` where it is none */
export function proofIn({ headers }: FastifyRequest): Proof | undefined {
  const given = headers['proof-of-work'];
  if (given === undefined) return undefined;
  const proof = Proof.safeParse(jsonIn(String(given)));
  if (!proof.success) throw new Refusal('proof-needed');
  return proof.data;
}

function jsonIn(base64: string): unknown {
  try {
    return JSON.parse(Buffer.from(base64, 'base64').toString('utf8'));
  } catch {
    return undefined;
  }
}
