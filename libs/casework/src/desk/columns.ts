import type { LocalDate } from '@gongkai/calendar';
import type { CaseLedger } from '@gongkai/contracts';
import {
  alarmsOf,
  answerDue,
  cautiousDue,
  conclusionOf,
  repliedOn,
  dayOf,
  dueOf,
  hasClockEnded,
  isOwed,
  MACHINE_VERSION,
  otherDeadlinesOf,
  paceOf,
  standingOf,
  watchedDeadlines,
  type Alarm,
  type CaseFile,
  type CaseNow,
  type Standing,
} from '@gongkai/lifecycle';
import { ladderFor, receiptDay, remindersFor, type OtherDeadline } from '@gongkai/statutes';
import type { LawOfCase } from '../law-shelf.js';
import { findable, type Findable } from '../queries/bigrams.js';
import { turnDue } from '../views/turn-due.js';
import { waitsOf } from './waits.js';

/** A case with everything that follows from it on a day. */
export type Reckoned = {
  readonly now: CaseNow;
  readonly ledger: CaseLedger;
  readonly standing: Standing;
  readonly others: readonly OtherDeadline[];
  readonly law: LawOfCase;
  readonly today: LocalDate;
};

/** Everything that follows from a case on a day. */
export function reckon(now: CaseNow, ledger: CaseLedger, law: LawOfCase, today: LocalDate): Reckoned {
  let others: readonly OtherDeadline[] | undefined;
  return {
    now,
    ledger,
    standing: standingOf(now, ledger, today, law),
    law,
    today,
    // A list of many cases asks hardly any of them.
    get others() {
      others ??= otherDeadlinesOf(now.file, ledger, law, today);
      return others;
    },
  };
}

/** The words a case is found by: its number, who asks, and everything that is asked for. */
export const findableBy = (number: string, applicantName: string, { now }: Pick<Reckoned, 'now'>): Findable =>
  findable(number, applicantName, ...now.file.items.map(({ description }) => description));

const SUBJECT_LENGTH = 200;

/** What lists sort and filter by. All of it follows from the facts; `replay --verify` makes it again. */
export type DerivedColumns = {
  readonly state: string;
  readonly value: unknown;
  readonly machine_version: number;
  /** The edition of the calendars under which its clock ended; null while it runs. */
  readonly clock_edition: number | null;
  readonly file: unknown;
  readonly subject: string;
  readonly applicant_id: string;
  readonly received_on: string | null;
  readonly final_due: string | null;
  readonly provisional_due: string | null;
  readonly cautious_due: string | null;
  /** The date that lists sort and lights shine by; of a reply that came back, that of the next try, of a case that is over and waits for its caseworker, that of the answer to a remedy. */
  readonly due: string | null;
  readonly clock: string;
  readonly stopped: boolean;
  readonly assignee_id: string | null;
  readonly turn_role: string | null;
  readonly turn_since: string;
  readonly outcome: string | null;
  /** How it counts in annual reports: since when it is over, and how it ended first; `voided` was no application. */
  readonly concluded_on: string | null;
  readonly concluded_as: string | null;
  readonly concluded_for: string | null;
  /** Reconsiderations and suits: when the first began, and when the last was over; `infinity` while one is pending. */
  readonly challenged_from: string | null;
  readonly challenged_until: string | null;
  readonly closed_on: string | null;
  readonly filed_on: string | null;
  /** The case that this one was answered apart from. */
  readonly part_of: string | null;
  /** The reply of the present round left; and when the case was where until then and after. */
  readonly replied_on: string | null;
  readonly pace: unknown;
  /** It is somebody's turn, ours or another's: few of all the cases that an office keeps. */
  readonly in_work: boolean;
  readonly waits: readonly string[];
};

/** Of a case that is over the day of the reply stands, unless a remedy has to be answered. */
const dueOnceOver = (reckoned: Reckoned): LocalDate | null =>
  reckoned.standing.turn.role === 'caseworker' ? turnDue(reckoned) : dueOf(reckoned.ledger);

/** A reply that came back is due again on the day of its next try. */
const dueWhileOpen = (reckoned: Reckoned): LocalDate | null => turnDue(reckoned) ?? dueOf(reckoned.ledger);

/** The edition of the calendars under which its clock ended: that of today, unless it had ended before; null while it runs. */
const endedUnder = ({ now: { file }, law }: Pick<Reckoned, 'now' | 'law'>): number | null =>
  hasClockEnded(file) ? (law.endedUnder ?? law.edition) : null;

/** The columns of a case that follow from its facts. */
export function columnsOf(reckoned: Reckoned): DerivedColumns {
  const { now, ledger, standing, law, today } = reckoned;
  const { file, value } = now;
  const isClosed = standing.state === 'closed' || standing.state === 'filed';
  return {
    state: standing.state,
    value,
    machine_version: MACHINE_VERSION,
    clock_edition: endedUnder(reckoned),
    file,
    applicant_id: file.applicantId,
    subject: (file.items[0]?.description ?? '').slice(0, SUBJECT_LENGTH),
    received_on: receiptDay(law.statute, file.receipt, today).on,
    final_due: ledger.finalDue,
    provisional_due: ledger.provisionalFinalDue ?? null,
    cautious_due: dayOf(cautiousDue(ledger)),
    due: isClosed ? dueOnceOver(reckoned) : dueWhileOpen(reckoned),
    clock: ledger.clock,
    stopped: standing.clock === 'stopped',
    assignee_id: file.assignee,
    turn_role: standing.turn.role,
    turn_since: standing.turn.since,
    outcome: standing.outcome,
    ...concludedColumns(file),
    ...challengedColumns(file),
    closed_on: isClosed ? (file.reached.filing ?? today) : null,
    filed_on: file.filedOn,
    part_of: file.partOf,
    replied_on: repliedOn(file),
    pace: paceOf(file, standing.links),
    in_work: standing.turn.role !== null,
    waits: waitsOf(file, standing.state),
  };
}

