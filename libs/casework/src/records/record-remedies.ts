import { randomUUID } from 'node:crypto';
import type { LocalDate } from '@gongkai/calendar';
import {
  RECORD_REMEDY_STEPS,
  Refusal,
  type RecordChallenge,
  type RecordCorrection,
  type RecordRemedyStep,
  type RecordStep,
  type RecordStepName,
} from '@gongkai/contracts';
import {
  DayCheck,
  deadlinesBeside,
  establishRemedy,
  remedyInTime,
  type CaseRemedy,
  type RemedyFact,
  type RemedyMaking,
} from '@gongkai/lifecycle';
import type { OtherDeadline, OtherFact } from '@gongkai/statutes';
import { remedyView, type AppearingLists } from '../desk/appearing.js';
import type { LawOfCase } from '../law-shelf.js';
import type { RecordFile, RecordNow } from './record-file.js';

/** A step by which something of a remedy is recorded. */
export type RemedyTaken = Extract<RecordStep, { step: RecordRemedyStep }>;

type Looking = { readonly law: Pick<LawOfCase, 'statute' | 'calendar' | 'grounds'>; readonly today: LocalDate };
type Of = { readonly file: RecordFile; readonly now: RecordNow };

const NAMES: ReadonlySet<RecordStepName> = new Set<RecordStepName>(RECORD_REMEDY_STEPS);

export const isRemedyStep = (step: RecordStepName): step is RecordRemedyStep => NAMES.has(step);
export const isRemedy = (wanted: RecordStep): wanted is RemedyTaken => isRemedyStep(wanted.step);

/** Whether something of it still waits for what is decided of it, or for our answer. */
export const isChallenged = ({ remedies }: Pick<RecordNow, 'remedies'>): boolean =>
  remedies.some(({ closedOn }) => closedOn === null);

/** Which of them have something to be about. */
const HAS_ONE: Readonly<Partial<Record<RecordRemedyStep, (now: RecordNow) => boolean>>> = {
  recordReconsiderationDecision: ({ remedies }) =>
    remedies.some(({ kind, closedOn }) => kind === 'reconsideration' && closedOn === null),
  recordJudgment: ({ remedies }) => remedies.some(({ kind, closedOn }) => kind === 'litigation' && closedOn === null),
  updateRemedy: ({ remedies }) => remedies.some(({ kind, closedOn }) => kind !== 'complaint' && closedOn === null),
  answerRemedy: ({ remedies }) => remedies.some(({ closedOn, answeredOn }) => closedOn === null && answeredOn === null),
};

/** Whether a step is offered. @param isOver something can be challenged: an answer that left, a period that passed, or that it ended without */
export const remedyOffered = (step: RecordRemedyStep, now: RecordNow, isOver: boolean): boolean => HAS_ONE[step]?.(now) ?? isOver;

/** It is all there is of a case that a remedy asks for: nothing is withheld by such an answer, and it is filed nowhere. */
const challengedOf = ({ file, now }: Of) =>
  ({
    receipt: { channel: 'in_person', submittedOn: file.asked.receivedOn },
    ...{ items: [], filedOn: null, retention: null, ending: null },
    remedies: now.remedies,
    round: { order: now.order, reply: { dispatchedOn: now.sentOn } },
  }) as const;

/** What runs from the answer and from what was brought against it. */
export function remedyDeadlines(of: Of, { law, today }: Looking): OtherDeadline[] {
  const { servedOn } = of.now;
  const served: OtherFact[] = servedOn === null ? [] : [{ type: 'record_correction_served', on: servedOn }];
  return deadlinesBeside(served, challengedOf(of), law, today);
}

/** Something left that can be challenged, its period passed, or it ended without an answer (REG 51). @param due its last day */
const isChallengeable = (on: LocalDate, { file, now }: Of, due: LocalDate): boolean =>
  now.withdrawnOn !== null || file.deeds.some(({ did, on: sent }) => did === 'send' && sent <= on) || on > due;

/**
 * What a step records.
 * @param due the last day on which it was to be answered
 * @throws Refusal `invalid-request` with the fields, `nothing-to-challenge`, `remedy-late`, `appeal-late`
 */
