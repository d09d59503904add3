import { isLocalDate, type WorkingDays } from '@gongkai/calendar';
import {
  LAW_CODES,
  Refusal,
  type CommandType,
  type LawCode,
  type Reason,
  type RefusalDetails,
  type Role,
  type StepReason,
} from '@gongkai/contracts';
import type { CaseCommand } from './case-command.js';
import { openingFor, reasonOfGuard, type Opening } from './chart.js';
import { factTypesOf } from './fact-types-of.js';
import type { FactType } from './facts.js';
import { headOnly, permissions } from './permissions.js';
import type { Situation } from './situation.js';

/** The step belongs to somebody else. @param roles whose it is, where not all who may take such steps may take this one */
export const roleMissing = (step: CommandType, roles: readonly Role[] = permissions[step]): Reason => ({
  code: 'role-missing',
  details: { step, facts: { role: headOnly.has(step) ? 'ogi_head' : roles.join(',') } },
});

/** Who holds a case gives it out of their own hands; others assign it. */
export const HELD_BY_ANOTHER: Reason = { code: 'step-not-permitted', details: { step: 'handBack', reason: 'held-by-another' } };

/** What such a step is about decides alone: an order to act anew, which it can bring too, may come by another way as well. */
const LEADING: Readonly<Partial<Record<CaseCommand['type'], FactType>>> = {
  recordReconsiderationDecision: 'RECONSIDERATION_DECIDED',
  recordJudgment: 'JUDGMENT_RECORDED',
};

/** Why the chart does not open a step: null where one of the facts it can become is open. */
export function closedStep(
  step: CaseCommand['type'],
  openings: ReadonlyMap<FactType, Opening>,
  situation: Situation,
): Reason | null {
  const leading = LEADING[step];
  const types: readonly FactType[] = leading === undefined ? factTypesOf[step] : [leading];
  const answers = types.map((type) => openingFor(openings, type));
  if (answers.some(({ open }) => open)) return null;
  const reason = reasonOfOpening(step, answers.find((answer) => !answer.open && answer.guard !== null) ?? NOT_NOW, situation);
  return step === 'withdrawItem' ? ofLastItem(reason) : reason;
}

/** The last item goes with the whole application: the step for that is named. */
const ofLastItem = (reason: Reason): Reason =>
  reason.details.reason === 'single-item' ? { ...reason, details: { ...reason.details, reason: 'last-item' } } : reason;

const NOT_NOW: Opening = { open: false, guard: null };

/** What came back was not served: it is tried again first. */
const REPLY_RETURNED: Reason = { code: 'step-not-permitted', details: { step: 'recordService', reason: 'reply-returned' } };

/** Why this opening is closed, with the guard's reason and article. */
export function reasonOfOpening(step: string, opening: Opening, situation: Situation): Reason {
  if (step === 'recordService' && situation.replyReturned) return REPLY_RETURNED;
  if (opening.open || opening.guard === null) return notAtThisStage(step, situation);
  const { reason, article } = reasonOfGuard(opening.guard, situation);
  const details = { step, ...(article === undefined ? {} : { article }) };
  return isLawCode(reason)
    ? { code: reason, details }
    : { code: 'step-not-permitted', details: { ...details, reason: reason as StepReason } };
}

/** What people want to do first, and cannot before the receipt is settled (REG 31). */
const FIRST: ReadonlySet<string> = new Set<CommandType>(['accept', 'sendCorrectionNotice', 'decideItem', 'proposeExtension']);

const notAtThisStage = (step: string, { settled }: Situation): Reason => ({
  code: 'step-not-permitted',
  details:
    settled || !FIRST.has(step)
      ? { step, reason: 'not-at-this-stage' }
      : { step, article: 'REG 31', reason: 'receipt-not-settled' },
});

const isLawCode = (reason: string): reason is LawCode => (LAW_CODES as readonly string[]).includes(reason);

/** Facts of a reason that are ends of periods. The other days in it took place. */
const PERIOD_ENDS = ['due', 'until', 'from', 'deadline'];

/** Which days of a reason rest on a calendar that is not published: they are told as provisional. */
export function withEstimates(details: RefusalDetails, calendar: WorkingDays): RefusalDetails {
  const estimates = PERIOD_ENDS.filter((name) => {
    const day = details.facts?.[name];
    return isLocalDate(day) && calendar.isProvisional(day);
  });
  return estimates.length === 0 ? details : { ...details, estimates };
}

/** A reason as the refusal that is thrown. */
export const refusalFor = ({ code, details }: Reason): Refusal => new Refusal(code, [], details);
