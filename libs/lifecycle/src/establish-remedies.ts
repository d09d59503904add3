import type { LocalDate } from '@gongkai/calendar';
import type { CommandOf } from '@gongkai/contracts';
import { arrivalDay, isInForce } from '@gongkai/statutes';
import type { CaseFile, CaseRemedy } from './case-file.js';
import type { Making } from './establish-step.js';
import { isAppealEnd, mayOrder } from './remedy-results.js';
import type { RemedyFact } from './remedy-list.js';
import { liftedFor, type Kept } from './retention.js';
import { suitOrder, type Ordered } from './suit-order.js';

export type RemedyStep =
  | 'recordComplaint'
  | 'recordReconsiderationCopy'
  | 'recordReconsiderationDecision'
  | 'recordSuitCopy'
  | 'recordJudgment'
  | 'updateRemedy'
  | 'answerRemedy';

/** What of a case, or of something else that was answered, a remedy asks. */
export type Challenged = Pick<CaseFile, 'receipt' | 'remedies'> & Kept & Ordered;
export type RemedyMaking = Pick<Making, 'days' | 'newId' | 'statute' | 'grounds' | 'today'> & { readonly file: Challenged };
type EstablishesRemedies = { readonly [K in RemedyStep]: (command: CommandOf<K>, making: RemedyMaking) => RemedyFact };

/** Complaint, reconsideration, litigation: what reaches the organ, and what it answers. */
export const establishRemedy: EstablishesRemedies = {
  recordComplaint: ({ on, content }, { days, newId }) => ({
    type: 'COMPLAINT_RECORDED',
    on: days.past('on', on),
    remedyId: newId(),
    content,
  }),
  recordReconsiderationCopy: ({ on, organ, number, track, acceptedOn, appliedOn, lateReason }, making) => {
    const { days, newId, statute, file } = making;
    const received = days.past('on', on);
    if (acceptedOn !== undefined) days.past('acceptedOn', acceptedOn, arrivalDay(file.receipt));
    days.knows(acceptedOn === undefined || acceptedOn <= received, 'acceptedOn', 'future-date');
    days.knows(hasTrack(track, acceptedOn ?? received, statute), 'track', 'no-such-track');
    checkApplied({ kind: 'reconsideration', number, appliedOn }, acceptedOn ?? received, making);
    return {
      type: 'RECONSIDERATION_COPY_RECEIVED',
      on: received,
      remedyId: newId(),
      organ,
      number,
      acceptedOn,
      ...(track === undefined ? {} : { track }),
      ...applied(appliedOn, lateReason),
      ...liftedFor(making),
    };
  },
  recordReconsiderationDecision: ({ on, remedyId, result, actAnew, redoWorkingDays }, making) => {
    checkOrder({ actAnew, redoWorkingDays }, making);
    const remedy = openRemedy(making, remedyId, ({ kind }) => kind === 'reconsideration');
    checkResult({ result, actAnew }, remedy, making);
    const decided = { on: making.days.past('on', on, remedy?.openedOn), remedyId: idOf(remedy), result };
    return actAnew === true
      ? { type: 'ROUND_ORDERED', ...decided, redoWorkingDays }
      : { type: 'RECONSIDERATION_DECIDED', ...decided };
  },
  recordSuitCopy: ({ on, court, number, afterReconsideration, appliedOn, lateReason }, making) => {
    const { days, newId, file, grounds } = making;
    const received = days.past('on', on);
    checkApplied({ kind: 'litigation', number, appliedOn }, received, making);
    // Also where no decision came in its period (ALL 45).
    const wasReconsidered = file.remedies.some(({ kind }) => kind === 'reconsideration');
    days.knows(afterReconsideration !== true || wasReconsidered, 'afterReconsideration', 'not-reconsidered');
    // Who says nothing means what the case tells: a suit over what was reconsidered comes after it.
    const begun = file.round.order?.servedOn ?? '';
    const wasDecided = file.remedies.some(
      ({ kind, closedOn, result: said }) =>
        kind === 'reconsideration' && closedOn !== null && closedOn > begun && said !== 'withdrawn',
    );
    const comesAfter = afterReconsideration ?? (wasDecided ? true : undefined);
    const told = { court, number, afterReconsideration: comesAfter, ...applied(appliedOn, lateReason) };
    const outOfOrder = suitOrder(file, { on: received, afterReconsideration: comesAfter }, grounds);
    return {
      type: 'SUIT_COPY_RECEIVED',
      on: received,
      remedyId: newId(),
      ...told,
      ...(outOfOrder === null ? {} : { outOfOrder }),
      ...liftedFor(making),
    };
  },
  updateRemedy: ({ on, remedyId, appearing, hearingOn, hearingPlace, prolonged, track, ...appeal }, making) => {
    const remedy = openRemedy(making, remedyId, ({ kind }) => kind !== 'complaint');
    const judgedOn = remedy?.judged?.on;
    const day = making.days.past('on', on, judgedOn ?? remedy?.openedOn);
    const told = { hearingOn, hearingPlace, prolonged, ...(track === undefined ? {} : { track }), ...appealTold(appeal) };
    checkTold({ ...told, appearing }, remedy, making);
    checkAppeal(told, { judgedOn, until: day }, making);
    const listed = appearing === undefined ? {} : { appearingId: making.newId() };
    return { type: 'REMEDY_UPDATED', on: day, remedyId: idOf(remedy), ...listed, ...told };
  },
  recordJudgment: ({ on, remedyId, result, final, form, actAnew, redoWorkingDays }, making) => {
    checkOrder({ actAnew, redoWorkingDays }, making);
    // What can still be appealed orders nothing yet.
    making.days.knows(actAnew !== true || final !== false, 'actAnew', 'judgment-not-final');
    const remedy = openRemedy(making, remedyId, ({ kind }) => kind === 'litigation');
    checkResult({ result, actAnew }, remedy, making);
    const judged = { on: making.days.past('on', on, lastStepOf(remedy)), remedyId: idOf(remedy), result };
    return actAnew === true
      ? { type: 'ROUND_ORDERED', ...judged, redoWorkingDays }
      : { type: 'JUDGMENT_RECORDED', ...judged, final: isFinal(result, final), ...(form === undefined ? {} : { form }) };
  },
  answerRemedy: ({ remedyId, on, content }, making) => {
    const remedy = openRemedy(making, remedyId, ({ answeredOn }) => answeredOn === null);
    return { type: 'REMEDY_ANSWERED', on: making.days.past('on', on, remedy?.openedOn), remedyId: idOf(remedy), content };
  },
};

