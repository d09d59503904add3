import { z } from 'zod';

const workingDays = z.int().min(0).max(250).describe('a whole number of working days');
const calendarDays = z.int().min(1).max(366).describe('a whole number of calendar days');
const months = z.int().min(1).max(60).describe('a whole number of months');
const monthDay = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'must be a month and day, MM-DD');
const receiptDay = z.enum(['submitted', 'signed', 'confirmed']);

/**
 * Every rule a statute pack must answer, and what its value may be. A rule that the law leaves open is a choice of the office;
 * `config/statutes/*.yaml` gives the shipped value and its basis. Units are in the name or in the comment.
 */
export const ruleKeys = {
  /** Which day of an arrival is the date of receipt T, per channel (REG 31). */
  'receipt.in_person': receiptDay,
  'receipt.registered_mail': receiptDay,
  'receipt.ems': receiptDay,
  'receipt.ordinary_mail': receiptDay,
  'receipt.fax': receiptDay,
  'receipt.web': receiptDay,
  'receipt.email': receiptDay,
  /** auto: the portal's success message is the mutual confirmation; manual: only if announced beforehand (Guiding Case 26). */
  'receipt.web.mode': z.enum(['auto', 'manual']),
  /** A signed letter addressed to another section: T by confirmation, or the day the organ signed. */
  'receipt.misaddressed': z.enum(['confirm', 'sign']),

  /** Working days after T within which the correction notice must be dispatched. */
  'correction.notice_days': workingDays,
  'correction.rounds': z.literal(1),
  /** Working days offered to the applicant by default. */
  'correction.applicant_period': workingDays.min(1),
  'correction.grounds': z.array(z.string().min(1)).min(1),
  'correction.partial': z.literal('whole'),
  'correction.late_notice': z.enum(['forbid', 'allow_no_restart', 'allow_restart']),
  'correction.late_answer': z.enum(['new_application', 'accept_if_good_reason', 'accept_if_open']),
  /** Working days one waits for letters still in the mail before closing as abandoned. */
  'correction.mail_grace': workingDays,
  'correction.in_time_by': z.enum(['received', 'posted']),

  /** Working days after T for the reply. */
  'reply.days': workingDays.min(1),
  /** Working days, sum of all extensions for one T. */
  'extension.max_total': workingDays,
  'extension.max_count': z.int().min(0).max(20),
  'extension.latest': z.literal('due_date'),

  /** Working days from receipt of the letter. */
  'consult.third_party.days': workingDays.min(1),
  'consult.joint.days': workingDays.min(1),
  'consult.related.days': workingDays.min(1),
  'consult.stop_from': z.enum(['dispatch', 'delivery']),
  'consult.stop_to': z.enum(['answer_or_lapse', 'fixed_15']),
  /** Whether the time of a letter that came back counts as stopped once a later letter to the same party was delivered. */
  'consult.undelivered': z.enum(['delivered_letter_only', 'from_first_letter']),
  'consult.secrecy.stops': z.boolean(),
  /** Working days between telling the third party and release. */
  'third_party.release_hold': workingDays,
  'reasons.effect': z.literal('none'),

  'fee.enabled': z.boolean(),
  /** Working days from the day after the fee notice was received. */
  'fee.pay_days': workingDays.min(1),
  /** A fee notice is in time up to the day the reply is due. */
  'fee.notice_latest': z.literal('due_date'),
  'fee.restart': z.literal('full'),
  'fee.tiers': z.string().min(1),
  'fee.month_basis': z.literal('T'),
  'fee.scope': z.literal('organ'),
  'fee.partial': z.literal('unpaid'),

  'service.post.date': z.literal('posting'),
  'service.electronic.requires_consent': z.boolean(),
  /** Calendar days after publication. */
  'service.public_notice_days': calendarDays,
  'deadline.cutoff': z.literal('date'),
  'calendar.region': z.string().min(1),
  'calendar.unknown_year': z.literal('provisional'),
  'applicant.allow_foreign': z.boolean(),

  /** Working days: proactive publication after creation or change (REG 26), and after the decision to promote (REG 44). */
  'proactive.days': workingDays.min(1),
  'promote.days': workingDays.min(1),
  /** Months between two assessments of withheld information. */
  'review.cycle': months,
  /** Working days. */
  'record_correction.days': workingDays.min(1),
  'redo.days': workingDays.min(1),
  /** Calendar days. */
  'complaint.days': calendarDays,

  /** Calendar days for the applicant to apply for reconsideration; months at most where rights were not told. */
  'reconsideration.apply_days': calendarDays,
  'reconsideration.apply_max_months': months,
  /** Working days. */
  'reconsideration.accept_days': workingDays,
  'reconsideration.copy_days.summary': workingDays,
  'reconsideration.copy_days.ordinary': workingDays,
  'reconsideration.answer_days.summary': workingDays,
  'reconsideration.answer_days.ordinary': workingDays,
  /** Calendar days from acceptance. */
  'reconsideration.decision_days.summary': calendarDays,
  'reconsideration.decision_days.ordinary': calendarDays,
  'reconsideration.decision_extension_days': calendarDays,

  'litigation.direct_months': months,
  'litigation.no_reply_months': months,
  'litigation.apply_max_months': months,
  /** Calendar days. */
  'litigation.after_reconsideration_days': calendarDays,
  'litigation.defence_days': calendarDays,
  /** How long the court of first instance may take: calendar days in the summary procedure, months in the ordinary one. */
  'litigation.judgment_days.summary': calendarDays,
  'litigation.judgment_months.ordinary': months,
  /** Calendar days. */
  'litigation.appeal_days.judgment': calendarDays,
  'litigation.appeal_days.ruling': calendarDays,

  'mixed_items.report_row': z.enum(['partly_granted', 'granted']),
  'report.main_item': z.enum(['first', 'chosen']),
  'report.arl69': z.enum(['upheld', 'other_result']),
  'report.due.department': monthDay,
  'report.due.government': monthDay,
  'archive.due': monthDay,
  'archive.retention': z.enum(['10_years', '30_years', 'permanent']),
} as const satisfies Record<string, z.ZodType>;

/** The name of a rule, as in `config/statutes`. */
export type RuleKey = keyof typeof ruleKeys;
/** What the value of a rule is. */
export type RuleValue<K extends RuleKey> = z.infer<(typeof ruleKeys)[K]>;
