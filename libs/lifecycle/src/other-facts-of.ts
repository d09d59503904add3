import type { LocalDate } from '@gongkai/calendar';
import type { CaseLedger } from '@gongkai/contracts';
import { Decision, otherDeadlines, type OtherDeadline, type OtherFact } from '@gongkai/statutes';
import type { CaseFile, CaseRemedy } from './case-file.js';
import type { CaseLaw } from './case-law.js';
import { publicNoticesRunning } from './delivery.js';
import { withWaysTaken, type Ways } from './ways-taken.js';
import { withheldItems } from './withheld.js';

/**
 * What of a case starts or ends a deadline beside its clock: publication, remedies, filing and the applicant's own periods.
 * @param ledger the clock as of `today`
 */
export const otherFactsOf = (file: CaseFile, ledger: CaseLedger, today: LocalDate): OtherFact[] => [
  ...factsBeside(file, ledger, today),
  ...file.remedies.flatMap(remedyFacts),
];

const factsBeside = (file: CaseFile, ledger: CaseLedger, today: LocalDate): OtherFact[] => [
  ...replyFacts(file),
  ...publicNoticeFacts(file),
  ...unansweredFacts(file, ledger, today),
  ...endingFacts(file),
  ...publicationFacts(file),
];

/** Every deadline of a case beside its clock; of a remedy that is over only what was done, and what follows it. @param ledger the clock as of `today` */
export function otherDeadlinesOf(
  file: CaseFile,
  ledger: CaseLedger,
  law: Pick<CaseLaw, 'statute' | 'calendar' | 'grounds'>,
  today: LocalDate,
): OtherDeadline[] {
  return deadlinesBeside(factsBeside(file, ledger, today), file, law, today);
}

/**
 * What the remedies against something start and end, with the facts that lie beside them: the applicant's own periods know which way was taken.
 * @param beside what else starts or ends a deadline of what they are against
 */
export function deadlinesBeside(
  beside: readonly OtherFact[],
  ways: Ways,
  { statute, calendar, grounds }: Pick<CaseLaw, 'statute' | 'calendar' | 'grounds'>,
  today: LocalDate,
): OtherDeadline[] {
  const facts = [...beside, ...ways.remedies.flatMap(remedyFacts)];
  const found = otherDeadlines(facts, statute, calendar, grounds);
  const undecided = undecidedFacts(ways, found, today);
  const all = undecided.length === 0 ? found : otherDeadlines([...facts, ...undecided], statute, calendar, grounds);
  return withWaysTaken(
    all.filter((one) => !endedWithItsRemedy(one, ways)),
    ways,
  );
}

/** Nobody waits any more for the answer to a remedy that is over, nor for its decision; what was done of it stays, and the suit that follows it. */
const endedWithItsRemedy = ({ deadline, about, metOn }: OtherDeadline, { remedies }: Ways): boolean =>
  metOn === null &&
  deadline !== 'suitAfterReconsiderationUntil' &&
  remedies.some(({ id, closedOn }) => id === about && closedOn !== null);

/** Nothing was decided within the period of a reconsideration: the applicant may sue from its end (ARL 34; ALL 45). */
const undecidedFacts = ({ remedies }: Ways, deadlines: readonly OtherDeadline[], today: LocalDate): OtherFact[] =>
  remedies.flatMap(({ id: about, kind, closedOn }) => {
    if (kind !== 'reconsideration' || closedOn !== null) return [];
    const decision = deadlines.find((one) => one.deadline === 'reconsiderationDecisionDue' && one.about === about);
    const on = decision?.due ?? null;
    return on === null || today <= on ? [] : [{ type: 'reconsideration_period_ended', on, about }];
  });

function replyFacts({ round, items }: CaseFile): OtherFact[] {
  const { servedOn, dispatchedOn, publicNoticeOn } = round.reply;
  const decisions = items.flatMap(
    ({ decision }) =>
      Decision.safeParse({ code: decision?.code, ...(decision?.ground ? { ground: decision.ground } : {}) }).data ?? [],
  );
  return [
    ...(servedOn && dispatchedOn && decisions.length > 0
      ? [{ type: 'reply_served' as const, on: servedOn, madeOn: dispatchedOn, decisions }]
      : []),
    ...(publicNoticeOn ? [{ type: 'public_notice_published' as const, on: publicNoticeOn }] : []),
    ...(round.order
      ? [
          {
            type: 'redo_ordered' as const,
            on: round.order.servedOn,
            ...(round.order.workingDays ? { workingDays: round.order.workingDays } : {}),
          },
        ]
      : []),
  ];
}

