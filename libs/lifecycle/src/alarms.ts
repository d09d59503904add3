import { addDays, type LocalDate } from '@gongkai/calendar';
import type { Ledger } from '@gongkai/contracts';
import { inForce } from '@gongkai/statutes';
import type { CaseLaw } from './case-law.js';
import type { CaseNow } from './decide.js';

/** A day on which time alone makes something true. Waiting is a row: nothing else wakes a case. */
export type Alarm = {
  readonly kind: 'consultation_lapse' | 'correction_over' | 'fee_over' | 'public_notice_over';
  /** What of the case it is about: a consultation. */
  readonly subject: string;
  readonly ringsOn: LocalDate;
};

/** What will become true of an open case if nothing happens. Whom to tell of its deadlines is another matter. */
export function alarmsOf(now: CaseNow, ledger: Ledger, law: CaseLaw): Alarm[] {
  if (now.file.ending !== null) return [];
  return [...lapseAlarms(ledger), ...waitAlarms(ledger), ...publicNoticeAlarm(now, law)];
}

const lapseAlarms = (ledger: Ledger): Alarm[] =>
  ledger.consultations.flatMap(({ id, answerDue, closedBy }) =>
    closedBy === null && answerDue ? [{ kind: 'consultation_lapse', subject: id, ringsOn: addDays(answerDue, 1) }] : [],
  );

function waitAlarms({ clock, correctionDueFromApplicant: correction, feePaymentDue: payment }: Ledger): Alarm[] {
  if (clock === 'awaiting_correction' && correction)
    return [{ kind: 'correction_over', subject: '', ringsOn: addDays(correction, 1) }];
  return clock === 'awaiting_payment' && payment ? [{ kind: 'fee_over', subject: '', ringsOn: addDays(payment, 1) }] : [];
}

function publicNoticeAlarm({ file: { round } }: CaseNow, { statute }: CaseLaw): Alarm[] {
  const { publicNoticeOn, servedOn } = round.reply;
  if (publicNoticeOn === null || servedOn !== null) return [];
  return [
    {
      kind: 'public_notice_over',
      subject: '',
      ringsOn: addDays(publicNoticeOn, inForce(statute, 'service.public_notice_days', publicNoticeOn)),
    },
  ];
}
