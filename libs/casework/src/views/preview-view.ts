import type { LocalDate } from '@gongkai/calendar';
import type { Ledger, PreviewView } from '@gongkai/contracts';
import { ledgerIfExtended, type CaseFact, type CaseFile } from '@gongkai/lifecycle';
import type { Reckoned } from '../desk/columns.js';
import { deadlinesView } from './case-view.js';

/** What a step would bring about, seen from before and after. */
export function previewView(fact: CaseFact, before: Reckoned, after: Reckoned): PreviewView {
  const notices = noticesMade(before.now.file, after.now.file);
  const { state, light, clock } = after.standing;
  const view: PreviewView = {
    state,
    light,
    clock,
    deadlines: deadlinesView(after),
    changes: [...changesOf(before.ledger, after.ledger), ...otherChanges(before.others, after.others)],
    ifApproved: changesIfApproved(before.now.file, after),
    notices: notices.map((notice) => ({ ...notice })),
    opens: fact.type === 'SPLIT' ? [{ items: [...fact.items] }] : [],
    told: [...notices.map(({ kind }) => ({ who: addresseeOf(kind), by: 'notice' as const, kind })), ...taskOf(before, after)],
  };
  return JSON.parse(JSON.stringify(view)) as PreviewView;
}

/** What a proposal of this step will move once it is approved. */
function changesIfApproved(before: CaseFile, { now: { file }, ledger, law, today }: Reckoned): PreviewView['ifApproved'] {
  if (before.round.extensionProposed !== null) return [];
  const extended = ledgerIfExtended(file, ledger, law, today);
  return extended === null ? [] : changesOf(ledger, extended);
}

/** Notices that were not there, or not sent, before. */
function noticesMade(before: CaseFile, after: CaseFile): CaseFile['notices'] {
  const known = new Map(before.notices.map((notice) => [notice.id, notice]));
  return after.notices.filter((notice) => {
    const earlier = known.get(notice.id);
    return earlier === undefined || (earlier.dispatchedOn === null && notice.dispatchedOn !== null);
  });
}

const addresseeOf = (kind: PreviewView['notices'][number]['kind']): string =>
  kind === 'consultation' || kind === 'third_party_disclosure' ? 'consulted' : 'applicant';

/** Whose turn it is then, where it is another's than now, or another step's. */
function taskOf({ standing: { turn: held } }: Reckoned, { standing: { turn } }: Reckoned): PreviewView['told'] {
  const isSame = held.role === turn.role && held.personId === turn.personId && held.step === turn.step;
  if (turn.role === null || isSame) return [];
  return [{ who: turn.role, by: 'task', ...(turn.step === null ? {} : { step: turn.step }) }];
}

type Others = Reckoned['others'];
const dayOf = ({ due, provisionalDue }: Others[number]): LocalDate | null => due ?? provisionalDue ?? null;
const nameOf = ({ deadline, about }: Others[number]): string => (about === undefined ? deadline : `${deadline}:${about}`);

/** The deadlines beside the clock that were not there before, fall on another day, or are met by the step. */
function otherChanges(before: Others, after: Others): PreviewView['changes'] {
  const known = new Map(before.map((other) => [nameOf(other), other]));
  return after.flatMap((other) => {
    const earlier = known.get(nameOf(other));
    const change = {
      deadline: nameOf(other),
      before: earlier ? dayOf(earlier) : null,
      after: dayOf(other),
      ...(other.provisionalDue === undefined ? {} : { provisional: true as const }),
    };
    if (other.metOn !== null && (earlier?.metOn ?? null) === null) return [{ ...change, metOn: other.metOn }];
    return change.before === change.after ? [] : [change];
  });
}

const COMPARED = [
  'receivedOn',
  'correctionNoticeDeadline',
  'replyDue',
  'extendedDue',
  'finalDue',
  'provisionalFinalDue',
  'cautiousFinalDue',
  'correctionDueFromApplicant',
  'feePaymentDue',
] as const;

/** The dates that differ between two readings of a clock. */
export function changesOf(before: Ledger | null, after: Ledger): PreviewView['changes'] {
  const dates = COMPARED.map((deadline) => ({
    deadline,
    before: before?.[deadline] ?? null,
    after: after[deadline] ?? null,
  }));
  return [...dates, ...answerChanges(before, after)].filter((change) => change.before !== change.after);
}

function answerChanges(before: Ledger | null, after: Ledger): PreviewView['changes'] {
  const known = new Map((before?.consultations ?? []).map(({ id, answerDue }) => [id, answerDue]));
  return after.consultations.map(({ id, answerDue }) => ({
    deadline: `answerDue:${id}`,
    before: known.get(id) ?? null,
    after: answerDue,
  }));
}
