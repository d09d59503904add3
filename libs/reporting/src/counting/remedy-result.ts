import type { APPEAL_ENDS, CommandOf } from '@gongkai/contracts';
import type { ReconsiderationOutcome, ReportedRemedy, SuitOutcome } from '@gongkai/statutes';
import type { CountedRemedy, Period } from './counted.js';

/** What is recorded of a decision, in the words of the report. */
const DECIDED: Readonly<Record<string, ReconsiderationOutcome>> = {
  upheld: 'upheld',
  rejected: 'claim_rejected',
  changed: 'changed',
  annulled: 'annulled',
  confirmed_illegal: 'confirmed_illegal',
  ordered: 'ordered_to_perform',
  void: 'confirmed_void',
  not_accepted: 'not_accepted',
  application_dismissed: 'application_dismissed',
  withdrawn: 'withdrawn',
  terminated: 'terminated',
  mediated: 'mediated',
} satisfies Record<CommandOf<'recordReconsiderationDecision'>['result'], ReconsiderationOutcome>;
/** Where an appeal changed nothing, the case has the result of its first instance. */
type AppealEnd = (typeof APPEAL_ENDS)[number];
const JUDGED: Readonly<Record<string, SuitOutcome>> = {
  dismissed: 'claim_dismissed',
  annulled: 'annulled',
  ordered: 'ordered_to_perform',
  confirmed_illegal: 'confirmed_illegal',
  void: 'confirmed_void',
  changed: 'changed',
  rejected: 'suit_rejected',
  withdrawn: 'withdrawn',
  transferred: 'transferred',
} satisfies Record<Exclude<CommandOf<'recordJudgment'>['result'], AppealEnd>, SuitOutcome>;

/** A remedy as it stood on the last day of the period: what was decided later is pending there. */
export function reportedRemedy({ kind, afterReconsideration, closedOn, result }: CountedRemedy, { to }: Period): ReportedRemedy {
  const over = closedOn !== null && closedOn <= to ? (result ?? '') : '';
  if (kind === 'reconsideration') return { procedure: 'reconsideration', outcome: DECIDED[over] ?? null };
  return {
    procedure: 'suit',
    after: afterReconsideration ? 'reconsideration' : 'nothing',
    outcome: JUDGED[over] ?? null,
  };
}
