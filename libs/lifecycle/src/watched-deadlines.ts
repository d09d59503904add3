import type { LocalDate } from '@gongkai/calendar';
import type { CaseState, CaseLedger, Receipt } from '@gongkai/contracts';
import type { AlarmName, OtherDeadline } from '@gongkai/statutes';
import type { CaseFile } from './case-file.js';
import { hasClockEnded, type CaseLaw } from './case-law.js';
import type { CaseNow } from './decide.js';
import { deliveryOwed, underDelivery } from './delivery.js';
import { answerDue, correctionDue, correctionNoticeDue, dueOf, paymentDue, unitDue, type DayInForce } from './due.js';
import { stateOf } from './standing.js';
import { orderDue, ordersToAnswer } from './supervision-orders.js';

/** A deadline that people are told of as it comes near: neither met nor given up. */
export type WatchedDeadline = {
  readonly deadline: AlarmName;
  /** The consultation, notice, request or remedy it belongs to. */
  readonly about: string | null;
  readonly due: LocalDate;
  /** The date is an estimate: it rests on a calendar that is not published. */
  readonly provisional: boolean;
};

/**
 * Everything that somebody has to be told of in time. Who, and how long before, is the matter of the ladders.
 * @param ledger the clock as of today
 * @param others the deadlines beside it, as of today
 * @param law by which the organ's own days are counted
 */
export function watchedDeadlines(
  now: CaseNow,
  ledger: CaseLedger,
  others: readonly OtherDeadline[],
  law: Pick<CaseLaw, 'statute' | 'calendar'>,
): WatchedDeadline[] {
  const { file } = now;
  const state = stateOf(now);
  const clock =
    file.ending === null
      ? [
          ...(state === 'unconfirmed' ? watch('arrival', arrivalOf(file.receipt)) : []),
          ...unclaimed(file, state),
          ...units(file, law),
          ...deliveries(file, state, law),
          ...reply(file, ledger),
          ...correctionNotice(file, ledger, state),
          ...applicantWait(ledger, state),
          ...answers(ledger, state),
        ]
      : [];
  return [
    ...clock,
    ...orders(file, law),
    ...hearings(file, law),
    ...others.filter((other) => isOpen(other, file)).flatMap(otherDeadline),
  ];
}

const watchDay = (deadline: AlarmName, due: DayInForce | null, about: string | null = null): WatchedDeadline[] =>
  watch(deadline, due?.day, { about, provisional: due?.provisional === true });

type More = Partial<Pick<WatchedDeadline, 'about' | 'provisional'>>;
const watch = (deadline: AlarmName, due: LocalDate | null | undefined, more: More = {}): WatchedDeadline[] =>
  due ? [{ deadline, about: null, due, provisional: false, ...more }] : [];

function arrivalOf(receipt: Receipt): LocalDate {
  if ('arrivedOn' in receipt) return receipt.arrivedOn;
  return 'signedOn' in receipt ? receipt.signedOn : receipt.submittedOn;
}

/** Nobody holds it, since that day: who passed it on last, or handed it back, did so then. */
const unclaimed = ({ assignee, since }: CaseFile, state: CaseState): WatchedDeadline[] =>
  assignee === null && IN_THE_POOL.has(state) ? watch('unclaimed', since) : [];

const IN_THE_POOL: ReadonlySet<CaseState> = new Set<CaseState>(['received', 'registered', 'accepted']);

/** By the earlier reading of a misaddressed letter, too, while its receipt is not confirmed. */
function reply({ round }: CaseFile, ledger: CaseLedger): WatchedDeadline[] {
  if (round.reply.dispatchedOn !== null || !['running', 'not_started'].includes(ledger.clock)) return [];
  const due = dueOf(ledger);
  return watch('finalDue', due, { provisional: due !== ledger.finalDue && due !== (ledger.cautiousFinalDue ?? null) });
}

