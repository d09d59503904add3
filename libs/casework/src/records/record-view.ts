import type { LocalDate } from '@gongkai/calendar';
import {
  RECORD_STEPS,
  type FileView,
  type RecordCorrection,
  type RecordRemedyStep,
  type RecordStanding,
  type RecordState,
  type RecordStepName,
} from '@gongkai/contracts';
import { inForce, otherDeadlines, type OtherFact } from '@gongkai/statutes';
import { masked } from '../applicants.js';
import type { LawOfCase } from '../law-shelf.js';
import { isOneWith, type Person } from '../person.js';
import { recordNow, type RecordFile, type RecordNow, type RedoOrder } from './record-file.js';
import { challengesOf, isRemedyStep, remedyDeadlines, remedyOffered, waysOpen } from './record-remedies.js';
import type { RecordRow } from './record-rows.js';

/** By which law, on which day, and who looks. */
export type Looking = { readonly law: LawOfCase; readonly today: LocalDate };
type Deadlines = Pick<RecordCorrection, 'due' | 'remedies' | 'challenges'>;

/** Who looks at them: they tell of persons. */
export const RECORD_READERS = ['caseworker', 'clerk', 'approver', 'supervisor', 'auditor', 'archivist'] as const;

const REMEDY_ROLES = {
  recordComplaint: 'caseworker',
  recordReconsiderationCopy: 'caseworker',
  recordReconsiderationDecision: 'caseworker',
  recordSuitCopy: 'caseworker',
  recordJudgment: 'caseworker',
  updateRemedy: 'caseworker',
  answerRemedy: 'caseworker',
} as const satisfies Record<RecordRemedyStep, Person['roles'][number]>;

/** Whose step each is. */
export const ROLE_OF = {
  decide: 'caseworker',
  sendBack: 'approver',
  sign: 'approver',
  send: 'caseworker',
  serve: 'caseworker',
  withdraw: 'caseworker',
  ...REMEDY_ROLES,
} as const satisfies Record<RecordStepName, Person['roles'][number]>;

/** In which states a step is open. */
const OPEN_IN: Readonly<Record<Exclude<RecordStepName, RecordRemedyStep>, readonly RecordNow['state'][]>> = {
  decide: ['open', 'drafted'],
  sendBack: ['drafted'],
  sign: ['drafted'],
  send: ['signed'],
  serve: ['sent'],
  withdraw: ['open', 'drafted', 'signed'],
};

/** Whether a step can be taken now, by whomever. What is brought against it comes at any time, and the law says against what. */
export const isOpenNow = (step: RecordStepName, { state }: RecordNow): boolean =>
  isRemedyStep(step) || OPEN_IN[step].includes(state);

/** Who drafted the decision does not sign it, nor who signs in their place. */
export const isOwnDraft = (person: Pick<Person, 'id' | 'standsFor'>, { decision }: RecordNow): boolean =>
  isOneWith(person, decision?.by);

/** What a person may do with it. */
function mayDo({ organId, isOver }: Pick<RecordRow, 'organId'> & { readonly isOver: boolean }, now: RecordNow, person: Person) {
  if (person.organId !== organId) return [];
  const isOffered = (step: RecordStepName): boolean =>
    isRemedyStep(step) ? remedyOffered(step, now, isOver) : isOpenNow(step, now) && !(step === 'sign' && isOwnDraft(person, now));
  return RECORD_STEPS.filter((step) => person.roles.includes(ROLE_OF[step]) && isOffered(step));
}

/** What its period runs from: its receipt, or an order to act anew. */
const begunBy = (receivedOn: LocalDate, order: RedoOrder | null): OtherFact =>
  order === null
    ? { type: 'record_correction_requested', on: receivedOn }
    : { type: 'redo_ordered', on: order.servedOn, ...(order.workingDays ? { workingDays: order.workingDays } : {}) };

/**
 * By when it is to be dealt with: 20 working days by default (REG 41 names no period); an estimate where the calendar is not published.
 * @param order to act anew, with the period it sets, else `redo.days`
 */
export function recordDue(
  receivedOn: LocalDate,
  { statute, calendar, grounds }: Pick<LawOfCase, 'statute' | 'calendar' | 'grounds'>,
  order: RedoOrder | null,
): Pick<Deadlines['due'], 'on' | 'provisional' | 'article'> {
  const [own] = otherDeadlines([begunBy(receivedOn, order)], statute, calendar, grounds);
  const on = own?.due ?? own?.provisionalDue;
  if (own === undefined || on === undefined) throw new Error('A request to correct a record has no period in this statute.');
  return { on, provisional: own.due === null, article: own.article };
}

