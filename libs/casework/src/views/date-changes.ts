import type { CaseLedger, PreviewView } from '@gongkai/contracts';
import { answerDue, cautiousDue, correctionDue, correctionNoticeDue, paymentDue, type DayInForce } from '@gongkai/lifecycle';

type DayOf = (ledger: CaseLedger) => DayInForce | null;
type PlainDate = 'receivedOn' | 'replyDue' | 'extendedDue' | 'finalDue' | 'provisionalFinalDue';

const plain =
  (deadline: PlainDate): DayOf =>
  ({ [deadline]: day = null }) =>
    day && { day, provisional: false };

/** What is compared. The estimate of the reply date is a date of its own; what somebody waits for is one date, firm or not. */
const COMPARED: Readonly<Record<string, DayOf>> = {
  receivedOn: plain('receivedOn'),
  correctionNoticeDeadline: correctionNoticeDue,
  replyDue: plain('replyDue'),
  extendedDue: plain('extendedDue'),
  finalDue: plain('finalDue'),
  provisionalFinalDue: plain('provisionalFinalDue'),
  cautiousFinalDue: cautiousDue,
  correctionDueFromApplicant: correctionDue,
  feePaymentDue: paymentDue,
};

/** The dates that differ between two readings of a clock. */
export function changesOf(before: CaseLedger | null, after: CaseLedger): PreviewView['changes'] {
  const dates = Object.entries(COMPARED).map(([deadline, dayOf]) => changeOf(deadline, before && dayOf(before), dayOf(after)));
  const answers = after.consultations.map((one) => {
    const known = before?.consultations.find(({ id }) => id === one.id);
    return changeOf(`answerDue:${one.id}`, known ? answerDue(known) : null, answerDue(one));
  });
  return [...dates, ...answers].filter((change) => change.before !== change.after);
}

const changeOf = (deadline: string, before: DayInForce | null, after: DayInForce | null): PreviewView['changes'][number] => ({
  deadline,
  before: before?.day ?? null,
  after: after?.day ?? null,
  ...(after?.provisional ? { provisional: true as const } : {}),
});
