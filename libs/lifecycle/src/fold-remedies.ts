import type { LocalDate } from '@gongkai/calendar';
import type { CaseFile, CaseRemedy } from './case-file.js';
import { NO_MOVES, NO_REPLY } from './case-file.js';
import type { FactType } from './facts.js';
import type { Folds } from './fold-step.js';
import { conclusionOf } from './outcome.js';
import { resultOf } from './remedy-results.js';

type RemedyFact = Extract<
  FactType,
  | 'COMPLAINT_RECORDED'
  | `RECONSIDERATION_${string}`
  | 'SUIT_COPY_RECEIVED'
  | 'JUDGMENT_RECORDED'
  | 'ROUND_ORDERED'
  | 'REMEDY_UPDATED'
  | 'REMEDY_ANSWERED'
>;

/** When and where it is heard, where that was said. */
const hearingOf = (on: LocalDate | undefined, place: string | undefined): Pick<Partial<CaseRemedy>, 'hearing'> =>
  on === undefined ? {} : { hearing: { on, ...(place ? { place } : {}) } };

/** Complaint, reconsideration, litigation, and what they order. Remedies belong to the case, not to a round. */
export const foldRemedies: Folds<RemedyFact> = {
  COMPLAINT_RECORDED: (file, { remedyId, on }) => opened(file, { id: remedyId, kind: 'complaint', openedOn: on }),
  RECONSIDERATION_COPY_RECEIVED: (file, { remedyId, on, track, acceptedOn, organ, number, retention }) =>
    opened(keptFor(file, retention), {
      ...{ id: remedyId, kind: 'reconsideration', openedOn: on, track: track ?? null, acceptedOn: acceptedOn ?? null },
      ...heardBy(organ, number),
    }),
  RECONSIDERATION_DECIDED: (file, { remedyId, on, result }) => remedy(file, remedyId, { closedOn: on, result }),
  SUIT_COPY_RECEIVED: (file, { remedyId, on, afterReconsideration = false, outOfOrder, court, number, retention }) =>
    opened(keptFor(file, retention), {
      ...{ id: remedyId, kind: 'litigation', openedOn: on, afterReconsideration },
      ...(outOfOrder === undefined ? {} : { outOfOrder }),
      ...heardBy(court, number),
    }),
  JUDGMENT_RECORDED: (file, { remedyId, on, result, final, form = 'judgment' }) =>
    final
      ? remedy(file, remedyId, { closedOn: on, result: heldIn(file, remedyId, result) })
      : remedy(file, remedyId, { closedOn: null, result, judged: { on, form } }),
  REMEDY_UPDATED: (file, { remedyId, on, representatives, appearingId, hearingOn, hearingPlace, prolonged, track, ...appeal }) =>
    remedy(file, remedyId, {
      ...(representatives === undefined ? {} : { representatives }),
      ...(appearingId === undefined ? {} : { appearingId }),
      ...hearingOf(hearingOn, hearingPlace),
      ...(prolonged === undefined ? {} : { prolongedOn: on }),
      ...(track === undefined ? {} : { track }),
      ...(appeal.appealedBy === undefined ? {} : { appealed: { on: appeal.appealedOn ?? on, by: appeal.appealedBy } }),
    }),
  ROUND_ORDERED: (file, { remedyId, on, result, redoWorkingDays }) => ({
    ...remedy(file, remedyId, { closedOn: on, result: heldIn(file, remedyId, result) }),
    items: file.items.map((item) => ({ ...item, decision: null, fileIds: [], review: null })),
    round: {
      number: file.round.number + 1,
      order: { servedOn: on, workingDays: redoWorkingDays },
      moves: NO_MOVES,
      reply: NO_REPLY,
      extensionProposed: null,
    },
    ending: null,
    concluded: conclusionOf(file),
    filedOn: null,
    retention: null,
    reached: { acceptance: on, handling: on },
  }),
  // A complaint is over with its answer; the others wait for what is decided (REG 47, 51).
  REMEDY_ANSWERED: (file, { remedyId, on }) => {
    const complaint = file.remedies.some(({ id, kind }) => id === remedyId && kind === 'complaint');
    return remedy(file, remedyId, { answeredOn: on, ...(complaint ? { closedOn: on } : {}) });
  },
};

/** A remedy that comes after filing can lift how long the case is kept. */
const keptFor = (file: CaseFile, retention: string | undefined): CaseFile =>
  retention === undefined ? file : { ...file, retention };

const heldIn = ({ remedies }: CaseFile, remedyId: string, said: string): string =>
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

const opened = (file: CaseFile, remedy: Pick<CaseRemedy, 'id' | 'kind' | 'openedOn'> & Partial<CaseRemedy>): CaseFile => ({
  ...file,
  remedies: [...file.remedies, { ...CLOSED_NOTHING, ...remedy }],
});

const remedy = (file: CaseFile, id: string, change: Partial<CaseRemedy>): CaseFile => ({
  ...file,
  remedies: file.remedies.map((it) => (it.id === id ? { ...it, ...change } : it)),
});
