import { z } from 'zod';
import { Day } from './day.js';
import { ConsultationKind } from './deadline-facts.js';

/** What the statutory clock of a case does. */
export const ClockState = z.enum([
  'not_started',
  'running',
  'awaiting_correction',
  'awaiting_payment',
  'deemed_abandoned',
  'withdrawn',
]);
export type ClockState = z.infer<typeof ClockState>;

export const ConsultationDeadline = z
  .strictObject({
    id: z.string(),
    kind: ConsultationKind,
    /** Last day for the answer; null while the letter is not served or where no period runs. */
    answerDue: Day.nullable(),
    closedOn: Day.nullable(),
    closedBy: z.enum(['answer', 'lapse']).nullable(),
    /** Working days of its own window, before overlaps are united. */
    excludedWorkingDays: z.int(),
    effectOfSilence: z.enum(['organ_decides', 'deemed_consent']).nullable(),
  })
  .meta({ id: 'ConsultationDeadline' });
export type ConsultationDeadline = z.infer<typeof ConsultationDeadline>;

/** Why a date is what it is: from which day, how many days counted, which days did not and why. */
export const Derivation = z
  .strictObject({
    deadline: z.string(),
    article: z.string(),
    rule: z.string(),
    from: Day,
    /** Days counted in (from, due]; null for a date that a person set. */
    counted: z.int().nullable(),
    skipped: z.array(z.strictObject({ date: Day, reason: z.string() })),
    due: Day,
    statuteVersion: z.string(),
    calendarVersion: z.string(),
  })
  .meta({ id: 'Derivation' });
export type Derivation = z.infer<typeof Derivation>;

export const ExtensionRefused = z
  .strictObject({
    code: z.enum(['clock_not_running', 'late', 'second', 'over_limit']),
    dispatchedOn: Day,
    /** The date due that day; null where none was known. */
    due: Day.nullable(),
    article: z.string(),
  })
  .meta({ id: 'ExtensionRefused' });
export type ExtensionRefused = z.infer<typeof ExtensionRefused>;

/** Every deadline of a case with its derivation. All periods are working days unless the derivation says otherwise. */
export const Ledger = z
  .strictObject({
    /** The first date of receipt T; a restart never moves it. */
    receivedOn: Day.nullable(),
    correctionNoticeDeadline: Day.nullable(),
    replyDueAtRegistration: Day.nullable(),
    clock: ClockState,
    replyDue: Day.nullable(),
    extendedDue: Day.nullable(),
    /** The date on the dashboard. */
    finalDue: Day.nullable(),
    consultations: z.array(ConsultationDeadline),
    /** Null while it reaches an unpublished year. */
    correctionDueFromApplicant: Day.nullable().optional(),
    lateCorrection: z.literal(true).optional(),
    restartedOn: Day.optional(),
    feePaymentDue: Day.nullable().optional(),
    /** A fee that was asked in error was taken back on that day, and has moved no date. */
    feeLiftedOn: Day.optional(),
    extensionRefused: ExtensionRefused.optional(),
    calendarUnknownFrom: Day.optional(),
    provisionalReplyDue: Day.optional(),
    provisionalFinalDue: Day.optional(),
    /** As if the organ had received it when it signed for it; null while that reaches an unpublished year. */
    cautiousFinalDue: Day.nullable().optional(),
    derivation: z.array(Derivation),
  })
  .meta({ id: 'Ledger' });
export type Ledger = z.infer<typeof Ledger>;
