import type { LocalDate } from '@gongkai/calendar';
import type { CaseRemedy } from './case-remedy.js';
import type { FactOf, FactType } from './facts.js';
import { resultOf } from './remedy-results.js';

export type RemedyFactType = Extract<
  FactType,
  | 'COMPLAINT_RECORDED'
  | `RECONSIDERATION_${string}`
  | 'SUIT_COPY_RECEIVED'
  | 'JUDGMENT_RECORDED'
  | 'ROUND_ORDERED'
  | 'REMEDY_UPDATED'
  | 'REMEDY_ANSWERED'
>;
/** What is recorded of a complaint, a reconsideration or a suit. */
export type RemedyFact = FactOf<RemedyFactType>;
export type Remedies = readonly CaseRemedy[];

type Listings = { readonly [T in RemedyFactType]: (remedies: Remedies, fact: FactOf<T>) => Remedies };

/** When and where it is heard, where that was said. */
const hearingOf = (on: LocalDate | undefined, place: string | undefined): Pick<Partial<CaseRemedy>, 'hearing'> =>
  on === undefined ? {} : { hearing: { on, ...(place ? { place } : {}) } };

const LISTINGS: Listings = {
  COMPLAINT_RECORDED: (remedies, { remedyId, on }) => opened(remedies, { id: remedyId, kind: 'complaint', openedOn: on }),
  RECONSIDERATION_COPY_RECEIVED: (remedies, { remedyId, on, track, acceptedOn, organ, number }) =>
    opened(remedies, {
      ...{ id: remedyId, kind: 'reconsideration', openedOn: on, track: track ?? null, acceptedOn: acceptedOn ?? null },
      ...heardBy(organ, number),
    }),
  RECONSIDERATION_DECIDED: (remedies, { remedyId, on, result }) => changed(remedies, remedyId, { closedOn: on, result }),
  SUIT_COPY_RECEIVED: (remedies, { remedyId, on, afterReconsideration = false, outOfOrder, court, number }) =>
    opened(remedies, {
      ...{ id: remedyId, kind: 'litigation', openedOn: on, afterReconsideration },
      ...(outOfOrder === undefined ? {} : { outOfOrder }),
      ...heardBy(court, number),
    }),
  JUDGMENT_RECORDED: (remedies, { remedyId, on, result, final, form = 'judgment' }) =>
    final
      ? changed(remedies, remedyId, { closedOn: on, result: heldIn(remedies, remedyId, result) })
      : changed(remedies, remedyId, { closedOn: null, result, judged: { on, form } }),
  REMEDY_UPDATED: (
    remedies,
    { remedyId, on, representatives, appearingId, hearingOn, hearingPlace, prolonged, track, ...appeal },
  ) =>
    changed(remedies, remedyId, {
      ...(representatives === undefined ? {} : { representatives }),
      ...(appearingId === undefined ? {} : { appearingId }),
      ...hearingOf(hearingOn, hearingPlace),
      ...(prolonged === undefined ? {} : { prolongedOn: on }),
      ...(track === undefined ? {} : { track }),
      ...(appeal.appealedBy === undefined ? {} : { appealed: { on: appeal.appealedOn ?? on, by: appeal.appealedBy } }),
    }),
  ROUND_ORDERED: (remedies, { remedyId, on, result }) =>
    changed(remedies, remedyId, { closedOn: on, result: heldIn(remedies, remedyId, result) }),
  // A complaint is over with its answer; the others wait for what is decided (REG 47, 51).
  REMEDY_ANSWERED: (remedies, { remedyId, on }) => {
    const complaint = remedies.some(({ id, kind }) => id === remedyId && kind === 'complaint');
    return changed(remedies, remedyId, { answeredOn: on, ...(complaint ? { closedOn: on } : {}) });
  },
};

const heldIn = (remedies: Remedies, remedyId: string, said: string): string =>
  resultOf(
    said,
    remedies.find(({ id }) => id === remedyId),
  );

/** Who decides it, under which number. */
const heardBy = (before: string | undefined, number: string | undefined): Partial<CaseRemedy> => ({
  ...(before === undefined ? {} : { before }),
  ...(number === undefined ? {} : { number }),
});

const CLOSED_NOTHING = { acceptedOn: null, track: null, answeredOn: null, closedOn: null, result: null } as const;

const opened = (remedies: Remedies, remedy: Pick<CaseRemedy, 'id' | 'kind' | 'openedOn'> & Partial<CaseRemedy>): Remedies => [
  ...remedies,
  { ...CLOSED_NOTHING, ...remedy },
];

const changed = (remedies: Remedies, id: string, change: Partial<CaseRemedy>): Remedies =>
  remedies.map((it) => (it.id === id ? { ...it, ...change } : it));

/** The remedies with what a fact says of them, whatever they are against. */
export const remediesWith = (remedies: Remedies, fact: RemedyFact): Remedies =>
  (LISTINGS[fact.type] as (remedies: Remedies, fact: RemedyFact) => Remedies)(remedies, fact);
