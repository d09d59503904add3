import { addDays, type LocalDate } from '@gongkai/calendar';
import type { Ledger } from '@gongkai/contracts';
import { inForce, isInForce } from '@gongkai/statutes';
import type { CaseRemedy } from './case-file.js';
import type { CaseLaw } from './case-law.js';
import type { CaseNow } from './decide.js';
import { dueOf, stateOf } from './standing.js';

/** A day on which somebody has to be told or time alone makes something true. Waiting is a row: nothing else wakes a case. */
export type Alarm = {
  readonly kind:
    'reply_due' | 'consultation_lapse' | 'correction_over' | 'fee_over' | 'public_notice_over' | 'unconfirmed' | 'remedy_answer';
  /** What of the case it is about: a consultation, a remedy. */
  readonly subject: string;
  readonly ringsOn: LocalDate;
};

/** Working days before the due day on which the first reminder goes out; the ladder takes over from there. */
const FIRST_REMINDER = 5;

/** The next ring of each thing that an open case waits for. `today` is the office's day. */
export function alarmsOf(now: CaseNow, ledger: Ledger, law: CaseLaw, today: LocalDate): Alarm[] {
  const state = stateOf(now);
  if (state === 'unconfirmed') return [{ kind: 'unconfirmed', subject: '', ringsOn: today }];
  if (now.file.ending !== null) return remedyAlarms(now, law);
  return [
    ...replyAlarm(now, ledger, law),
    ...lapseAlarms(ledger),
    ...waitAlarms(ledger),
    ...publicNoticeAlarm(now, law),
    ...remedyAlarms(now, law),
  ];
}

function replyAlarm(now: CaseNow, ledger: Ledger, { calendar }: CaseLaw): Alarm[] {
  const due = dueOf(ledger);
  if (due === null || ledger.clock !== 'running' || now.file.round.reply.dispatchedOn !== null) return [];
  return [{ kind: 'reply_due', subject: '', ringsOn: calendar.add(due, -FIRST_REMINDER) }];
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

/** Our answer to reconsideration (working days) and to a suit (calendar days), while it is not given. */
function remedyAlarms({ file }: CaseNow, law: CaseLaw): Alarm[] {
  return file.remedies.flatMap((remedy): Alarm[] => {
    const { id, kind, answeredOn, closedOn } = remedy;
    if (answeredOn !== null || closedOn !== null || kind === 'complaint') return [];
    const due = kind === 'litigation' ? defenceDue(remedy, law) : answerDue(remedy, law);
    return due === null ? [] : [{ kind: 'remedy_answer', subject: id, ringsOn: law.calendar.add(due, -1) }];
  });
}

const defenceDue = ({ openedOn }: CaseRemedy, { statute }: CaseLaw): LocalDate =>
  addDays(openedOn, inForce(statute, 'litigation.defence_days', openedOn));

/** null where the law of that day did not know the procedure: the summary one came in 2024. */
function answerDue({ openedOn, track }: CaseRemedy, { statute, calendar }: CaseLaw): LocalDate | null {
  const rule = `reconsideration.answer_days.${track ?? 'ordinary'}` as const;
  return isInForce(statute, rule, openedOn) ? calendar.add(openedOn, inForce(statute, rule, openedOn)) : null;
}
