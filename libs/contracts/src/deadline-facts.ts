import { z } from 'zod';
import { Day } from './day.js';

const SignedMail = {
  postedOn: Day.optional(),
  signedOn: Day,
  /** Addressed to another section or to a person in the organ. */
  misaddressed: z.literal(true).optional(),
  confirmedOn: Day.optional(),
};
const Confirmed = { submittedOn: Day, confirmedOn: Day.optional() };

/** The channels an application comes through (REG 28, 29). */
export const CHANNELS = ['in_person', 'registered_mail', 'ems', 'ordinary_mail', 'fax', 'web', 'email'] as const;
export type Channel = (typeof CHANNELS)[number];

/** What is known of an application's arrival. The statute settles the date of receipt T from it (REG 31). */
export const Receipt = z
  .discriminatedUnion('channel', [
    z.strictObject({ channel: z.literal('in_person'), submittedOn: Day }),
    z.strictObject({ channel: z.literal('ems'), ...SignedMail }),
    z.strictObject({ channel: z.literal('registered_mail'), ...SignedMail }),
    z.strictObject({ channel: z.literal('ordinary_mail'), arrivedOn: Day, confirmedOn: Day.optional() }),
    z.strictObject({ channel: z.literal('web'), ...Confirmed }),
    z.strictObject({ channel: z.literal('fax'), ...Confirmed }),
    z.strictObject({ channel: z.literal('email'), ...Confirmed }),
  ])
  .meta({ id: 'DeadlineReceipt' });
export type Receipt = z.infer<typeof Receipt>;

export const CONSULTATION_KINDS = ['third_party', 'joint_organ', 'other_organ', 'secrecy_authority'] as const;
export const ConsultationKind = z.enum(CONSULTATION_KINDS);
export type ConsultationKind = z.infer<typeof ConsultationKind>;

export const PeriodUnit = z.enum(['working_day', 'calendar_day']);
export type PeriodUnit = z.infer<typeof PeriodUnit>;

/** A fact that moves a deadline. The order in which facts are given does not matter. */
export const DeadlineEvent = z
  .discriminatedUnion('type', [
    z.strictObject({
      type: z.literal('correction_notice_received'),
      on: Day,
      period: z.int().min(1).max(366),
      periodUnit: PeriodUnit,
      dispatchedOn: Day.optional(),
    }),
    z.strictObject({ type: z.literal('correction_received'), on: Day }),
    z.strictObject({ type: z.literal('correction_not_received') }),
    z.strictObject({
      type: z.literal('consultation'),
      id: z.string().min(1).max(100),
      kind: ConsultationKind,
      dispatchedOn: Day,
      receivedByConsultedOn: Day.optional(),
      answeredOn: Day.optional(),
    }),
    z.strictObject({ type: z.literal('extension'), dispatchedOn: Day, workingDays: z.int().min(1).max(20) }),
    z.strictObject({ type: z.literal('fee_notice_received'), on: Day }),
    z.strictObject({ type: z.literal('fee_paid'), on: Day }),
    z.strictObject({ type: z.literal('fee_not_paid') }),
    z.strictObject({ type: z.literal('delay_set'), until: Day, on: Day.optional() }),
    z.strictObject({ type: z.literal('withdrawn'), on: Day }),
  ])
  .meta({ id: 'DeadlineEvent' });
export type DeadlineEvent = z.infer<typeof DeadlineEvent>;

/** The question of `gongkai deadlines` and `POST /api/v1/deadlines`. */
export const DeadlinesRequest = z
  .strictObject({
    receipt: Receipt,
    events: z.array(DeadlineEvent).max(1000).default([]),
    asOf: Day.optional(),
    statute: z.string().min(1).optional(),
  })
  .meta({ id: 'DeadlinesRequest' });
export type DeadlinesRequest = z.infer<typeof DeadlinesRequest>;
