import { arrivalDay, isInForce } from '@gongkai/statutes';
import type { CaseRemedy } from './case-file.js';
import type { Establishes, Making } from './establish-step.js';

type RemedyStep =
  | 'recordComplaint'
  | 'recordReconsiderationCopy'
  | 'recordReconsiderationDecision'
  | 'recordSuitCopy'
  | 'recordJudgment'
  | 'answerRemedy';

/** Complaint, reconsideration, litigation: what reaches the organ, and what it answers. */
export const establishRemedy: Establishes<RemedyStep> = {
  recordComplaint: ({ on, content }, { days, newId }) => ({
    type: 'COMPLAINT_RECORDED',
    on: days.past('on', on),
    remedyId: newId(),
    content,
  }),
  recordReconsiderationCopy: ({ on, organ, number, track, acceptedOn }, { days, newId, statute, file }) => {
    const received = days.past('on', on);
    if (acceptedOn !== undefined) days.past('acceptedOn', acceptedOn, arrivalDay(file.receipt));
    days.knows(acceptedOn === undefined || acceptedOn <= received, 'acceptedOn', 'future-date');
    const isKnown = isInForce(statute, `reconsideration.answer_days.${track ?? 'ordinary'}`, acceptedOn ?? received);
    days.knows(isKnown, 'track', 'no-such-track');
    return {
      type: 'RECONSIDERATION_COPY_RECEIVED',
      on: received,
      remedyId: newId(),
      organ,
      number,
      acceptedOn,
      track: track ?? 'ordinary',
    };
  },
  recordReconsiderationDecision: ({ on, remedyId, result, actAnew, redoWorkingDays }, making) => {
    checkOrder({ actAnew, redoWorkingDays }, making);
    const remedy = openRemedy(making, remedyId, ({ kind }) => kind === 'reconsideration');
    const decided = { on: making.days.past('on', on, remedy?.openedOn), remedyId: remedy?.id ?? '', result };
    return actAnew === true
      ? { type: 'ROUND_ORDERED', ...decided, redoWorkingDays }
      : { type: 'RECONSIDERATION_DECIDED', ...decided };
  },
  recordSuitCopy: ({ on, court, number, afterReconsideration }, { days, newId }) => ({
    type: 'SUIT_COPY_RECEIVED',
    on: days.past('on', on),
    remedyId: newId(),
    court,
    number,
    afterReconsideration,
  }),
  recordJudgment: ({ on, remedyId, result, final, actAnew, redoWorkingDays }, making) => {
    checkOrder({ actAnew, redoWorkingDays }, making);
    // What can still be appealed orders nothing yet.
    making.days.knows(actAnew !== true || final !== false, 'actAnew', 'judgment-not-final');
    const remedy = openRemedy(making, remedyId, ({ kind }) => kind === 'litigation');
    const judged = { on: making.days.past('on', on, remedy?.openedOn), remedyId: remedy?.id ?? '', result };
    return actAnew === true
      ? { type: 'ROUND_ORDERED', ...judged, redoWorkingDays }
      : { type: 'JUDGMENT_RECORDED', ...judged, final: final ?? true };
  },
  answerRemedy: ({ remedyId, on, content }, making) => {
    const remedy = openRemedy(making, remedyId, ({ answeredOn }) => answeredOn === null);
    return { type: 'REMEDY_ANSWERED', on: making.days.past('on', on, remedy?.openedOn), remedyId: remedy?.id ?? '', content };
  },
};

type Order = { readonly actAnew: boolean | undefined; readonly redoWorkingDays: number | undefined };

/** A period to act anew belongs to an order to act anew. */
function checkOrder({ actAnew, redoWorkingDays }: Order, { days }: Making): void {
  if (redoWorkingDays !== undefined && actAnew !== true)
    days.add({ path: 'redoWorkingDays', code: 'only-with', facts: { option: 'actAnew' } });
}

/** The remedy named, or of those that are meant the open one that came last. */
function openRemedy(
  { file, days }: Making,
  id: string | undefined,
  isMeant: (remedy: CaseRemedy) => boolean,
): CaseRemedy | undefined {
  const open = file.remedies.filter((remedy) => remedy.closedOn === null && isMeant(remedy));
  const found = id === undefined ? open.at(-1) : open.find((remedy) => remedy.id === id);
  days.knows(found !== undefined, 'remedyId', 'unknown-remedy');
  return found;
}
