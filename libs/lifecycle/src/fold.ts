import type { CaseFile, CaseItem } from './case-file.js';
import { FIRST_ROUND } from './case-file.js';
import type { CaseFact, FactOf, FactType } from './facts.js';
import type { Entry, Fold, Folds } from './fold-step.js';
import { foldClock } from './fold-clock.js';
import { foldRemedies } from './fold-remedies.js';
import { ended } from './fold-step.js';
import { foldReply } from './fold-reply.js';

const unchanged = (file: CaseFile): CaseFile => file;

const folds: Folds<FactType> = {
  APPLICATION_RECEIVED: (file) => file,
  RECEIPT_CONFIRMED: (file, { confirmedOn }) => ({ ...file, receipt: { ...file.receipt, confirmedOn } as CaseFile['receipt'] }),
  CONTACT_ATTEMPTED: (file) => ({ ...file, contactAttempts: file.contactAttempts + 1 }),
  REGISTERED: unchanged,
  ACCEPTED: (file, { on }) => ({ ...file, reached: { ...file.reached, handling: on } }),
  ASSIGNED: (file, { assignee }, { today }) => ({ ...file, assignee, since: today }),
  CLAIMED: (file, { assignee }, { today }) => ({ ...file, assignee, since: today }),
  SEARCH_RECORDED: (file) => ({ ...file, searches: file.searches + 1 }),
  MERGED: (file, { on }) => ended(file, { outcome: 'merged', on }),
  SPLIT: (file, { items, newCaseId }) => ({
    ...file,
    items: file.items.filter(({ id }) => !items.includes(id)),
    linkedCaseIds: [...file.linkedCaseIds, newCaseId],
  }),
  CASE_LINKED: (file, { caseId }) => ({ ...file, linkedCaseIds: [...file.linkedCaseIds.filter((id) => id !== caseId), caseId] }),
  VOIDED: (file, { on }) => ended(file, { outcome: 'other', on }),
  FACT_CORRECTED: (file, { entryId: about, moves }, { id: entryId, actorId: by }) =>
    moves ? { ...file, toConfirm: [...file.toConfirm, { entryId, reason: 'fact-corrected', about, by }] } : file,
  FACT_CONFIRMED: (file, { entryId }) => settled(file, entryId),
  // What it said is undone by the replay, which leaves out a correction that was rejected.
  FACT_RESTORED: (file, { entryId }) => settled(file, entryId),
  LATE_REASON_GIVEN: (file) => ({ ...file, lateReasonMissing: false }),
  PUBLICATION_SUGGESTED: (file) => ({ ...file, publication: file.publication === 'published' ? 'published' : 'suggested' }),
  PUBLISHED: (file) => ({ ...file, publication: 'published' }),
  FILED: (file, { on }) => ({ ...file, filedOn: on }),
  NOTED: unchanged,
  ...foldClock,
  ...foldReply,
  ...foldRemedies,
};

/** The case after one more fact. */
export function fold(file: CaseFile, fact: CaseFact, entry: Entry): CaseFile {
  return (folds[fact.type] as Fold<FactType>)(file, fact, entry);
}

const settled = (file: CaseFile, id: string): CaseFile => ({
  ...file,
  toConfirm: file.toConfirm.filter(({ entryId }) => entryId !== id),
});

/** The case as its application opens it. */
export function openFile(fact: FactOf<'APPLICATION_RECEIVED'>, { id, actorId, today }: Entry): CaseFile {
  return {
    receipt: fact.receipt,
    applicantId: fact.applicantId,
    wantedForm: fact.wantedForm,
    delivery: fact.delivery,
    items: fact.items.map((item): CaseItem => ({ ...item, decision: null, fileIds: [], review: null })),
    notices: [],
    consultations: [],
    remedies: [],
    round: FIRST_ROUND,
    assignee: null,
    contactAttempts: 0,
    searches: 0,
    ending: null,
    filedOn: null,
    publication: 'none',
    linkedCaseIds: fact.splitFrom === undefined ? [] : [fact.splitFrom],
    reached: { acceptance: today },
    since: today,
    toConfirm: fact.settledByArrival ? [{ entryId: id, reason: 'logged-late', by: actorId }] : [],
    lateReasonMissing: fact.loggedLate === true,
  };
}
