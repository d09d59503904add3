import { EVIDENCE_FIELDS, RetentionPeriod } from '@gongkai/contracts';
import { z } from 'zod';

/** A range narrow enough to catch a slip of the pen, and wide enough for the next amendment. */
const range = (unit: string) => (min: number, max: number) => z.int().min(min).max(max).describe(`a whole number of ${unit}`);
const workingDays = range('working days');
const calendarDays = range('calendar days');
const months = range('months');
const monthDay = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'must be a month and day, MM-DD');
const mailDay = z.enum(['signed', 'confirmed']);
const sentDay = z.enum(['submitted', 'confirmed']);
const evidence = z.array(z.enum(EVIDENCE_FIELDS));

/**
 * Every rule a statute pack must answer, and what its value may be. A rule that the law leaves open is a choice of the office;
 * `config/statutes/*.yaml` gives the shipped value and its basis. Units are in the name or in the comment.
 */
export const ruleKeys = {
  /** Which day of an arrival is the date of receipt T, per channel (REG 31). */
  'receipt.in_person': z.literal('submitted'),
  'receipt.registered_mail': mailDay,
  'receipt.ems': mailDay,
  'receipt.ordinary_mail': mailDay,
  'receipt.fax': sentDay,
  'receipt.web': sentDay,
  'receipt.email': sentDay,
  /** auto: the portal's success message is the mutual confirmation; manual: only if announced beforehand (Guiding Case 26). */
  'receipt.web.mode': z.enum(['auto', 'manual']),
  /** A signed letter addressed to another section: T by confirmation, or the day the organ signed. */
  'receipt.misaddressed': z.enum(['confirm', 'sign']),

  /** What is asked of an arrival beside its day, in the order of the form. */
  'intake.evidence.in_person': evidence,
  'intake.evidence.registered_mail': evidence,
  'intake.evidence.ems': evidence,
  'intake.evidence.ordinary_mail': evidence,
  'intake.evidence.fax': evidence,
  'intake.evidence.web': evidence,
  'intake.evidence.email': evidence,

  /** Working days after T within which the correction notice must be dispatched. */
  'correction.notice_days': workingDays(1, 15),
  'correction.rounds': z.literal(1),
  /** Working days offered to the applicant by default. */
  'correction.applicant_period': workingDays(1, 60),
  'correction.grounds': z.array(z.string().min(1)).min(1),
  'correction.partial': z.literal('whole'),
  'correction.late_notice': z.enum(['forbid', 'allow_no_restart', 'allow_restart']),
  'correction.late_answer': z.enum(['new_application', 'accept_if_good_reason', 'accept_if_open']),
  /** Working days one waits for letters still in the mail before closing as abandoned. */
  'correction.mail_grace': workingDays(0, 30),
  'correction.in_time_by': z.enum(['received', 'posted']),

  /** Working days after T for the reply. */
  'reply.days': workingDays(10, 30),
  /** Working days, sum of all extensions for one T. */
  'extension.max_total': workingDays(10, 30),
  'extension.max_count': z.int().min(0).max(5),
  'extension.latest': z.literal('due_date'),

  /** Working days from receipt of the letter. */
  'consult.third_party.days': workingDays(5, 30),
  'consult.joint.days': workingDays(5, 30),
  'consult.related.days': workingDays(5, 60),
  'consult.stop_from': z.enum(['dispatch', 'delivery']),
  'consult.stop_to': z.enum(['answer_or_lapse', 'fixed_15']),
  /** Whether the time of a letter that came back counts as stopped once a later letter to the same party was delivered. */
  'consult.undelivered': z.enum(['delivered_letter_only', 'from_first_letter']),
  'consult.secrecy.stops': z.boolean(),
  /** Working days between telling the third party and release. */
  'third_party.release_hold': workingDays(0, 90),
  'reasons.effect': z.literal('none'),
  /** Working days from the day after the notice to explain was received. */
  'reasons.applicant_period': workingDays(1, 30),
  /** Months after receipt, or a restart, to which a reply can be delayed. */
  'delay.max_months': months(1, 24),

  'fee.enabled': z.boolean(),
  /** Working days from the day after the fee notice was received. */
  'fee.pay_days': workingDays(10, 30),
  /** A fee notice is in time up to the day the reply is due. */
  'fee.notice_latest': z.literal('due_date'),
  'fee.restart': z.literal('full'),
  'fee.tiers': z.string().min(1),
  'fee.month_basis': z.literal('T'),
  'fee.scope': z.literal('organ'),
  'fee.partial': z.literal('unpaid'),

  'service.post.date': z.literal('posting'),
  'service.electronic.requires_consent': z.boolean(),
  /** Working days after dispatch without word of service until somebody looks it up, and after a return until the next try. */
  'service.proof_days': workingDays(1, 60),
  'service.again_days': workingDays(1, 60),
  /** How many different ways have to fail before a public notice. */
  'service.public_notice_after': range('different ways')(2, 5),
  /** Calendar days after publication. */
  'service.public_notice_days': calendarDays(15, 90),
  'deadline.cutoff': z.literal('date'),
  'calendar.region': z.string().min(1),
  'calendar.unknown_year': z.literal('provisional'),
  'applicant.allow_foreign': z.boolean(),

  /** Working days: proactive publication after creation or change (REG 26), and after the decision to promote (REG 44). */
  'proactive.days': workingDays(10, 30),
  'promote.days': workingDays(5, 90),
  /** Months between two assessments of withheld information. */
  'review.cycle': months(1, 60),
  /** Working days. */
  'record_correction.days': workingDays(5, 90),
  'redo.days': workingDays(5, 90),
  /** Calendar days. */
  'complaint.days': calendarDays(5, 180),

  /** Calendar days for the applicant to apply for reconsideration; months at most where rights were not told. */
  'reconsideration.apply_days': calendarDays(30, 90),
  'reconsideration.apply_max_months': months(6, 24),
  /** Working days. */
  'reconsideration.accept_days': workingDays(3, 10),
  'reconsideration.copy_days.summary': workingDays(1, 7),
  'reconsideration.copy_days.ordinary': workingDays(3, 15),
  'reconsideration.answer_days.summary': workingDays(3, 10),
  'reconsideration.answer_days.ordinary': workingDays(5, 20),
  /** Calendar days from acceptance. */
  'reconsideration.decision_days.summary': calendarDays(15, 60),
  'reconsideration.decision_days.ordinary': calendarDays(30, 90),
  'reconsideration.decision_extension_days': calendarDays(10, 60),

  'litigation.direct_months': months(3, 12),
  'litigation.no_reply_months': months(3, 12),
  'litigation.apply_max_months': months(6, 60),
  /** Calendar days. */
  'litigation.after_reconsideration_days': calendarDays(10, 30),
  'litigation.defence_days': calendarDays(5, 30),
  /** How long the court of first instance may take: calendar days in the summary procedure, months in the ordinary one. */
  'litigation.judgment_days.summary': calendarDays(30, 90),
  'litigation.judgment_months.ordinary': months(3, 12),
  /** Calendar days. */
  'litigation.appeal_days.judgment': calendarDays(10, 30),
  'litigation.appeal_days.ruling': calendarDays(5, 20),

  'mixed_items.report_row': z.enum(['partly_granted', 'granted']),
  'report.main_item': z.enum(['first', 'chosen']),
  'report.arl69': z.enum(['upheld', 'other_result']),
  'report.due.department': monthDay,
  'report.due.government': monthDay,
  'archive.due': monthDay,
  /** Whether a case waits until nobody can challenge it any more before it is filed; while a remedy is open it waits in any case. */
  'archive.wait_for_remedies': z.boolean(),
  /** The table of retention periods: how long a case is kept, by how it went. */
  'archive.retention': z.strictObject({ answered: RetentionPeriod, unanswered: RetentionPeriod, remedied: RetentionPeriod }),
} as const satisfies Record<string, z.ZodType>;

/** The name of a rule, as in `config/statutes`. */
export type RuleKey = keyof typeof ruleKeys;
/** What the value of a rule is. */
export type RuleValue<K extends RuleKey> = z.infer<(typeof ruleKeys)[K]>;
