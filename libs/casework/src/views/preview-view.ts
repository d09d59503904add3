import type { LocalDate } from '@gongkai/calendar';
import { isToApplicant, type Language, type PreviewView } from '@gongkai/contracts';
import { feeExplained, ledgerIfExtended, type CaseFact, type CaseFile } from '@gongkai/lifecycle';
import type { Reckoned } from '../desk/columns.js';
import type { Followed } from '../desk/follow.js';
import { deadlinesView } from './case-view.js';
import { changesOf } from './date-changes.js';
import { reportRows } from './report-row-view.js';
import { noticeView } from './notice-view.js';

/** A case before and after a step, and in which language it is told. */
type Seen = { readonly before: Reckoned; readonly after: Reckoned; readonly language: Language };

/** What a step would bring about, seen from before and after. */
export function previewView(fact: CaseFact, { before, after, language }: Seen, followed: readonly Followed[]): PreviewView {
  const notices = noticesMade(before.now.file, after.now.file);
  const { state, light, clock } = after.standing;
  const view: PreviewView = {
    state,
    light,
    clock,
    deadlines: deadlinesView(after),
    ...rowsBetween({ before, after, language }),
    changes: changesBetween(before, after),
    ifApproved: changesIfApproved(before.now.file, after),
    notices: notices.map(noticeView),
    fee: feeIn(fact, after),
    suitOrder: fact.type === 'SUIT_COPY_RECEIVED' ? (fact.outOfOrder ?? null) : null,
    opens: fact.type === 'SPLIT' ? [{ items: [...fact.items] }] : [],
    follows: followed.map(({ follower: { row }, decision, reckoned }) => ({
      id: row.id,
      number: row.number,
      changes: changesOf(decision.before, reckoned.ledger),
    })),
    told: [
      ...notices.map(({ kind }) => ({ who: addresseeOf(kind), by: 'notice' as const, kind })),
      ...tasksOf(before, after),
      ...orderTaskOf(fact, after.now.file),
    ],
  };
  return JSON.parse(JSON.stringify(view)) as PreviewView;
}

/** What is charged, and how it comes about. */
function feeIn(fact: CaseFact, { law }: Reckoned): PreviewView['fee'] {
  if (fact.type !== 'FEE_NOTICE_MADE') return null;
  const { basis, amount, paidBefore } = fact;
  return {
    basis,
    amount,
    ...(paidBefore === undefined ? {} : { paidBefore }),
    lines: [...(feeExplained(fact, law.tariffs)?.lines ?? [])],
  };
}

/** Where the case and what is decided anew would count, as far as the step changes it. */
function rowsBetween({ before, after, language }: Seen): Pick<PreviewView, 'reportRow' | 'itemRows'> {
  const [known, told] = [reportRows(before, language), reportRows(after, language)];
  const isSame = known.ofCase?.row === told.ofCase?.row && known.ofCase?.isFinal === told.ofCase?.isFinal;
  const decidedBefore = new Map(before.now.file.items.map(({ id, decision }) => [id, decision]));
  const decided = after.now.file.items.filter((item) => item.decision !== (decidedBefore.get(item.id) ?? null));
  return {
    reportRow: isSame ? null : told.ofCase,
    itemRows: decided.flatMap((item) => {
      const row = told.ofItem(item);
      return row === null ? [] : [{ itemId: item.id, ...row }];
    }),
  };
}

/** A new round is told by its reply date: the application was received when it was, and its reply date is that of the order. */
const OF_THE_ROUND: ReadonlySet<string> = new Set(['receivedOn', 'redoDue']);

