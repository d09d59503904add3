import type { LocalDate } from '@gongkai/calendar';
import { COMMAND_TYPES, reasonOf, type CommandType, type Language, type Ledger, type Reason } from '@gongkai/contracts';
import { inForce } from '@gongkai/statutes';
import { ledgerOf, situationIn } from './case-law.js';
import { openingsOf } from './chart.js';
import type { Asking, CaseNow } from './decide.js';
import { mayTake, type Actor } from './permissions.js';
import { closedStep, roleMissing } from './reasons.js';
import { stateOf } from './standing.js';

/** A step that cannot be taken now, with the article or the missing fact that stands in the way. */
export type RefusedStep = {
  readonly type: CommandType;
  readonly code: string;
  readonly article?: string;
  readonly reason: string;
};
export type Steps = { readonly permitted: readonly { readonly type: CommandType }[]; readonly refused: readonly RefusedStep[] };

/** Every step with its answer for this person today: permitted, or refused with the reason. */
export function stepsOf(now: CaseNow, asking: Asking & { readonly actor: Actor }, language: Language, known?: Ledger): Steps {
  const situation = situationIn(now.file, asking.law);
  const openings = openingsOf(now.value, situation);
  const ledger = known ?? ledgerOf(now.file, asking.law, { asOf: asking.today, derivation: false });
  const answers = COMMAND_TYPES.map((type): { type: CommandType; refusal: Reason | null } => {
    if (!mayTake(asking.actor, type)) return { type, refusal: roleMissing(type) };
    const closed = closedStep(type, openings, situation);
    return { type, refusal: closed ?? decidedByToday(type, now, asking, ledger) };
  });
  return {
    permitted: answers.flatMap(({ type, refusal }) => (refusal ? [] : [{ type }])),
    refused: answers.flatMap(({ type, refusal }) => (refusal ? [worded(type, refusal, language)] : [])),
  };
}

function worded(type: CommandType, refusal: Reason, language: Language): RefusedStep {
  const { article } = refusal.details;
  return { type, code: refusal.code, ...(article === undefined ? {} : { article }), reason: reasonOf(refusal, language) };
}

type Today = { readonly now: CaseNow; readonly asking: Asking & { readonly actor: Actor }; readonly ledger: Ledger };
type Limit = (today: Today) => Reason | null;

/** Where the law has already decided by today: a fact of an earlier day can still be recorded. */
const limits: Readonly<Partial<Record<CommandType, Limit>>> = {
  sendCorrectionNotice: ({ asking: { today }, ledger: { correctionNoticeDeadline: deadline } }) =>
    deadline !== null && today > deadline ? law('correction-notice-late', 'REG 30', { deadline }) : null,
  proposeExtension: ({ asking: { today }, ledger }) => late('extension-late', 'REG 33(2)', today, ledger),
  sendFeeNotice: ({ asking: { today }, ledger }) => late('fee-notice-late', 'REG 42', today, ledger),
  closeAbandoned: (today) => graceLeft(today),
  approve: (today) => ownDraft(today),
  signReply: (today) => ownDraft(today),
};

const decidedByToday = (type: CommandType, now: CaseNow, asking: Today['asking'], ledger: Ledger): Reason | null =>
  limits[type]?.({ now, asking, ledger }) ?? null;

type LawRefusal =
  'correction-notice-late' | 'extension-late' | 'fee-notice-late' | 'period-not-over' | 'clock-not-running' | 'self-approval';
const law = (code: LawRefusal, article: string, facts: Readonly<Record<string, string>> = {}): Reason => ({
  code,
  details: { article, facts },
});

function late(code: 'extension-late' | 'fee-notice-late', article: string, today: LocalDate, ledger: Ledger): Reason | null {
  const replaces = code === 'fee-notice-late' && ledger.clock === 'awaiting_payment';
  if (ledger.clock !== 'running') return replaces ? null : law('clock-not-running', article);
  const due = ledger.finalDue ?? ledger.provisionalFinalDue;
  return due !== undefined && today > due ? law(code, article, { due }) : null;
}

function graceLeft({ now, ledger, asking: { today, law: office } }: Today): Reason | null {
  const [due, article] =
    stateOf(now) === 'awaiting_payment' ? [ledger.feePaymentDue, 'REG 42'] : [ledger.correctionDueFromApplicant, 'REG 30'];
  if (!due) return null;
  const until = office.calendar.add(due, inForce(office.statute, 'correction.mail_grace', due));
  return today > until ? null : law('period-not-over', article, { due, until });
}

const ownDraft = ({ now, asking }: Today): Reason | null =>
  now.file.round.drafters.includes(asking.actor.id) ? law('self-approval', 'REG 17') : null;