/** That, the applicant's own periods from service, and what was brought. */
function deadlinesOf(file: RecordFile, now: RecordNow, { law, today }: Looking): Deadlines {
  const { receivedOn } = file.asked;
  const due = recordDue(receivedOn, law, now.order);
  const isOver = now.sentOn !== null || now.withdrawnOn !== null;
  const remedies = remedyDeadlines({ file, now }, { law, today });
  return {
    due: {
      ...due,
      daysLeft: isOver ? null : law.calendar.count(today, due.on),
      length: lengthOf(receivedOn, now.order, law),
      order: now.order === null ? null : orderOf(file, now.remedies),
    },
    remedies: waysOpen(remedies),
    challenges: challengesOf({ file, now }, remedies),
  };
}

/** In working days. */
const lengthOf = (receivedOn: LocalDate, order: RedoOrder | null, { statute }: Looking['law']): number =>
  order === null
    ? inForce(statute, 'record_correction.days', receivedOn)
    : (order.workingDays ?? inForce(statute, 'redo.days', order.servedOn));

/** The decision or judgment by which it is to be dealt with anew, the last one. */
function orderOf({ deeds }: RecordFile, remedies: RecordNow['remedies']): Deadlines['due']['order'] {
  const fact = deeds.findLast((deed) => deed.fact?.type === 'ROUND_ORDERED')?.fact;
  const { kind, before = null, number = null } = remedies.find(({ id }) => id === fact?.remedyId) ?? {};
  if (fact === undefined || kind === undefined || kind === 'complaint') return null;
  return { on: fact.on, kind, before, number };
}

/** Of which no answer has left. */
export const UNSENT: ReadonlySet<RecordNow['state']> = new Set(['open', 'drafted', 'signed']);

/** Late from the first day after the last one, until it is sent. */
const stateOf = ({ state }: RecordNow, { on }: Deadlines['due'], today: LocalDate): RecordState =>
  UNSENT.has(state) && today > on ? 'overdue' : state;

/** As an official sees it. */
export function recordView(
  row: RecordRow,
  file: RecordFile,
  { person, files, ...looking }: Looking & { readonly person: Person; readonly files: readonly FileView[] },
): RecordCorrection {
  const now = recordNow(file);
  const { applicant, record, wrong, wanted, channel, receivedOn, proof = null, fileIds } = file.asked;
  const reckoned = deadlinesOf(file, now, looking);
  const state = stateOf(now, reckoned.due, looking.today);
  return {
    id: row.id,
    version: row.version,
    number: row.number,
    organ: organOf(row),
    state,
    channel,
    receivedOn,
    applicant: {
      ...applicant,
      ...(applicant.idNumber === undefined ? {} : { idNumber: masked(applicant.idNumber) }),
    },
    ...{ record, wrong, wanted, proof },
    files: fileIds.flatMap((id) => files.find((one) => one.id === id) ?? []),
    ...reckoned,
    ...answerOf(now),
    history: file.deeds.map(({ did, on, at, name, text, agreedTo }) => ({
      did,
      on,
      at,
      by: name,
      text: text ?? agreedTo ?? null,
    })),
    may: mayDo({ ...row, isOver: !UNSENT.has(state as RecordNow['state']) }, now, person),
  };
}

const answerOf = (now: RecordNow): Pick<RecordCorrection, 'decision' | 'notice' | 'sentOn' | 'servedOn'> => ({
  decision: decisionOf(now),
  notice: noticeOf(now),
  sentOn: now.sentOn,
  servedOn: now.servedOn,
});

function decisionOf({ decision }: RecordNow): RecordCorrection['decision'] {
  if (decision?.outcome === undefined) return null;
  const { outcome, text = '', otherOrgan = null, name } = decision;
  return { outcome, text, otherOrgan, by: name };
}

function noticeOf({ signature }: RecordNow): RecordCorrection['notice'] {
  if (signature?.papers === undefined) return null;
  return { number: signature.number ?? '', ...signature.papers };
}

const organOf = ({ code, nameZh, nameEn }: RecordRow): RecordCorrection['organ'] => ({
  code,
  name: { 'zh-CN': nameZh, en: nameEn },
});

/** As its applicant learns of it: what was decided, once it was sent. */
export function recordStanding(row: RecordRow, file: RecordFile, looking: Looking): RecordStanding {
  const now = recordNow(file);
  const { due, remedies } = deadlinesOf(file, now, looking);
  const { decision, sentOn, servedOn, withdrawnOn } = now;
  const standing = sentOn === null ? 'in_hand' : 'decided';
  return {
    number: row.number,
    organ: organOf(row),
    state: withdrawnOn === null ? standing : 'withdrawn',
    receivedOn: file.asked.receivedOn,
    dueOn: due.on,
    provisional: due.provisional,
    outcome: sentOn === null ? null : (decision?.outcome ?? null),
    sentOn,
    servedOn,
    remedies,
  };
}
