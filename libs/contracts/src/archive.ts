import { z } from 'zod';
import { Day } from './day.js';
import { RetentionPeriod } from './retention.js';

/** The years of which all cases can be taken out at once. */
export const ArchiveYears = z
  .object({ items: z.array(z.object({ year: z.int(), cases: z.int() })) })
  .meta({ id: 'ArchiveYears' });
export type ArchiveYears = z.infer<typeof ArchiveYears>;

/** A filed case whose retention has ended, as an appraisal (到期鉴定) looks at it. */
export const ExpiredCase = z
  .object({
    caseId: z.uuid(),
    number: z.string(),
    subject: z.string(),
    closedOn: Day.nullable(),
    filedOn: Day,
    retention: RetentionPeriod.exclude(['permanent']),
    /** The first day on which it need not be kept any more. */
    keptUntil: Day,
    documents: z.int(),
  })
  .meta({ id: 'ExpiredCase' });
export type ExpiredCase = z.infer<typeof ExpiredCase>;

export const ExpiredCases = z.object({ items: z.array(ExpiredCase) }).meta({ id: 'ExpiredCases' });
export type ExpiredCases = z.infer<typeof ExpiredCases>;

/** Lines of one list, at most. */
const MOST_LINES = 500;
const Reason = z.string().trim().min(2).max(1000);
const Destroyed = z.strictObject({ caseId: z.uuid(), verdict: z.literal('destroy') });
const Kept = z.strictObject({
  caseId: z.uuid(),
  verdict: z.literal('keep'),
  /** Years from the end of the retention; null: for good. */
  years: z.int().min(1).max(100).nullable(),
  reason: Reason,
});

/** A list of what has been appraised: what is destroyed, and what is kept after all, with the reason. */
export const NewDisposal = z
  .strictObject({
    lines: z
      .array(z.discriminatedUnion('verdict', [Destroyed, Kept]))
      .min(1)
      .max(MOST_LINES),
  })
  .meta({ id: 'NewDisposal' });
export type NewDisposal = z.infer<typeof NewDisposal>;

export const DISPOSAL_STATES = ['listed', 'approved', 'sent-back', 'carried-out'] as const;
export type DisposalState = (typeof DISPOSAL_STATES)[number];

/** What may become of a list. Whoever approves it has not drawn it up; whoever destroys has somebody watch (监销). */
export const DisposalMove = z
  .discriminatedUnion('move', [
    z.strictObject({ move: z.literal('approve') }),
    z.strictObject({ move: z.literal('send-back'), reason: Reason }),
    z.strictObject({ move: z.literal('carry-out'), witness: z.string().trim().min(2).max(100) }),
  ])
  .meta({ id: 'DisposalMove' });
export type DisposalMove = z.infer<typeof DisposalMove>;

const DisposalDeed = z
  .object({
    at: z.iso.datetime(),
    by: z.string(),
    did: z.enum(['list', 'approve', 'send-back', 'carry-out']),
    reason: z.string().optional(),
    witness: z.string().optional(),
  })
  .meta({ id: 'DisposalDeed' });

const head = {
  id: z.uuid(),
  state: z.enum(DISPOSAL_STATES),
  listedAt: z.iso.datetime(),
  destroy: z.int(),
  keep: z.int(),
};

export const DisposalList = z.object({ items: z.array(z.object(head)) }).meta({ id: 'DisposalList' });
export type DisposalList = z.infer<typeof DisposalList>;

/** A list (销毁清册) with its lines, which outlive the cases. */
export const DisposalView = z
  .object({
    ...head,
    organ: z.string(),
    lines: z.array(
      ExpiredCase.omit({ keptUntil: true, retention: true }).extend({
        /** How long it was kept by the table, and until when; not known of lists that were drawn up before these were written down. */
        retention: ExpiredCase.shape.retention.optional(),
        expiredOn: Day.optional(),
        verdict: z.enum(['destroy', 'keep']),
        /** null: for good. */
        keptUntil: Day.nullable(),
        reason: z.string().nullable(),
        /** The end of its journal: whoever has an older export can show that it is of this case. */
        lastHash: z.string(),
      }),
    ),
    history: z.array(DisposalDeed),
    /** SHA-256 of the lines (RFC 8785). */
    hash: z.string(),
    /** Files of destroyed cases of this organ that still lie on the disk; 0 before anything was destroyed. */
    filesLeft: z.int(),
    /** What the reader may do. */
    open: z.array(z.enum(['approve', 'send-back', 'carry-out'])),
  })
  .meta({ id: 'DisposalView' });
export type DisposalView = z.infer<typeof DisposalView>;
