import { standingTexts, type ApplicationStanding, type Language, type PublicState } from '@gongkai/contracts';
import { correctionDue, dayOf, paymentDue, type CaseNotice, type Standing } from '@gongkai/lifecycle';
import type { Reckoned } from '../desk/columns.js';

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

/** Those that go to somebody else are not the applicant's business. */
const TO_OTHERS: ReadonlySet<CaseNotice['kind']> = new Set(['consultation', 'third_party_disclosure']);

const noticesTo = (notices: readonly CaseNotice[]): ApplicationStanding['notices'] =>
  notices
    .flatMap(({ kind, number, dispatchedOn, servedOn }) =>
      dispatchedOn === null || TO_OTHERS.has(kind) ? [] : [{ kind, number, dispatchedOn, servedOn }],
    )
    .sort((a, b) => (a.dispatchedOn < b.dispatchedOn ? -1 : 1));

/** What the applicant of a case may know of it, on a day. */
export function standingView(
  head: Pick<ApplicationStanding, 'number' | 'organ'>,
  { now: { file }, ledger, standing, today }: Reckoned,
  language: Language,
): ApplicationStanding {
  const state = publicStateOf(standing);
  const isOwed = state === 'in_hand';
  const awaited = state === 'your_correction' ? correctionDue(ledger) : state === 'your_payment' ? paymentDue(ledger) : null;
  return {
    ...head,
    state,
    says: standingTexts[state][language],
    links: [...standing.links],
    receivedOn: ledger.receivedOn,
    dueOn: isOwed ? (ledger.finalDue ?? ledger.provisionalFinalDue ?? null) : null,
    provisional: isOwed && ledger.finalDue === null && ledger.provisionalFinalDue !== undefined,
    yourDueOn: dayOf(awaited),
    notices: noticesTo(file.notices),
    today,
  };
}
