import type { LocalDate } from '@gongkai/calendar';
import { standingTexts, type ApplicationStanding, type Language, type PublicState } from '@gongkai/contracts';
import { correctionDue, dayOf, paymentDue, type CaseFile, type Standing } from '@gongkai/lifecycle';
import type { OtherDeadlineName } from '@gongkai/statutes';
import type { Reckoned } from '../desk/columns.js';
import type { OwnActs } from '../own/own-acts.js';
import { sentToApplicant, wentByPortal, type PapersByNotice } from '../own/papers.js';

const STATES = {
  unconfirmed: 'to_confirm',
  received: 'in_hand',
  registered: 'in_hand',
  accepted: 'in_hand',
  awaiting_correction: 'your_correction',
  awaiting_payment: 'your_payment',
  approving: 'in_hand',
  signed: 'in_hand',
  dispatched: 'reply_sent',
  returned: 'reply_returned',
  closed: 'answered',
  filed: 'answered',
} as const satisfies Record<Standing['state'], PublicState>;

/** How a case ends without a reply. */
const ENDS: Readonly<Partial<Record<NonNullable<Standing['outcome']>, PublicState>>> = {
  withdrawn: 'withdrawn',
  merged: 'merged',
  abandoned_correction: 'abandoned',
  abandoned_fee: 'abandoned',
  other: 'ended',
};

function publicStateOf({ state, outcome }: Standing): PublicState {
  const known = STATES[state];
  return known === 'answered' && outcome !== null ? (ENDS[outcome] ?? known) : known;
}

/** What the applicant may fetch and do, beside what may be known. */
export type Own = OwnActs & { readonly papers: PapersByNotice; readonly mail: ApplicationStanding['mail'] };

const noticesTo = (file: CaseFile, { papers, confirmable }: Own): ApplicationStanding['notices'] =>
  sentToApplicant(file)
    .map((notice) => ({
      kind: notice.kind,
      number: notice.number,
      id: notice.id,
      dispatchedOn: notice.dispatchedOn,
      servedOn: notice.servedOn,
      ...(notice.overtakenOn === undefined ? {} : { overtakenOn: notice.overtakenOn }),
      byPortal: wentByPortal(notice, file),
      mayConfirm: confirmable.has(notice.id),
      files: [...(papers.get(notice.id)?.files ?? [])],
      asks: papers.get(notice.id)?.asks ?? null,
    }))
    .sort((a, b) => (a.dispatchedOn < b.dispatchedOn ? -1 : 1));

type Owed = Pick<ApplicationStanding, 'dueOn' | 'provisional' | 'daysLeft' | 'period'>;

const NOTHING_OWED: Owed = { dueOn: null, provisional: false, daysLeft: null, period: null };

/** By when the reply is due, and what that day rests on. */
const owed = (ledger: Reckoned['ledger'], standing: Standing): Owed => ({
  dueOn: ledger.finalDue ?? ledger.provisionalFinalDue ?? null,
  provisional: ledger.finalDue === null && ledger.provisionalFinalDue !== undefined,
  daysLeft: standing.daysLeft,
  period: periodOf(ledger, standing),
});

function periodOf(ledger: Reckoned['ledger'], { budgetDays, stoppedDays }: Standing): ApplicationStanding['period'] {
  const from = ledger.restartedOn ?? ledger.receivedOn;
  if (from === null || budgetDays === null) return null;
  return { from, length: budgetDays, extended: ledger.extendedDue !== null, notCounted: stoppedDays };
}

/** A suit after a reconsideration is one too. */
const REMEDIES: Readonly<Partial<Record<OtherDeadlineName, 'reconsideration' | 'litigation'>>> = {
  reconsiderationUntil: 'reconsideration',
  suitUntil: 'litigation',
  suitAfterReconsiderationUntil: 'litigation',
};

/** Those still open, by an estimate where the calendar is not published; of several days for one remedy the first, which is in time for all of them. */
function remediesUntil(others: Reckoned['others'], today: LocalDate): ApplicationStanding['remedies'] {
  const open = others.flatMap(({ deadline, due, provisionalDue, metOn }) => {
    const remedy = REMEDIES[deadline];
    const until = due ?? provisionalDue;
    if (remedy === undefined || until === undefined || until < today || metOn !== null) return [];
    return [{ remedy, until, provisional: due === null }];
  });
  const inOrder = open.sort((a, b) => (a.until < b.until ? -1 : 1));
  return inOrder.filter(({ remedy }, i) => inOrder.findIndex((other) => other.remedy === remedy) === i);
}

/** What became of what the applicant has suggested. */
function suggestionOf({ promotion }: CaseFile): ApplicationStanding['suggestion'] {
  if (promotion?.byApplicant !== true) return null;
  const { suggestedOn, decidedOn, publishedOn, declined } = promotion;
  if (declined !== null) return { state: 'declined', on: declined.on, reason: declined.reason };
  if (publishedOn !== null) return { state: 'published', on: publishedOn, reason: null };
  const state = decidedOn === null ? 'waiting' : 'to_be_published';
  return { state, on: decidedOn ?? suggestedOn, reason: null };
}

/** What the applicant of a case may know of it, on a day. */
export function standingView(
  head: Pick<ApplicationStanding, 'number' | 'organ'>,
  { now: { file }, ledger, standing, others, today }: Reckoned,
  { own, language }: { readonly own: Own; readonly language: Language },
): ApplicationStanding {
  const state = publicStateOf(standing);
  const awaited = state === 'your_correction' ? correctionDue(ledger) : state === 'your_payment' ? paymentDue(ledger) : null;
  return {
    ...head,
    state,
    says: standingTexts[state][language],
    links: [...standing.links],
    receivedOn: ledger.receivedOn,
    ...(state === 'in_hand' ? owed(ledger, standing) : NOTHING_OWED),
    yourDueOn: dayOf(awaited),
    withdrawable: own.withdrawable,
    notices: noticesTo(file, own),
    acts: [...own.acts],
    suggestion: suggestionOf(file),
    mail: own.mail,
    remedies: remediesUntil(others, today),
    today,
  };
}
