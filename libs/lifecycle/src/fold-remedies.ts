import type { CaseFile } from './case-file.js';
import { NO_MOVES, NO_REPLY } from './case-file.js';
import type { Folds } from './fold-step.js';
import { conclusionOf } from './outcome.js';
import { remediesWith, type RemedyFact, type RemedyFactType } from './remedy-list.js';

const listed = (file: CaseFile, fact: RemedyFact): CaseFile => ({ ...file, remedies: remediesWith(file.remedies, fact) });

/** Complaint, reconsideration, litigation, and what they order. Remedies belong to the case, not to a round. */
export const foldRemedies: Folds<RemedyFactType> = {
  COMPLAINT_RECORDED: listed,
  RECONSIDERATION_COPY_RECEIVED: (file, fact) => listed(keptFor(file, fact.retention), fact),
  RECONSIDERATION_DECIDED: listed,
  SUIT_COPY_RECEIVED: (file, fact) => listed(keptFor(file, fact.retention), fact),
  JUDGMENT_RECORDED: listed,
  REMEDY_UPDATED: listed,
  ROUND_ORDERED: (file, fact) => ({
    ...listed(file, fact),
    items: file.items.map((item) => ({ ...item, decision: null, fileIds: [], review: null })),
    round: {
      number: file.round.number + 1,
      order: { servedOn: fact.on, workingDays: fact.redoWorkingDays },
      moves: NO_MOVES,
      reply: NO_REPLY,
      extensionProposed: null,
    },
    ending: null,
    concluded: conclusionOf(file),
    filedOn: null,
    retention: null,
    reached: { acceptance: fact.on, handling: fact.on },
  }),
  REMEDY_ANSWERED: listed,
};

/** A remedy that comes after filing can lift how long the case is kept. */
const keptFor = (file: CaseFile, retention: string | undefined): CaseFile =>
  retention === undefined ? file : { ...file, retention };
