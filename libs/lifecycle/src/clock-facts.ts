import { addDays, type LocalDate } from '@gongkai/calendar';
import { Refusal, type CaseLedger } from '@gongkai/contracts';
import { consultationsHere, type CaseFile } from './case-file.js';
import type { CaseLaw } from './case-law.js';
import type { ClockCommand } from './case-command.js';
import { publicNoticeOver } from './delivery.js';
import { consultedUntil, correctionDue, paymentDue, type DayInForce } from './due.js';
import { servedFact } from './establish-delivery.js';
import type { CaseFact } from './facts.js';

/** How such a document was served, in the words of the journal. */
const BY_PUBLIC_NOTICE = '公告期满';

type Now = { readonly file: CaseFile; readonly ledger: CaseLedger; readonly law: CaseLaw; readonly today: LocalDate };

const makes: {
  readonly [K in ClockCommand['type']]: (command: Extract<ClockCommand, { type: K }>, now: Now) => CaseFact | null;
} = {
  lapseConsultation: ({ consultationId }, { ledger }) => {
    const lapsed = ledger.consultations.find(({ id, closedBy }) => id === consultationId && closedBy === 'lapse');
    const on = lapsed && consultedUntil(lapsed);
    return on ? { type: 'CONSULTATION_LAPSED', on, consultationId } : null;
  },
  noteAnswerCame: ({ consultationId, on }, { file, today }) => {
    const letter = consultationsHere(file).find(({ id }) => id === consultationId);
    const isNew = letter?.answeredOn === null && letter.cameOn !== on && letter.dispatchedOn !== null;
    return isNew && on <= today ? { type: 'CONSULTATION_ANSWER_CAME', on, consultationId } : null;
  },
  noteAnswerDismissed: ({ consultationId }, { file, today }) =>
    file.consultations.some(({ id, cameOn }) => id === consultationId && cameOn !== undefined)
      ? { type: 'CONSULTATION_ANSWER_DISMISSED', on: today, consultationId }
      : null,
  endCorrectionPeriod: (_command, { ledger, today }) => past('CORRECTION_PERIOD_OVER', correctionDue(ledger), today),
  endFeePeriod: (_command, { ledger, today }) => past('FEE_PERIOD_OVER', paymentDue(ledger), today),
  completePublicNotice: ({ noticeId }, { file, ledger, law, today }) => {
    const notice = file.notices.find(({ id }) => id === (noticeId ?? file.round.reply.noticeId));
    const on = notice === undefined ? null : publicNoticeOver(notice, law);
    if (on === null || on > today) return null;
    if (noticeId === undefined) return { type: 'PUBLIC_NOTICE_SERVED', on };
    return servedFact(notice, { id: noticeId, on, how: BY_PUBLIC_NOTICE }, { file, ledger, statute: law.statute });
  },
  applyCalendar: ({ type: _type, ...calendar }, { today }) => ({ type: 'CALENDAR_CHANGED', on: today, ...calendar }),
};

const past = (type: 'CORRECTION_PERIOD_OVER' | 'FEE_PERIOD_OVER', due: DayInForce | null, today: LocalDate): CaseFact | null =>
  due && today > due.day ? { type, on: addDays(due.day, 1) } : null;

/**
 * What time alone has made true, dated the legal day and not the day of the run.
 * @throws Refusal when it is not true (yet): a timer that rings early or twice does nothing
 */
export function clockFact(command: ClockCommand, now: Now): CaseFact {
  const fact = (makes[command.type] as (command: ClockCommand, now: Now) => CaseFact | null)(command, now);
  if (!fact) throw new Refusal('step-not-permitted', [], { reason: 'not-at-this-stage' });
  return fact;
}
