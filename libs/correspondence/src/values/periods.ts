import { inForce, isInForce, type RuleKey } from '@gongkai/statutes';
import { counted } from './sentence.js';
import type { Telling } from './telling.js';

/** A period in working days, as a paper says it: by the rule of the day of receipt, or of today where it had none then. */
export function workingDays(rule: RuleKey, { matter, words }: Telling): string | undefined {
  return counted(words.period.working_day, daysOf(rule, matter));
}

/** So many days a rule gives; undefined where it gives none yet. */
export function daysOf(rule: RuleKey, { reckoned: { law, ledger, today } }: Telling['matter']): number | undefined {
  const on = ledger.receivedOn ?? today;
  const day = isInForce(law.statute, rule, on) ? on : today;
  return isInForce(law.statute, rule, day) ? Number(inForce(law.statute, rule, day)) : undefined;
}