const idOf = (remedy: CaseRemedy | undefined): string => remedy?.id ?? '';

type Applied = {
  readonly kind: CaseRemedy['kind'];
  readonly number: string | undefined;
  readonly appliedOn: LocalDate | undefined;
};

/** It is not on record already, and was applied for before it was accepted. */
function checkApplied({ kind, number, appliedOn }: Applied, until: LocalDate, { days, file }: RemedyMaking): void {
  const isKnown = number !== undefined && file.remedies.some((one) => one.kind === kind && one.number === number);
  days.knows(!isKnown, 'number', 'raised-twice');
  if (appliedOn === undefined) return;
  days.past('appliedOn', appliedOn, arrivalDay(file.receipt));
  days.knows(appliedOn <= until, 'appliedOn', 'future-date');
}

const applied = (appliedOn: LocalDate | undefined, lateReason: string | undefined) => ({
  ...(appliedOn === undefined ? {} : { appliedOn }),
  ...(lateReason === undefined ? {} : { lateReason }),
});

type Appeal = Pick<CommandOf<'updateRemedy'>, 'appealedBy' | 'appealedOn' | 'lateReason'>;
type Told = Appeal & Pick<CommandOf<'updateRemedy'>, 'appearing' | 'hearingOn' | 'hearingPlace' | 'prolonged' | 'track'>;

const appealTold = ({ appealedBy, appealedOn, lateReason }: Appeal): Appeal => ({
  appealedBy,
  ...(appealedOn === undefined ? {} : { appealedOn }),
  ...(lateReason === undefined ? {} : { lateReason }),
});

/** Its day and what excuses it belong to an appeal; it came after the judgment and before we learnt of it. */
function checkAppeal(
  { appealedBy, appealedOn, lateReason }: Appeal,
  { judgedOn, until }: { readonly judgedOn: LocalDate | undefined; readonly until: LocalDate },
  { days }: RemedyMaking,
): void {
  const alone = appealedBy === undefined;
  for (const [path, told] of Object.entries({ appealedOn, lateReason }))
    if (alone && told !== undefined) days.add({ path, code: 'only-with', facts: { option: 'appealedBy' } });
  if (appealedOn === undefined) return;
  days.past('appealedOn', appealedOn, judgedOn);
  days.knows(appealedOn <= until, 'appealedOn', 'future-date');
}

