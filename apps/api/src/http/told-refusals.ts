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

/** With which status and headers a refusal leaves. */
type Told = { readonly status: number; readonly headers: Readonly<Record<string, string>> };

/**
 * A sender may take a refusal for an answer (RFC 7240): a person is typing, and what is refused is no failure of the program.
 * @param status what it is without that
 */
export const asAsked = (request: FastifyRequest, status: number): Told =>
  TOLD.has(status) && prefersAnswer(request)
    ? { status: 200, headers: { 'preference-applied': PREFERENCE } }
    : { status, headers: {} };

const prefersAnswer = ({ headers: { prefer = [] } }: FastifyRequest): boolean =>
  [prefer]
    .flat()
    .flatMap((line) => line.split(/[,;]/))
    .some((one) => one.trim() === PREFERENCE);
