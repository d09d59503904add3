import { z } from 'zod';
import { Day } from './day.js';
import { DeliveryLack, DispatchMode, NoticeKind } from './vocabulary.js';

/** One try to deliver a document: when and how it left, and whether it came back. */
export const AttemptView = z
  .object({
    on: Day,
    /** Null where it was said to be sent with the very step that made it. */
    mode: z.enum([...DispatchMode.options, 'public_notice']).nullable(),
    trackingNumber: z.string().nullable(),
    /** Into whose hands it came: who signed, the organ that hands it over, the witness; where a public notice was published. */
    signedBy: z.string().nullable(),
    throughOrgan: z.string().nullable(),
    witness: z.string().nullable(),
    publishedIn: z.string().nullable(),
    cameBackOn: Day.nullable(),
    cameBackFor: z.string().nullable(),
    /** Nobody knew where the addressee was. */
    untraceable: z.boolean(),
    /** What was done to find the addressee. */
    sought: z.string().optional(),
    /** It went to another address than the tries before it. */
    otherAddress: z.literal(true).optional(),
    /** Which address that is, and where it is known from. */
    addressFrom: z.string().optional(),
    /** A file proves this try: how it left, or that it arrived. */
    shown: z.literal(true).optional(),
    /** A file shows that it came back. */
    backShown: z.literal(true).optional(),
  })
  .meta({ id: 'AttemptView' });

export const NoticeView = z
  .object({
    id: z.string(),
    kind: NoticeKind,
    number: z.string().nullable(),
    round: z.int(),
    madeOn: Day,
    dispatchedOn: Day.nullable(),
    servedOn: Day.nullable(),
    /** Of a fee notice: the day on which what is to be paid was paid on an earlier one, before this one arrived. Nothing is to be paid on it. */
    overtakenOn: Day.optional(),
    mode: DispatchMode.nullable(),
    /** Every try, in order; `dispatchedOn` is the day of the first and stays when it comes back. */
    attempts: z.array(AttemptView),
    /** Files that prove how it left and that it arrived, by their ids. */
    proofs: z.array(z.string()),
    /** Scans of it as it was stamped and signed on paper, by their ids. */
    stamped: z.array(z.string()),
    /** What was brought for it, alone or beside the letter that was drawn, by the entry that named it: it leaves once an approver has seen all those files. */
    own: z
      .object({
        entryId: z.string(),
        fileIds: z.array(z.string()),
        seen: z.boolean(),
        /** Those of them that were drawn; without it none was. */
        drawn: z.array(z.string()).optional(),
        /** The approver who opened it sent it back, and why: another file takes its place with `addStamped`, or the letter as it is drawn (`draw=true`). */
        sentBack: z.object({ on: Day, by: z.string(), reason: z.string() }).optional(),
      })
      .optional(),
    /** The paper itself, where it was drawn in the place of one that was brought. */
    redrawn: z.array(z.string()).optional(),
  })
  .meta({ id: 'NoticeView' });
export type NoticeView = z.infer<typeof NoticeView>;

/** What its delivery waits for until a day of the organ's own: word of its service, or another try after it came back. */
export const DeliveryOwed = z
  .object({ deadline: z.enum(['serviceProofDue', 'serviceAgainDue']), due: Day })
  .meta({ id: 'DeliveryOwed' });

/** A document with what is known of its delivery, and what is not. */
export const NoticeOfCase = NoticeView.extend({
  owed: DeliveryOwed.nullable(),
  /** What the file lacks to prove its delivery. */
  lacks: z.array(DeliveryLack),
}).meta({ id: 'NoticeOfCase' });
