import { z } from 'zod';
import type { FieldCode } from './field-codes.js';
import { CaseState } from './vocabulary.js';
import type { Settled } from './settled-texts.js';
import type { StepReason } from './step-reasons.js';

/** What the law says to a step, each with its own code. */
export const LAW_CODES = [
  'second-correction',
  'correction-notice-late',
  'correction-late',
  'second-extension',
  'extension-late',
  'proposal-late',
  'extension-over-limit',
  'clock-not-running',
  'fee-not-enabled',
  'fee-notice-late',
  'payment-late',
  'payment-partial',
  'period-not-over',
  'search-missing',
  'search-found',
  'no-correction-made',
  'reasons-not-asked',
  'reasons-not-rejected',
  'self-approval',
  'approval-of-another-post',
  'approval-post-vacant',
  'approval-leaves-nobody',
  'legal-reviewer-vacant',
  'approved-before',
  'review-hash-changed',
  'review-unnamed',
  'draft-changed',
  'private-courier',
  'left-unproven',
  'other-ways-open',
  'return-unshown',
  'remedy-open',
  'order-unanswered',
  'order-open',
  'remedy-possible',
  'remedy-late',
  'appeal-late',
  'holds-merged-cases',
  'parts-open',
  'nothing-to-challenge',
  'consultation-open',
  'letter-unsent',
  'organ-open',
  'answer-waits',
  'third-party-refused',
  'third-party-unasked',
  'third-party-untold',
  'authority-open',
  'electronic-not-agreed',
  'authority-refused',
  'release-on-hold',
  'delay-late',
  'delay-shorter',
  'delay-too-long',
  'delay-on-holiday',
  'not-answered-openly',
  'reasons-notice-unserved',
  'reasons-awaited',
  'fee-to-correct',
  'withdrawal-late',
  'confirmation-missing',
  'ordered-anew',
  'period-ordered',
  'check-open',
] as const;
export type LawCode = (typeof LAW_CODES)[number];

const lawStatus = Object.fromEntries(LAW_CODES.map((code) => [code, 409])) as Record<LawCode, 409>;

/** Every problem code with its HTTP status. What each says to people is in `problem-texts.ts`. */
export const problemStatus = {
  'malformed-json': 400,
  unauthenticated: 401,
  csrf: 403,
  'second-factor-needed': 401,
  'password-change-required': 403,
  'second-factor-required': 403,
  'second-factor-absent': 409,
  'second-factor-present': 409,
  'role-missing': 403,
  'top-administrator-only': 403,
  'calendar-of-another-organ': 403,
  'not-found': 404,
  'case-not-found': 404,
  'help-not-asked': 404,
  'application-not-found': 404,
  'method-not-allowed': 405,
  'disclosure-withdrawn': 410,
  'disclosure-stands': 409,
  'disclosure-reviewed': 409,
  'proposal-settled': 409,
  'proposal-other-bytes': 409,
  'proposal-not-clean': 409,
  'withdrawn-by-another': 409,
  'nothing-missing': 409,
  'formed-ended': 409,
  'formed-open': 409,
  'step-not-permitted': 409,
  'act-not-open': 409,
  'answer-not-open': 409,
  'letter-not-awaited': 409,
  'link-answered': 409,
  'mail-not-sent': 409,
  ...lawStatus,
  'cases-open': 409,
  'named-in-cases': 409,
  'only-bearer': 409,
  'last-admin': 409,
  'own-account': 409,
  'organ-not-empty': 409,
  'file-altered': 409,
  'bundle-incomplete': 409,
  'incoming-held': 409,
  'incoming-settled': 409,
  'incoming-waiting': 409,
  'incoming-case-stands': 409,
  'cases-worked-at': 409,
  'import-running': 409,
  'redaction-settled': 409,
  'redaction-opening': 409,
  'redaction-unmarked': 409,
  'disposal-settled': 409,
  'report-frozen': 409,
  'report-not-frozen': 409,
  'report-published': 409,
  'published-report-differs': 422,
  'published-report-over': 409,
  'calendar-shipped': 409,
  'calendar-running': 409,
  'report-year-open': 409,
  'report-differs': 409,
  'report-changed': 412,
  'report-not-approved': 409,
  'report-entry-settled': 409,
  'report-entry-changed': 412,
  'report-entry-lacks': 422,
  'report-entry-own': 409,
  'assessor-scope': 403,
  'token-scope': 403,
  'assessment-exists': 409,
  'assessment-open': 409,
  'assessment-settled': 409,
  'assessment-not-settled': 409,
  'assessment-own': 409,
  'assessment-lacks': 422,
  'assessment-changed': 412,
  'rectification-settled': 409,
  'rectification-changed': 412,
  'record-settled': 409,
  'record-changed': 412,
  'record-own-draft': 409,
  'training-removed': 409,
  'training-changed': 412,
  'ladder-changed': 412,
  'cases-changed': 409,
  'redaction-changed': 412,
  'publication-settled': 409,
  'publication-not-clean': 409,
  'publication-other-bytes': 409,
  'publication-changed': 412,
  'case-changed': 412,
  'too-large': 413,
  'bundle-too-large': 413,
  'unsupported-media-type': 415,
  'invalid-request': 422,
  'idempotency-key-reused': 422,
  'file-not-what-it-says': 422,
  'file-infected': 422,
  'too-many-attempts': 429,
  'too-many-requests': 429,
  'too-many-questions': 429,
  'proof-needed': 403,
  'internal-error': 500,
  'scanner-silent': 503,
  'queue-silent': 503,
  'press-silent': 503,
  'on-its-way': 503,
  busy: 503,
  'storage-full': 507,
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
    permitted: z.array(z.object({ type: z.string() })).optional(),
    version: z.int().optional(),
    /** Where the case is now, where it stands in the way. */
    state: CaseState.optional(),
    /** The cases that stand in the way, some of them where there are many. */
    cases: z.array(z.object({ id: z.string(), number: z.string() })).optional(),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof Problem>;

/** What a refusal tells beside its code. */
export type RefusalDetails = {
  readonly article?: string;
  /** Dates, limits and names that the words need. */
  readonly facts?: Readonly<Record<string, string | number>>;
  /** Which of them are days that rest on a calendar that is not published. */
  readonly estimates?: readonly string[];
  readonly step?: string;
  readonly reason?: StepReason;
  /** Of a draft or a redaction that is not open to it: how it stands. */
  readonly settled?: Settled;
  readonly permitted?: readonly { readonly type: string }[];
  readonly version?: number;
  readonly state?: CaseState;
  readonly cases?: readonly { readonly id: string; readonly number: string }[];
};

/** Why not, before anybody throws it. */
export type Reason = { readonly code: ProblemCode; readonly details: RefusalDetails };

/** A "no" with its reason: thrown anywhere, rendered once at the edge. */
export class Refusal extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly fields: readonly FieldProblem[] = [],
    readonly details: RefusalDetails = {},
  ) {
    super(
      [code, ...(details.reason ? [details.reason] : []), ...fields.map((field) => `${field.path}: ${field.code}`)].join(' '),
    );
  }
}
