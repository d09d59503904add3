import { z } from 'zod';
import { Day } from './day.js';
import { PutOff } from './snooze.js';
import { PersonRef } from './views.js';

/** A deadline that rings, a step that has become somebody's turn, or what others have done in a case that somebody holds. */
export const NotificationKind = z.enum(['reminder', 'turn', 'news']);

/** What others have done in a case, for whom it asks no step. */
export const NewsName = z.enum([
  'withdrawn',
  'item-withdrawn',
  'handed-back',
  'paper-sent-back',
  'letter-not-mailed',
  'unit-asked',
  'unit-answered',
  'order-issued',
  'order-repeated',
  'order-answered',
  'order-closed',
  'answered-by-link',
  'mentioned',
  'watched',
  'calendar-changed',
  'calendar-returned',
  'report-entry-submitted',
  'entry-proposed',
  'rectification-demanded',
  'rectification-repeated',
  'assessment-told',
  'assessment-settled',
]);
export type NewsName = z.infer<typeof NewsName>;

/** How a person has reminders mailed: those of a round in one letter, or each by itself. */
export const ReminderMails = z.strictObject({ mails: z.enum(['digest', 'each']) }).meta({ id: 'ReminderMails' });
export type ReminderMails = z.infer<typeof ReminderMails>;

/** Where a notification stands on its way out: `shown` went to no mailbox, and `proof` says why. */
const DELIVERIES = ['waiting', 'sent', 'shown', 'failed'] as const;
export const DeliveryState = z.enum(DELIVERIES);
export type DeliveryState = z.infer<typeof DeliveryState>;

/** One ring of a deadline, as its ladder has it. */
export const Ring = z
  .object({
    /** Name of the deadline, e.g. `finalDue`. */
    deadline: z.string(),
    /** The consultation or remedy it belongs to. */
    about: z.string().nullable(),
    due: Day,
    /** The date rests on a calendar that is not published yet. */
    provisional: z.boolean(),
    /** Name of the rung in `config/reminders.yaml`. */
    rung: z.string(),
    /** From the deadline to the day of the ring; negative before it. */
    workingDays: z.int(),
    on: Day,
    /** 0 the first time, then how often it has come again. */
    attempt: z.int(),
  })
  .meta({ id: 'Ring' });
export type Ring = z.infer<typeof Ring>;

/** What a person was told in the program. */
export const NotificationView = z
  .object({
    id: z.string(),
    kind: NotificationKind,
    at: z.iso.datetime(),
    /** null where it is about what an organ owes without a case. */
    case: z.object({ id: z.string(), number: z.string(), subject: z.string() }).nullable(),
    /** The organ that owes it, then; `ring` says what: `about` is a year, a number, or the id of a demand. */
    organ: z.object({ code: z.string(), name: z.object({ 'zh-CN': z.string(), en: z.string() }) }).optional(),
    /** With a reminder. */
    ring: Ring.nullable(),
    /** With a reminder: working days in (today, due], as it is read; negative once it is past. */
    daysLeft: z.int().nullable(),
    /** With a turn: the command that is expected. */
    step: z.string().nullable(),
    /** With a turn: the applicant waits at the counter for the answer, today. */
    onTheSpot: z.literal(true).optional(),
    /** With news: what has become of the case. */
    news: NewsName.optional(),
    /** With news of what was entered into an annual report of `organ`: into which. */
    report: z.object({ year: z.string(), scope: z.string() }).optional(),
    /** With news of an assessment, or of what it demands of `organ`: the id of it. */
    about: z.string().optional(),
    /** With news of one entry in the journal of the case: which. */
    entryId: z.string().optional(),
    /** With news of a case that the reader watches: how many steps others have taken since. */
    steps: z.int().optional(),
    /** With news that tell of several cases at once, of which this is the first: how many. */
    cases: z.int().optional(),
    /** Who would have been told, were they not absent or silent. */
    inSteadOf: PersonRef.nullable(),
    /** It comes again until somebody acknowledges it. */
    mustAcknowledge: z.boolean(),
    acknowledgedAt: z.iso.datetime().nullable(),
    /** It was acknowledged by nobody: what it told of is done, has another day, or is another's. */
    settled: z.boolean(),
    /** Its reader can put it off now: a moment is left before its next ring and its day. */
    mayPutOff: z.literal(true).optional(),
    /** Its reader has put it off: before that moment it is not unread. */
    putOffUntil: z.iso.datetime().optional(),
  })
  .meta({ id: 'NotificationView' });
export type NotificationView = z.infer<typeof NotificationView>;

/**
 * What is not acknowledged first, by the day it is due, and newest first among equals; `unread` counts all of that. Of several
 * reminders of one deadline the last alone is unread.
 */
export const NotificationList = z
  .object({ items: z.array(NotificationView), nextCursor: z.string().nullable(), unread: z.int() })
  .meta({ id: 'NotificationList' });
export type NotificationList = z.infer<typeof NotificationList>;

/** The query of `GET /notifications`. */
export const NotificationQuery = z.strictObject({
  unread: z.enum(['true', 'false']).optional().describe('true: only what is not acknowledged'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(400).optional(),
});
export type NotificationQuery = z.infer<typeof NotificationQuery>;

/** How many notifications were acknowledged together. */
export const Acknowledged = z.object({ acknowledged: z.int() }).meta({ id: 'Acknowledged' });
export type Acknowledged = z.infer<typeof Acknowledged>;

/** A reminder as the case records it: who was told what, when, and the proof that it went out. */
export const ReminderView = z
  .object({
    id: z.string(),
    ring: Ring,
    person: PersonRef,
    inSteadOf: PersonRef.nullable(),
    /** Name of the list of recipients in `config/reminders.yaml`. */
    toldAs: z.string(),
    recordedAt: z.iso.datetime(),
    /** When the quiet hours were over. */
    notBefore: z.iso.datetime(),
    delivery: DeliveryState,
    mailTo: z.string().nullable(),
    sentAt: z.iso.datetime().nullable(),
    messageId: z.string().nullable(),
    /** What the mail server answered, or why nothing was mailed. */
    proof: z.string().nullable(),
    mustAcknowledge: z.boolean(),
    acknowledgedAt: z.iso.datetime().nullable(),
    /** It was acknowledged by nobody: what it told of is done, has another day, or is another's. */
    settled: z.boolean(),
    /** Each time its reader put it off. */
    putOff: z.array(PutOff).optional(),
  })
  .meta({ id: 'ReminderView' });
export type ReminderView = z.infer<typeof ReminderView>;

export const ReminderList = z.object({ items: z.array(ReminderView), nextCursor: z.null() }).meta({ id: 'ReminderList' });
export type ReminderList = z.infer<typeof ReminderList>;