/** Of every document but the reply, until it counts as served: the service of the reply is told beside its remedies. */
const publicNoticeFacts = (file: CaseFile): OtherFact[] =>
  publicNoticesRunning(file).flatMap(({ id: about, kind, attempts }) => {
    const on = attempts.at(-1)?.on;
    return kind === 'reply' || on === undefined ? [] : [{ type: 'public_notice_published', on, about }];
  });

/** Nothing was answered within the period: the applicant may complain of that alone. */
function unansweredFacts({ round, ending }: CaseFile, { finalDue }: CaseLedger, today: LocalDate): OtherFact[] {
  if (finalDue === null || today <= finalDue || round.reply.dispatchedOn !== null || ending !== null) return [];
  return [{ type: 'reply_period_ended', on: finalDue }];
}

const CAUSES = { abandoned_correction: 'correction', abandoned_fee: 'fee' } as const;

function endingFacts({ ending, reached, filedOn }: CaseFile): OtherFact[] {
  const cause = ending && ending.outcome in CAUSES ? CAUSES[ending.outcome as keyof typeof CAUSES] : null;
  return [
    ...(ending && cause ? [{ type: 'handling_ended' as const, on: ending.on, cause }] : []),
    ...(reached.filing ? [{ type: 'case_closed' as const, on: reached.filing }] : []),
    ...(filedOn ? [{ type: 'case_filed' as const, on: filedOn }] : []),
  ];
}

/** What is to become public, and what is kept back until it is assessed anew. */
function publicationFacts(file: CaseFile): OtherFact[] {
  const { decidedOn, publishedOn } = file.promotion ?? { decidedOn: null, publishedOn: null };
  return [
    ...(decidedOn ? [{ type: 'promotion_decided' as const, on: decidedOn }] : []),
    ...(decidedOn && publishedOn ? [{ type: 'information_published' as const, on: publishedOn }] : []),
    ...withheldItems(file).map(({ item, since }) => ({ type: 'information_withheld' as const, on: since, about: item.id })),
  ];
}

const STEPS = {
  complaint: { received: 'complaint_received', answered: 'complaint_answered' },
  reconsideration: { received: 'reconsideration_copy_received', answered: 'reconsideration_answered' },
  litigation: { received: 'suit_copy_received', answered: 'defence_filed' },
} as const;

function remedyFacts(remedy: CaseRemedy): OtherFact[] {
  const { id: about, kind, track, openedOn, acceptedOn, answeredOn } = remedy;
  const { received, answered } = STEPS[kind];
  return [
    received === 'reconsideration_copy_received'
      ? { type: received, on: openedOn, about, ...(track === null ? {} : { track }) }
      : { type: received, on: openedOn, about },
    // While its track is not known nobody is told that a decision is late before it is on either.
    ...(acceptedOn ? [{ type: 'reconsideration_accepted' as const, on: acceptedOn, about, track: track ?? 'ordinary' }] : []),
    ...(answeredOn ? [{ type: answered, on: answeredOn, about }] : []),
    ...(remedy.prolongedOn ? [{ type: 'reconsideration_extended' as const, on: remedy.prolongedOn, about }] : []),
    ...instanceFacts(remedy),
    ...resultFacts(remedy),
  ];
}

function resultFacts({ id: about, kind, closedOn }: CaseRemedy): OtherFact[] {
  if (closedOn === null || kind === 'complaint') return [];
  return kind === 'reconsideration' ? [{ type: 'reconsideration_decided', on: closedOn, about }] : [];
}

/** Only what is not final can be appealed against (ALL 85). */
function instanceFacts({ id: about, judged, appealed }: CaseRemedy): OtherFact[] {
  return [
    ...(judged ? [{ type: 'judgment_served' as const, on: judged.on, about, form: judged.form }] : []),
    ...(appealed ? [{ type: 'appeal_filed' as const, on: appealed.on, about }] : []),
  ];
}