type Concluded = Pick<DerivedColumns, 'concluded_on' | 'concluded_as' | 'concluded_for'>;
type Challenged = Pick<DerivedColumns, 'challenged_from' | 'challenged_until'>;

/** How it counts in annual reports. */
function concludedColumns(file: CaseFile): Concluded {
  const conclusion = conclusionOf(file);
  if (conclusion === null)
    return { concluded_on: null, concluded_as: file.ending?.voided ? 'voided' : null, concluded_for: null };
  return { concluded_on: conclusion.on, concluded_as: conclusion.outcome, concluded_for: conclusion.reason };
}

/** When it was before another organ or a court. */
function challengedColumns({ remedies }: CaseFile): Challenged {
  const challenges = remedies.filter(({ kind }) => kind !== 'complaint');
  const days = challenges.flatMap(({ openedOn, closedOn }) => [openedOn, closedOn ?? ('infinity' as const)]).sort();
  return { challenged_from: days[0] ?? null, challenged_until: days.at(-1) ?? null };
}

export type DeadlineRow = { readonly name: string; readonly due: string | null; readonly provisional: string | null };

/** The dates of the clock that are kept as rows, with what stands in while they reach an unpublished year. */
const DATES = {
  correctionNoticeDeadline: 'provisionalCorrectionNoticeDeadline',
  replyDueAtRegistration: null,
  correctionDueFromApplicant: 'provisionalCorrectionDueFromApplicant',
  replyDue: 'provisionalReplyDue',
  extendedDue: null,
  finalDue: 'provisionalFinalDue',
  feePaymentDue: 'provisionalFeePaymentDue',
  cautiousFinalDue: 'provisionalCautiousFinalDue',
} as const satisfies Partial<Record<keyof CaseLedger, keyof CaseLedger | null>>;

/** The names of the rows that the clock gives: they end with it. */
export const CLOCK_NAMES: readonly string[] = [...Object.keys(DATES), 'answerDue'];

/**
 * The deadlines in force, one row each; beside the clock only what still runs. An answer has a row while its consultation is open; with neither date it is open
 * without end.
 */
export function deadlineRows({ now, ledger, others }: Pick<Reckoned, 'now' | 'ledger' | 'others'>): DeadlineRow[] {
  const clock = Object.entries(DATES).map(([name, estimate]) => ({
    name,
    due: ledger[name as keyof typeof DATES] ?? null,
    provisional: estimate === null ? null : (ledger[estimate] ?? null),
  }));
  const answers = ledger.consultations
    .filter((one) => one.closedBy === null && (answerDue(one) !== null || one.kind === 'secrecy_authority'))
    .map((one) => ({ name: `answerDue:${one.id}`, due: one.answerDue, provisional: one.provisionalAnswerDue ?? null }));
  const beside = others
    .filter((other) => isOwed(other, now.file))
    .map(({ deadline, about, due, provisionalDue }) => ({
      name: about === undefined ? deadline : `${deadline}:${about}`,
      due,
      provisional: provisionalDue ?? null,
    }));
  return [...clock.filter(({ due, provisional }) => due !== null || provisional !== null), ...answers, ...unique(beside)];
}

/** Of several with one name the earliest stands. */
function unique(rows: readonly DeadlineRow[]): DeadlineRow[] {
  const dayOf = ({ due, provisional }: DeadlineRow): string => due ?? provisional ?? '';
  const byName = new Map<string, DeadlineRow>();
  for (const row of rows) {
    const known = byName.get(row.name);
    if (known === undefined || dayOf(row) < dayOf(known)) byName.set(row.name, row);
  }
  return [...byName.values()];
}

/** A day on which the case has to be looked at again; null: everybody was told, and nothing is to be done but to wait. */
export type AlarmRow = {
  readonly kind: Alarm['kind'] | 'reminder';
  readonly subject: string;
  readonly rings_on: LocalDate | null;
  /** With a reminder: its deadline. */
  readonly due: LocalDate | null;
  readonly provisional: boolean;
};

/** What the case waits for, one row each. */
export function alarmRows(reckoned: Reckoned): AlarmRow[] {
  const { now, ledger, law } = reckoned;
  const facts = alarmsOf(now, ledger, law).map(({ kind, subject, ringsOn }): AlarmRow => ({
    kind,
    subject,
    rings_on: ringsOn,
    due: null,
    provisional: false,
  }));
  const byKey = new Map<string, AlarmRow>();
  for (const row of [...facts, ...reminderRows(reckoned)]) {
    const key = `${row.kind} ${row.subject}`;
    const known = byKey.get(key);
    if (known === undefined || (row.due ?? '') < (known.due ?? '')) byKey.set(key, row);
  }
  return [...byKey.values()];
}

/** The ring of today or the last one before it, told or not: the clock of the reminders knows. Else the next. */
function reminderRows({ now, ledger, others, law, today }: Reckoned): AlarmRow[] {
  return watchedDeadlines(now, ledger, others, law).map(({ deadline, about, due, provisional }) => {
    const { current, next } = remindersFor(due, today, law.calendar, ladderFor(law.reminders, deadline));
    const subject = about === null ? deadline : `${deadline}:${about}`;
    return { kind: 'reminder', subject, rings_on: (current ?? next)?.on ?? null, due, provisional };
  });
}
