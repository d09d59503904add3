import { addDays, type LocalDate } from '@gongkai/calendar';
import type { CommandType, CaseLedger, Limit, NoticeKind } from '@gongkai/contracts';
import { inForce } from '@gongkai/statutes';
import { extensionsInForce, type CaseFile } from './case-file.js';
import { feeAsked } from './fee-notices.js';
import type { CaseLaw } from './case-law.js';
import { deliveryOwed, underDelivery } from './delivery.js';
import { correctionDue, correctionNoticeDue, paymentDue } from './due.js';

/** What a limit is told by: the case and its clock as of today. */
export type Today = { readonly file: CaseFile; readonly ledger: CaseLedger; readonly law: CaseLaw; readonly today: LocalDate };
type Limits = (now: Today) => Limit | null;

/** The law looks at the day of the fact: past the last day a step stays open for what took place by then. */
const until = (
  day: LocalDate | null | undefined,
  [inTime, late]: readonly [Limit['key'], Limit['key']],
  { today, law, facts }: Pick<Today, 'today' | 'law'> & { readonly facts?: Limit['facts'] },
): Limit | null =>
  day
    ? { key: today > day ? late : inTime, until: day, provisional: law.calendar.isProvisional(day), ...(facts ? { facts } : {}) }
    : null;

const SENT = ['sent-by', 'sent-earlier'] as const;

/** The date due, while the clock runs. */
const dueIn = ({ clock, finalDue, provisionalFinalDue }: CaseLedger): LocalDate | null | undefined =>
  clock === 'running' ? (finalDue ?? provisionalFinalDue) : null;

/** What may still be added: the limit of the law less what was granted for the date of receipt in force (REG 33(2)). */
function daysLeftToGrant({ file, ledger, law, today }: Today): number {
  const granted = extensionsInForce(file).reduce((sum, { workingDays }) => sum + workingDays, 0);
  return inForce(law.statute, 'extension.max_total', ledger.receivedOn ?? today) - granted;
}

/** An office that lets late notices restart the clock has no last day for them. */
function correctionNoticeDay({ ledger, law, today }: Pick<Today, 'ledger' | 'law' | 'today'>): LocalDate | null {
  const day = correctionNoticeDue(ledger)?.day ?? null;
  const isLate = day !== null && today > day;
  return isLate && inForce(law.statute, 'correction.late_notice', today) !== 'forbid' ? null : day;
}

const limits: Readonly<Partial<Record<CommandType, Limits>>> = {
  sendCorrectionNotice: (now) => until(correctionNoticeDay(now), ['sent-by-once', 'sent-earlier'], now),
  receiveCorrection: ({ ledger, law, today }) => {
    const byPost = inForce(law.statute, 'correction.in_time_by', ledger.receivedOn ?? today) === 'posted';
    return until(correctionDue(ledger)?.day, byPost ? ['posted-by', 'posted-earlier'] : ['received-by', 'received-earlier'], {
      today,
      law,
    });
  },
  proposeExtension: (now) =>
    until(dueIn(now.ledger), ['sent-by-within', 'sent-earlier'], { ...now, facts: { days: daysLeftToGrant(now) } }),
  approveExtension: ({ file, ledger, ...day }) =>
    until(dueIn(ledger), ['sent-by-within', 'sent-earlier'], {
      ...day,
      facts: { days: file.round.extensionProposed?.workingDays ?? 0 },
    }),
  sendFeeNotice: (now) => until(dueIn(now.ledger), SENT, now),
  recordPayment: ({ file, ledger, ...day }) =>
    until(paymentDue(ledger)?.day, ['paid-by', 'paid-earlier'], { ...day, facts: { amount: feeAsked(file)?.amount ?? 0 } }),
  setDelay: (now) => until(dueIn(now.ledger), SENT, now),
  withdraw: ({ file, ...day }) => {
    const { dispatchedOn } = file.round.reply;
    return until(dispatchedOn && addDays(dispatchedOn, -1), ['received-by', 'received-earlier'], day);
  },
  dispatch: ({ file, ledger, ...day }) =>
    file.round.reply.dispatchedOn === null
      ? until(dueIn(ledger), ['reply-by', 'reply-overdue'], day)
      : until(againDue(file, day.law), ['again-by', 'again-late'], day),
};

/** By when the reply that came back is to be tried again: a day of the organ's own, which closes nothing. */
function againDue(file: CaseFile, law: CaseLaw): LocalDate | null {
  const reply = underDelivery(file).find(({ kind }) => kind === 'reply');
  const owed = reply === undefined ? null : deliveryOwed(reply, law);
  return owed?.deadline === 'serviceAgainDue' ? owed.due : null;
}

/** What the law allows of a step, and until which day; null where it sets none. */
export const limitOfStep = (step: CommandType, now: Today): Limit | null => limits[step]?.(now) ?? null;

type LastDay = (now: Pick<Today, 'ledger' | 'law' | 'today'>) => LocalDate | null | undefined;

/** The last day on which a notice of this kind can leave. */
export const lastDayToSend: Readonly<Partial<Record<NoticeKind, LastDay>>> = {
  correction: correctionNoticeDay,
  extension: ({ ledger }) => dueIn(ledger),
  delay: ({ ledger }) => dueIn(ledger),
  fee: ({ ledger }) => dueIn(ledger),
};