/** Once only, and before anything is decided: then nobody finds the application unclear any more (REG 30). */
function correctionNotice({ round, items }: CaseFile, ledger: CaseLedger, state: CaseState): WatchedDeadline[] {
  const isBegun = round.number > 1 || round.moves.correction !== null || items.some(({ decision }) => decision !== null);
  const isOver = ledger.clock !== 'running' || !['received', 'registered', 'accepted'].includes(state);
  return isBegun || isOver ? [] : watchDay('correctionNoticeDeadline', correctionNoticeDue(ledger));
}

/** Until it is answered, or a person closes the case as abandoned. */
function applicantWait(ledger: CaseLedger, state: CaseState): WatchedDeadline[] {
  if (state === 'awaiting_correction') return watchDay('correctionDueFromApplicant', correctionDue(ledger));
  return state === 'awaiting_payment' ? watchDay('feePaymentDue', paymentDue(ledger)) : [];
}

/** While the answer is open, and after it has lapsed until the case has left the caseworker's table. */
const answers = ({ consultations }: CaseLedger, state: CaseState): WatchedDeadline[] =>
  consultations.flatMap((one) =>
    one.closedBy === null || (one.closedBy === 'lapse' && state === 'accepted')
      ? watchDay('answerDue', answerDue(one), one.id)
      : [],
  );

/** What units were asked, until they answer or the reply has left. */
const units = ({ unitRequests, round }: CaseFile, { calendar }: Pick<CaseLaw, 'calendar'>): WatchedDeadline[] =>
  unitRequests.flatMap((one) => {
    if (one.answeredOn !== null || round.reply.dispatchedOn !== null) return [];
    const due = unitDue(one, calendar);
    return watch('unitDue', due, { about: one.id, provisional: calendar.isProvisional(due) });
  });

/** What a supervisor demanded, until it is answered: also of a case that is over. */
const orders = (file: CaseFile, { calendar }: Pick<CaseLaw, 'calendar'>): WatchedDeadline[] =>
  ordersToAnswer(file).flatMap((order) => {
    const due = orderDue(order, calendar);
    return watch('orderDue', due, { about: order.id, provisional: calendar.isProvisional(due) });
  });

/** What was sent and of whose service nothing is known, and what came back; once the case is over, its file says what is missing. */
const deliveries = (file: CaseFile, state: CaseState, law: Pick<CaseLaw, 'statute' | 'calendar'>): WatchedDeadline[] =>
  state === 'closed' || state === 'filed'
    ? []
    : underDelivery(file).flatMap((notice) => {
        const owed = deliveryOwed(notice, law);
        if (owed === null) return [];
        return watch(owed.deadline, owed.due, { about: notice.id, provisional: law.calendar.isProvisional(owed.due) });
      });

/** The day on which an open remedy is heard: also of a case that is over. Nothing is late after it; one before the remedy, or beyond all calendars, is a slip. */
const hearings = ({ remedies }: CaseFile, { calendar }: Pick<CaseLaw, 'calendar'>): WatchedDeadline[] =>
  remedies.flatMap(({ id, hearing, openedOn, closedOn }) =>
    closedOn === null && hearing !== undefined && hearing.on >= openedOn && hearing.on <= calendar.to
      ? watch('hearingOn', hearing.on, { about: id })
      : [],
  );

const otherDeadline = ({ deadline, about, due, provisionalDue }: OtherDeadline): WatchedDeadline[] =>
  watch(deadline, due ?? provisionalDue, { about: about ?? null, provisional: due === null });

/** What is told to somebody: an order to act anew opens a round, whose reply date is never later than the day that was ordered. */
const isOpen = (other: OtherDeadline, file: CaseFile): boolean => other.deadline !== 'redoDue' && isOwed(other, file);

/** Whether a deadline beside the clock still runs: neither met, nor the applicant's once the case is filed. */
export function isOwed({ deadline, metOn, whose }: OtherDeadline, file: CaseFile): boolean {
  if (metOn !== null || (deadline === 'redoDue' && hasClockEnded(file))) return false;
  // What is told to have the case filed is told to nobody once it is.
  return file.filedOn === null || (whose !== 'applicant' && whose !== 'nobody');
}
