import { z } from 'zod';
import { Day } from './day.js';
import { ConsultationKind } from './deadline-facts.js';
import { ClockState, ConsultationDeadline, Derivation, Ledger } from './ledger.js';

/** A deadline beside the application's own clock. */
export const OtherDue = z
  .object({
    deadline: z.string(),
    article: z.string(),
    /** null while it depends on a year whose calendar is not published. */
    due: Day.nullable(),
    /** Instead of `due`: the estimate, never to be shown without saying so. */
    provisionalDue: Day.optional(),
    about: z.string().optional(),
    /** The day it was met: nothing is owed any more. */
    metOn: Day.optional(),
  })
  .meta({ id: 'OtherDue' });

/** How a period is counted: `day_passed` only has to pass, `date_next_year` is a fixed day. */
export const PERIOD_KINDS = ['working_day', 'calendar_day', 'day_passed', 'month', 'date_next_year'] as const;
export type PeriodKind = (typeof PERIOD_KINDS)[number];

/** Such a deadline with its derivation: the fact that started it, and in what it is counted. */
export const OtherDueExplained = OtherDue.extend({
  startedBy: z.string(),
  unit: z.enum(PERIOD_KINDS),
  derivation: Derivation,
}).meta({ id: 'OtherDueExplained' });
export type OtherDueExplained = z.infer<typeof OtherDueExplained>;

/**
 * The clock of a case. What somebody waits for has a day also while it reaches a year without a published calendar: the estimate,
 * never to be shown without saying so.
 */
export const CaseLedger = Ledger.extend({
  consultations: z.array(
    ConsultationDeadline.extend({ provisionalAnswerDue: Day.optional() }).meta({ id: 'CaseConsultationDeadline' }),
  ),
  provisionalCorrectionNoticeDeadline: Day.optional(),
  provisionalCorrectionDueFromApplicant: Day.optional(),
  provisionalFeePaymentDue: Day.optional(),
  provisionalCautiousFinalDue: Day.optional(),
}).meta({ id: 'CaseLedger' });
export type CaseLedger = z.infer<typeof CaseLedger>;

/** Every deadline of a case with its derivation, and the deadlines beside its clock with theirs. */
export const LedgerView = CaseLedger.extend({ others: z.array(OtherDueExplained) }).meta({ id: 'LedgerView' });
export type LedgerView = z.infer<typeof LedgerView>;

/** Why an applicant has no period for a remedy once the case is over. */
export const NO_REMEDY = ['withdrawn', 'merged', 'voided', 'service_unknown'] as const;
export type NoRemedy = (typeof NO_REMEDY)[number];

/** Every deadline of a case; its clock says as well when it is stopped, and by which letters that are still to be answered. */
export const CaseDeadlines = CaseLedger.omit({ derivation: true })
  .extend({
    clock: z.enum([...ClockState.options, 'stopped']),
    stoppedBy: z.array(z.object({ id: z.string(), kind: ConsultationKind })),
    others: z.array(OtherDue),
    noRemedy: z
      .enum(NO_REMEDY)
      .nullable()
      .describe('Why a case that is over has no period for a remedy; null where there is one'),
  })
  .meta({ id: 'CaseDeadlines' });
export type CaseDeadlines = z.infer<typeof CaseDeadlines>;
