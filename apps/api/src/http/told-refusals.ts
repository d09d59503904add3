import type { FastifyRequest } from 'fastify';

const PREFERENCE = 'refusal=answer';
/** What the facts, the law, a change meanwhile or the form of a request stand against. */
export const TOLD: ReadonlySet<number> = new Set([409, 412, 422]);

/** The header, for the documentation. */
export const PREFER = {
  name: 'Prefer',
  required: false,
  description: `\`${PREFERENCE}\`: 409, 412 and 422 come as 200 with the problem document, which names the status.`,
  schema: { type: 'string', example: PREFERENCE },
} as const;

/** Whether the sender takes a refusal for an answer (RFC 7240): a person is typing, and what is refused is no failure of the program. */
export const isToldAsAnswer = ({ headers: { prefer } }: FastifyRequest, status: number): boolean =>
  TOLD.has(status) &&
  (Array.isArray(prefer) ? prefer.join() : (prefer ?? '')).split(/[,;]/).some((one) => one.trim() === PREFERENCE);

/** What an answer says of the preference it followed. */
export const PREFERENCE_APPLIED: Readonly<Record<string, string>> = { 'preference-applied': PREFERENCE };