export function remedyFact(taken: RemedyTaken, of: Of, { due, ...looking }: Looking & { readonly due: LocalDate }): RemedyFact {
  const { statute, grounds } = looking.law;
  const days = new DayCheck(looking.today);
  const making: RemedyMaking = { days, newId: randomUUID, statute, grounds, today: looking.today, file: challengedOf(of) };
  const { step, version: _version, note: _note, ...said } = taken;
  const establish = establishRemedy[step] as (command: object, making: RemedyMaking) => RemedyFact;
  const fact = establish({ type: step, ...said }, making);
  days.settle();
  const opens = ['COMPLAINT_RECORDED', 'RECONSIDERATION_COPY_RECEIVED', 'SUIT_COPY_RECEIVED'].includes(fact.type);
  if (opens && !isChallengeable(fact.on, of, due)) throw new Refusal('nothing-to-challenge', [], { article: 'REG 51' });
  const late = remedyInTime(fact, remedyDeadlines(of, looking));
  if (late === null) return fact;
  const { code, ...details } = late;
  throw new Refusal(code, [], details);
}

/** The answers that the organ itself owes to what was brought. */
export const OURS = ['complaintDue', 'reconsiderationAnswerDue', 'defenceDue'] as const;
const IS_OURS: ReadonlySet<string> = new Set(OURS);
const WAYS: Readonly<Partial<Record<string, RecordCorrection['remedies'][number]['remedy']>>> = {
  reconsiderationUntil: 'reconsideration',
  suitUntil: 'litigation',
  suitAfterReconsiderationUntil: 'litigation',
};

/** By when a way is open to the applicant, as long as none was taken. */
export const waysOpen = (deadlines: readonly OtherDeadline[]): RecordCorrection['remedies'] =>
  deadlines.flatMap(({ deadline, due, provisionalDue, metOn }) => {
    const [remedy, until] = [WAYS[deadline], due ?? provisionalDue];
    return remedy === undefined || until === undefined || metOn !== null ? [] : [{ remedy, until, provisional: due === null }];
  });

/** Who appears at each hearing, as it was listed last. */
const listsOf = ({ deeds }: RecordFile): AppearingLists =>
  Object.fromEntries(
    deeds.flatMap(({ fact, appearing = [] }) =>
      fact?.type === 'REMEDY_UPDATED' && fact.appearingId !== undefined ? [[fact.appearingId, appearing]] : [],
    ),
  );

/** What was brought, each with who appears and the day by which we owe an answer to it. */
export const challengesOf = ({ file, now: { remedies } }: Of, deadlines: readonly OtherDeadline[]): RecordChallenge[] =>
  remedies.map((one) => {
    const { representatives: _r, outOfOrder: _o, ...remedy } = remedyView(one, listsOf(file));
    const own = deadlines.find(({ deadline, about, metOn }) => IS_OURS.has(deadline) && about === remedy.id && metOn === null);
    const on = own?.due ?? own?.provisionalDue;
    const owed = own === undefined || on === undefined || remedy.answeredOn !== null || remedy.closedOn !== null;
    return { ...remedy, due: owed ? null : { on, provisional: own.due === null, article: own.article } };
  });

const AGAINST_NOTHING_ELSE = { ending: null, round: { order: null, reply: { dispatchedOn: null } } } as const;

/** By when we answer what was brought, whether or not that was done since; undefined where the statute has no period for it. */
export function answerTo(
  remedy: CaseRemedy,
  law: Looking['law'],
): { readonly due: LocalDate; readonly provisional: boolean; readonly deadline: (typeof OURS)[number] } | undefined {
  const unanswered = { ...remedy, answeredOn: null, closedOn: null };
  const found = deadlinesBeside([], { ...AGAINST_NOTHING_ELSE, remedies: [unanswered] }, law, remedy.openedOn).find(isOurs);
  const due = found?.due ?? found?.provisionalDue;
  return found === undefined || due === undefined
    ? undefined
    : { due, provisional: found.due === null, deadline: found.deadline };
}

const isOurs = <T extends { readonly deadline: string }>(one: T): one is T & { readonly deadline: (typeof OURS)[number] } =>
  IS_OURS.has(one.deadline);