function changesBetween(before: Reckoned, after: Reckoned): PreviewView['changes'] {
  const changes = [...changesOf(before.ledger, after.ledger), ...otherChanges(before.others, after.others)];
  const isSameRound = before.now.file.round.number === after.now.file.round.number;
  return isSameRound ? changes : changes.filter(({ deadline }) => !OF_THE_ROUND.has(deadline));
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

const addresseeOf = (kind: PreviewView['notices'][number]['kind']): string => (isToApplicant(kind) ? 'applicant' : 'consulted');

/** Who has something to do then: whose turn it is, and who checks what was corrected, told once where it is the same. */
function tasksOf(before: Reckoned, after: Reckoned): PreviewView['told'] {
  const turn = taskOf(before, after);
  const isSaid = turn.some(({ step }) => step === CHECK.step);
  return isSaid || !isChecked(before.now.file, after.now.file) ? turn : [...turn, CHECK];
}

/** Whose turn it is then, where it is another's than now, or another step's. */
function taskOf({ standing: { turn: held } }: Reckoned, { standing: { turn } }: Reckoned): PreviewView['told'] {
  const isSame = held.role === turn.role && held.personId === turn.personId && held.step === turn.step;
  if (turn.role === null || isSame) return [];
  return [{ who: turn.role, by: 'task', ...(turn.step === null ? {} : { step: turn.step }) }];
}

/** Who answers an order, and who judges the answer. */
const ORDER_TASKS: Readonly<Partial<Record<CaseFact['type'], PreviewView['told'][number]>>> = {
  ORDER_ISSUED: { who: 'caseworker', by: 'task', step: 'answerOrder' },
  ORDER_REPEATED: { who: 'caseworker', by: 'task', step: 'answerOrder' },
  ORDER_ANSWERED: { who: 'supervisor', by: 'task', step: 'closeOrder' },
};

/** Nobody closes what is closed: whoever gave it is told what came after, and that is all. */
function orderTaskOf(fact: CaseFact, { orders }: CaseFile): PreviewView['told'] {
  const task = ORDER_TASKS[fact.type];
  if (task === undefined) return [];
  const isOver = fact.type === 'ORDER_ANSWERED' && orders.some(({ id, closed }) => id === fact.orderId && closed !== null);
  return isOver ? [{ who: task.who, by: task.by }] : [task];
}

const CHECK: PreviewView['told'][number] = { who: 'approver', by: 'task', step: 'confirmFact' };

/** A correction that moves dates, or what is entered late, is checked by somebody else. */
function isChecked({ toConfirm: before }: CaseFile, { toConfirm }: CaseFile): boolean {
  const known = new Set(before.map(({ entryId }) => entryId));
  return toConfirm.some(({ entryId, reason }) => reason !== 'logged-late' && !known.has(entryId));
}

type Others = Reckoned['others'];
const otherDay = ({ due, provisionalDue }: Others[number]): LocalDate | null => due ?? provisionalDue ?? null;
const nameOf = ({ deadline, about }: Others[number]): string => (about === undefined ? deadline : `${deadline}:${about}`);

/** The deadlines beside the clock that come, fall on another day, are met by the step, or fall away. */
const otherChanges = (before: Others, after: Others): PreviewView['changes'] => [
  ...comeOrMoved(before, after),
  ...fallenAway(before, after),
];

function fallenAway(before: Others, after: Others): PreviewView['changes'] {
  const left = new Set(after.map(nameOf));
  const gone = before.filter((other) => other.metOn === null && otherDay(other) !== null && !left.has(nameOf(other)));
  return gone.map((other) => ({ deadline: nameOf(other), before: otherDay(other), after: null }));
}

function comeOrMoved(before: Others, after: Others): PreviewView['changes'] {
  const known = new Map(before.map((other) => [nameOf(other), other]));
  return after.flatMap((other) => {
    const earlier = known.get(nameOf(other));
    const change = {
      deadline: nameOf(other),
      before: earlier ? otherDay(earlier) : null,
      after: otherDay(other),
      ...(other.provisionalDue === undefined ? {} : { provisional: true as const }),
    };
    if (other.metOn !== null && (earlier?.metOn ?? null) === null) return [{ ...change, metOn: other.metOn }];
    return change.before === change.after ? [] : [change];
  });
}
