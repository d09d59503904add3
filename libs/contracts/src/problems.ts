import { z } from 'zod';

/** Every problem code with its HTTP status. What each says to people is in `problem-texts.ts`. */
export const problemStatus = {
  'malformed-json': 400,
  'invalid-request': 422,
} as const;
export type ProblemCode = keyof typeof problemStatus;

/** One field of the input that cannot be taken, and why. */
export type FieldProblem = {
  /** Where it is, e.g. `receipt.signedOn` or `events.2.on`. */
  readonly path: string;
  readonly code: FieldCode;
  /** What the message tells: dates, limits, names. */
  readonly facts?: Readonly<Record<string, string | number>>;
};

/** Why a field cannot be taken. */
export const FIELD_CODES = [
  'malformed-json',
  'required',
  'invalid-date',
  'invalid-value',
  'unknown-field',
  'unknown-type',
  'unknown-statute',
  'unknown-calendar',
  'before-calendar',
  'after-calendar',
  'signed-before-posted',
  'confirmed-before-arrival',
  'before-receipt',
  'receipt-not-settled',
  'notice-missing',
  'before-notice',
  'second-correction-notice',
  'received-before-dispatch',
  'answer-before-dispatch',
  'duplicate-consultation',
  'correction-awaited',
  'payment-awaited',
  'answered-and-lapsed',
  'fees-not-in-force',
  'until-before-set',
] as const;
export type FieldCode = (typeof FIELD_CODES)[number];

/** RFC 9457 problem document. */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    detail: z.string(),
    fields: z.array(z.object({ path: z.string(), code: z.string(), message: z.string() })).optional(),
    article: z.string().optional(),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof Problem>;

/** A "no" with its reason: thrown anywhere, rendered once at the edge. */
export class Refusal extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly fields: readonly FieldProblem[] = [],
  ) {
    super([code, ...fields.map((field) => `${field.path}: ${field.code}`)].join(' '));
  }
}
