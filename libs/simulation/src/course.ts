import type { LocalDate } from '@gongkai/calendar';
import {
  AnswerCode,
  APPLICANT_CATEGORIES,
  ChannelName,
  commandSchemas,
  ConsultationKind,
  DispatchMode,
  Ground,
} from '@gongkai/contracts';
import { z } from 'zod';

/** The first ten items of a month are free, and each of the next twenty is this many yuan (FEE 4). */
export const [FEE_AFTER, FEE_EACH] = [10, 100] as const;

/** Working days between two things, unless something else is said. */
const Days = z.int().min(0).max(250);
const Code = z.string().regex(/^[a-z][a-z0-9-]*$/, 'must be the code of an organ');

const Decision = z.strictObject({ code: AnswerCode, ground: Ground.optional() });

const Consultation = z.strictObject({
  kind: ConsultationKind,
  /** After acceptance, or after the restart by a correction. */
  after: Days.default(2),
  /** After it was sent; null: it does not arrive. */
  served: Days.nullable().default(2),
  /** null: no answer comes. */
  answer: z.enum(['agree', 'agree_in_part', 'refuse']).nullable().default('agree'),
  /** After service. */
  answered: Days.default(8),
  /** The refusal is set aside for the public interest (REG 15, 32). */
  overridden: z.boolean().default(false),
});

/** A remedy so many days after service of the reply; a result of null: not decided yet. */
const Remedy = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('complaint'), after: Days, result: z.literal('answered').nullable() }),
  z.strictObject({
    kind: z.literal('reconsideration'),
    after: Days,
    result: commandSchemas.recordReconsiderationDecision.shape.result.nullable(),
  }),
  z.strictObject({ kind: z.literal('litigation'), after: Days, result: commandSchemas.recordJudgment.shape.result.nullable() }),
]);

const course = {
  organ: Code,
  channel: ChannelName,
  category: z.enum(APPLICANT_CATEGORIES).default('natural_person'),
  /** Calendar days from arrival to T, for what has to be confirmed. */
  arrivedBefore: Days.default(0),
  /** After T or arrival; more than one is late. */
  loggedAfter: Days.default(0),
  /** Whether the reason of logging late is known. */
  lateReason: z.boolean().default(true),
  /** Whether the clerk registers it, which is not needed to accept it. */
  registered: z.boolean().default(true),
  acceptedAfter: Days.default(1),
  /** One for each item. */
  decisions: z
    .array(Decision)
    .min(1)
    .default([{ code: 'granted' }]),
  correction: z
    .strictObject({ after: Days, served: Days.default(2), answered: Days.nullable() })
    .nullable()
    .default(null),
  consultations: z.array(Consultation).default([]),
  /** Proposed so many days before the reply is due. */
  extension: z
    .strictObject({ workingDays: z.int().min(1).max(20), before: Days.default(3) })
    .nullable()
    .default(null),
  /** Yuan: so many items at the rate of the first tier that is charged. */
  fee: z
    .strictObject({
      after: Days,
      served: Days.default(2),
      amount: z
        .int()
        .min(FEE_EACH)
        .max(20 * FEE_EACH)
        .multipleOf(FEE_EACH),
      paid: Days.nullable(),
    })
    .nullable()
    .default(null),
  /** A notice that somebody tries to send after its day: the law refuses it. */
  tooLate: z.enum(['correction', 'extension']).nullable().default(null),
  /** After acceptance. */
  withdrawnAfter: Days.nullable().default(null),
  /** Days of the period used up when the reply goes out; more than there are is late. */
  replyAfter: Days,
  sentBack: z.boolean().default(false),
  mode: DispatchMode.default('ems'),
  /** After dispatch. */
  servedAfter: Days.default(2),
  returned: z.boolean().default(false),
  /** Whether it is suggested that everybody should have the information (REG 44). */
  suggested: z.boolean().default(false),
  /** After service. */
  filedAfter: Days.default(6),
  remedies: z.array(Remedy).default([]),
} as const;

/** What happens to one application, in days between one thing and the next. */
export const CourseShape = z.strictObject(course);
export type CourseShape = z.infer<typeof CourseShape>;

/** The same with the day everything counts from. */
export type Course = CourseShape & {
  /** Its number in the plan. */
  readonly n: number;
  /** The date of receipt (T) that it is meant to have; a working day. */
  readonly receivedOn: LocalDate;
};