/** Something is told, and the law knows it of this remedy. */
function checkTold(told: Told, remedy: CaseRemedy | undefined, { days, statute }: RemedyMaking): void {
  const isNew = Object.values<unknown>(told).some((one) => one !== undefined);
  days.knows(isNew, 'appearing', 'nothing-told');
  days.knows(told.hearingPlace === undefined || told.hearingOn !== undefined, 'hearingOn', 'required');
  days.knows(told.prolonged === undefined || mayProlong(remedy), 'prolonged', 'not-to-prolong');
  days.knows(told.appealedBy === undefined || mayAppeal(remedy), 'appealedBy', 'not-to-appeal');
  if (told.track !== undefined) days.knows(mayTake(told.track, remedy, statute), 'track', 'no-such-track');
}

type Track = NonNullable<CaseRemedy['track']>;

/** Whether the law knew the track on that day; of one that nobody has told nothing is known yet. */
const hasTrack = (track: Track | undefined, on: LocalDate, statute: RemedyMaking['statute']): boolean =>
  track === undefined || isInForce(statute, `reconsideration.answer_days.${track}`, on);

/** Its track is told later, or turned into the other one (ARL 53, 55). */
const mayTake = (track: Track, remedy: CaseRemedy | undefined, statute: RemedyMaking['statute']): boolean =>
  remedy?.kind === 'reconsideration' && hasTrack(track, remedy.acceptedOn ?? remedy.openedOn, statute);

/** Not the summary procedure, and once (ARL 62). */
const mayProlong = (remedy: CaseRemedy | undefined): boolean =>
  remedy?.kind === 'reconsideration' && remedy.track !== 'summary' && remedy.prolongedOn === undefined;

/** Against what the first instance said, once (ALL 85). */
const mayAppeal = (remedy: CaseRemedy | undefined): boolean => remedy?.judged !== undefined && remedy.appealed === undefined;

/** The day on which something took place last before a court; undefined where there is no suit. */
const lastStepOf = (remedy: CaseRemedy | undefined): LocalDate | undefined =>
  remedy?.appealed?.on ?? remedy?.judged?.on ?? remedy?.openedOn;

type Order = { readonly actAnew: boolean | undefined; readonly redoWorkingDays: number | undefined };

/** A period to act anew belongs to an order to act anew. */
function checkOrder({ actAnew, redoWorkingDays }: Order, { days }: RemedyMaking): void {
  if (redoWorkingDays !== undefined && actAnew !== true)
    days.add({ path: 'redoWorkingDays', code: 'only-with', facts: { option: 'actAnew' } });
}

type Ended = { readonly result: string; readonly actAnew: boolean | undefined };

/** An appeal is over only where there was one, and an order to act anew goes with what changes something. */
function checkResult({ result, actAnew }: Ended, remedy: CaseRemedy | undefined, { days }: RemedyMaking): void {
  days.knows(!isAppealEnd(result) || remedy?.judged !== undefined, 'result', 'no-first-judgment');
  days.knows(actAnew !== true || mayOrder(result, remedy), 'actAnew', 'orders-nothing');
}

/** What ends an appeal cannot be appealed against (ALL 7). */
const isFinal = (result: string, said: boolean | undefined): boolean => isAppealEnd(result) || (said ?? true);

/** The remedy named, or of those that are meant the only open one: of several nobody guesses which. */
function openRemedy(
  { file, days }: RemedyMaking,
  id: string | undefined,
  isMeant: (remedy: CaseRemedy) => boolean,
): CaseRemedy | undefined {
  const open = file.remedies.filter((remedy) => remedy.closedOn === null && isMeant(remedy));
  if (id === undefined && open.length > 1) {
    days.add({ path: 'remedyId', code: 'which-remedy', facts: { count: open.length } });
    return undefined;
  }
  const found = id === undefined ? open[0] : open.find((remedy) => remedy.id === id);
  days.knows(found !== undefined, 'remedyId', 'unknown-remedy');
  return found;
}
