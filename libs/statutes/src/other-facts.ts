import { z } from 'zod';
import { Decision } from './decision-codes.js';
import { Day } from '@gongkai/contracts';

/** `about`: the remedy, item or notice a fact belongs to, where a case has several. */
const dated = { on: Day, about: z.string().min(1).optional() };
const Track = z.enum(['summary', 'ordinary']);
/** Present where the notice did not name the remedies; `learnedOn` is the day the applicant came to know of them. */
const RightsNotTold = z.strictObject({ learnedOn: Day.optional() });

const PublicationFacts = [
  /** Information that must be published was made or changed (REG 26). */
  z.strictObject({ type: z.literal('information_created'), ...dated }),
  /** Information asked for is to be published to everyone (REG 44). */
  z.strictObject({ type: z.literal('promotion_decided'), ...dated }),
  z.strictObject({ type: z.literal('information_published'), ...dated }),
  /** Information was withheld, or its withholding was confirmed (REG 18). */
  z.strictObject({ type: z.literal('information_withheld'), ...dated }),
  z.strictObject({ type: z.literal('withholding_reviewed'), ...dated }),
] as const;

const OfficeFacts = [
  z.strictObject({ type: z.literal('complaint_received'), ...dated }),
  z.strictObject({ type: z.literal('complaint_answered'), ...dated }),
  /** Someone asks for a record about themselves to be put right (REG 41). */
  z.strictObject({ type: z.literal('record_correction_requested'), ...dated }),
  z.strictObject({ type: z.literal('record_correction_answered'), ...dated }),
  /** What was decided of it reached who asked: against that there is either way (ARL 20; ALL 46). */
  z.strictObject({ type: z.literal('record_correction_served'), ...dated }),
  z.strictObject({ type: z.literal('public_notice_published'), ...dated }),
  z.strictObject({ type: z.literal('case_closed'), ...dated }),
  z.strictObject({ type: z.literal('case_filed'), ...dated }),
  /** The year of an annual report is over; departments and governments have different days (REG 49). */
  z.strictObject({
    type: z.literal('reporting_year_ended'),
    year: z.int().min(2008).max(2200),
    level: z.enum(['department', 'government']),
  }),
  z.strictObject({ type: z.literal('annual_report_published'), on: Day, year: z.int() }),
  /** A decision or judgment to answer anew was served; `workingDays` where it sets its own period. */
  z.strictObject({ type: z.literal('redo_ordered'), ...dated, workingDays: z.int().min(1).max(250).optional() }),
  z.strictObject({ type: z.literal('redo_answered'), ...dated }),
] as const;

const ApplicantFacts = [
  /** The reply reached the applicant, by whatever proof. */
  z.strictObject({
    type: z.literal('reply_served'),
    ...dated,
    decisions: z.array(Decision).min(1),
    madeOn: Day,
    rightsNotTold: RightsNotTold.optional(),
  }),
  /** Deemed abandoned: the first day on which the application is no longer handled (REG 30; FEE). */
  z.strictObject({ type: z.literal('handling_ended'), ...dated, cause: z.enum(['correction', 'fee']) }),
  /** The reply period passed without a reply; `on` is its last day. */
  z.strictObject({ type: z.literal('reply_period_ended'), ...dated }),
] as const;

const RemedyFacts = [
  z.strictObject({ type: z.literal('reconsideration_applied'), ...dated }),
  z.strictObject({ type: z.literal('reconsideration_accepted'), ...dated, track: Track }),
  /** The decision period was prolonged; possible on the ordinary track only (ARL 62). */
  z.strictObject({ type: z.literal('reconsideration_extended'), ...dated }),
  /** Without a track the answer is planned for the one that asks for it first (ARL 48, 54). */
  z.strictObject({ type: z.literal('reconsideration_copy_received'), ...dated, track: Track.optional() }),
  z.strictObject({ type: z.literal('reconsideration_answered'), ...dated }),
  /** The decision on a reconsideration was served on the applicant. */
  z.strictObject({ type: z.literal('reconsideration_decided'), ...dated, rightsNotTold: RightsNotTold.optional() }),
  /** The decision period passed without a decision; `on` is its last day. */
  z.strictObject({ type: z.literal('reconsideration_period_ended'), ...dated }),
  z.strictObject({ type: z.literal('suit_copy_received'), ...dated }),
  z.strictObject({ type: z.literal('defence_filed'), ...dated }),
  z.strictObject({ type: z.literal('judgment_served'), ...dated, form: z.enum(['judgment', 'ruling']) }),
  z.strictObject({ type: z.literal('appeal_filed'), ...dated }),
] as const;

/** A fact outside the clock of the application that starts or ends another deadline. */
export const OtherFact = z.discriminatedUnion('type', [...PublicationFacts, ...OfficeFacts, ...ApplicantFacts, ...RemedyFacts]);
export type OtherFact = z.infer<typeof OtherFact>;
export type OtherFactType = OtherFact['type'];
export type OtherFactOf<T extends OtherFactType> = Extract<OtherFact, { type: T }>;
