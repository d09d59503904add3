import type { LocalDate } from '@gongkai/calendar';
import type { ConsultationKind } from '@gongkai/contracts';
import { articleInForce, inForce, type Statute } from './in-force.js';
import type { RuleKey, RuleValue } from './rule-keys.js';

/** A number of days the law gives, the rule it stands in, and its article. */
export type Period = { readonly days: number; readonly rule: string; readonly article: string };

/** What a consultation of one kind does to the clock. */
export type ConsultationLaw = {
  /** null: the law sets no period and silence never ends it. */
  readonly answer: Period | null;
  readonly effectOfSilence: 'organ_decides' | 'deemed_consent' | null;
  /** Whether a letter that is neither served nor answered stops the clock all the same. */
  readonly stopsUnserved: boolean;
};

/** The statute's answers to every question the clock asks, as in force for one application. Periods are working days. */
export type ClockLaw = {
  readonly version: string;
  readonly correctionNotice: Period;
  readonly correctionArticle: string;
  readonly reply: Period;
  /** The reply of a round ordered anew, where the order sets no period. */
  readonly redo: Period;
  readonly extension: Period;
  readonly extensionsPerReceipt: number;
  readonly delayArticle: string;
  readonly feePayment: Period | null;
  readonly consultations: Readonly<Record<ConsultationKind, ConsultationLaw>>;
  readonly choice: {
    readonly lateNotice: RuleValue<'correction.late_notice'>;
    readonly lateAnswer: RuleValue<'correction.late_answer'>;
    readonly inTimeBy: RuleValue<'correction.in_time_by'>;
    readonly stopFrom: RuleValue<'consult.stop_from'>;
    readonly stopTo: RuleValue<'consult.stop_to'>;
    readonly undelivered: RuleValue<'consult.undelivered'>;
    readonly secrecyStops: boolean;
  };
};

type DaysRule = { [K in RuleKey]: RuleValue<K> extends number ? K : never }[RuleKey];

const cache = new WeakMap<Statute, Map<LocalDate, ClockLaw>>();

/**
 * The law of the clock for an application first received on `receivedOn`. That first day decides which values apply,
 * for restarts too (law of 2007 before 2019-05-15: 15 working days; since then 20, REG 33).
 * @throws NotInForceError when a rule had no value yet
 */
export function clockLaw(statute: Statute, receivedOn: LocalDate): ClockLaw {
  const known = cache.get(statute) ?? new Map<LocalDate, ClockLaw>();
  cache.set(statute, known);
  const law = known.get(receivedOn) ?? readClockLaw(statute, receivedOn);
  known.set(receivedOn, law);
  return law;
}

function readClockLaw(statute: Statute, on: LocalDate): ClockLaw {
  const value = <K extends RuleKey>(key: K): RuleValue<K> => inForce(statute, key, on);
  const article = (key: RuleKey): string => articleInForce(statute, key, on);
  const period = (rule: DaysRule): Period => ({ days: value(rule), rule, article: article(rule) });
  return {
    version: `${statute.id}/${statute.version}`,
    correctionNotice: period('correction.notice_days'),
    correctionArticle: article('correction.applicant_period'),
    reply: period('reply.days'),
    redo: period('redo.days'),
    extension: period('extension.max_total'),
    extensionsPerReceipt: value('extension.max_count'),
    delayArticle: article('reasons.effect'),
    feePayment: feePayment(statute),
    consultations: {
      third_party: { answer: period('consult.third_party.days'), effectOfSilence: 'organ_decides', stopsUnserved: false },
      joint_organ: { answer: period('consult.joint.days'), effectOfSilence: 'deemed_consent', stopsUnserved: false },
      other_organ: { answer: period('consult.related.days'), effectOfSilence: 'organ_decides', stopsUnserved: false },
      secrecy_authority: { answer: null, effectOfSilence: null, stopsUnserved: true },
    },
    choice: {
      lateNotice: value('correction.late_notice'),
      lateAnswer: value('correction.late_answer'),
      inTimeBy: value('correction.in_time_by'),
      stopFrom: value('consult.stop_from'),
      stopTo: value('consult.stop_to'),
      undelivered: value('consult.undelivered'),
      secrecyStops: value('consult.secrecy.stops'),
    },
  };
}

/** The fee measures are younger than the Regulations: their payment period is that of the newest value. */
function feePayment(statute: Statute): Period | null {
  const { values, article } = statute.rules['fee.pay_days'];
  const newest = values.at(-1);
  return newest ? { days: newest.value, rule: 'fee.pay_days', article: newest.article ?? article } : null;
}

/** The first day on which a fee could be charged at all. */
export function feesInForceFrom(statute: Statute): LocalDate | undefined {
  return statute.rules['fee.pay_days'].values[0]?.from;
}
