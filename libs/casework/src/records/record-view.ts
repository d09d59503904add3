import type { LocalDate } from '@gongkai/calendar';
import {
  RECORD_STEPS,
  type FileView,
  type RecordCorrection,
  type RecordStanding,
  type RecordState,
  type RecordStepName,
} from '@gongkai/contracts';
import { inForce, otherDeadlines, type OtherDeadline, type OtherFact } from '@gongkai/statutes';
import { masked } from '../applicants.js';
import type { LawOfCase } from '../law-shelf.js';
import { isOneWith, type Person } from '../person.js';
import { recordNow, type RecordFile, type RecordNow } from './record-file.js';
import type { RecordRow } from './record-rows.js';

/** By which law, on which day, and who looks. */
export type Looking = { readonly law: LawOfCase; readonly today: LocalDate };
type Deadlines = Pick<RecordCorrection, 'due' | 'remedies'>;

/** Who looks at them: they tell of persons. */
export const RECORD_READERS = ['caseworker', 'clerk', 'approver', 'supervisor', 'auditor', 'archivist'] as const;

/** Whose step each is. */
export const ROLE_OF = {
  decide: 'caseworker',
  sendBack: 'approver',
  sign: 'approver',
  send: 'caseworker',
  serve: 'caseworker',
  withdraw: 'caseworker',
} as const satisfies Record<RecordStepName, Person['roles'][number]>;

/** In which states a step is open. */
const OPEN_IN: Readonly<Record<RecordStepName, readonly RecordNow['state'][]>> = {
  decide: ['open', 'drafted'],
  sendBack: ['drafted'],
  sign: ['drafted'],
  send: ['signed'],
  serve: ['sent'],
  withdraw: ['open', 'drafted', 'signed'],
};

/** Whether a step can be taken now, by whomever. */
export const isOpenNow = (step: RecordStepName, { state }: RecordNow): boolean => OPEN_IN[step].includes(state);

/** Who drafted the decision does not sign it, nor who signs in their place. */
export const isOwnDraft = (person: Pick<Person, 'id' | 'standsFor'>, { decision }: RecordNow): boolean =>
  isOneWith(person, decision?.by);

/** What a person may do with it. */
function mayDo(row: RecordRow, now: RecordNow, person: Person): RecordStepName[] {
  if (person.organId !== row.organId) return [];
  return RECORD_STEPS.filter(
    (step) => isOpenNow(step, now) && person.roles.includes(ROLE_OF[step]) && !(step === 'sign' && isOwnDraft(person, now)),
  );
}

const REMEDIES = { reconsiderationUntil: 'reconsideration', suitUntil: 'litigation' } as const;

/** By when it is to be dealt with: 20 working days by default (REG 41 names no period); an estimate where the calendar is not published. */
export function recordDue(
  receivedOn: LocalDate,
  { statute, calendar, grounds }: Pick<LawOfCase, 'statute' | 'calendar' | 'grounds'>,
): Pick<Deadlines['due'], 'on' | 'provisional' | 'article'> {
  const [own] = otherDeadlines([{ type: 'record_correction_requested', on: receivedOn }], statute, calendar, grounds);
  const on = dayOf(own);
  if (own === undefined || on === undefined) throw new Error('A request to correct a record has no period in this statute.');
  return { on, provisional: own.due === null, article: own.article };
}

/** That, and the applicant's own periods from service. */
function deadlinesOf(receivedOn: LocalDate, now: RecordNow, { law, today }: Looking): Deadlines {
  const { statute, calendar, grounds } = law;
  const due = recordDue(receivedOn, law);
  const isOver = now.sentOn !== null || now.withdrawnOn !== null;
  const served: OtherFact[] = now.servedOn === null ? [] : [{ type: 'record_correction_served', on: now.servedOn }];
  return {
    due: {
      ...due,
      daysLeft: isOver ? null : calendar.count(today, due.on),
      length: inForce(statute, 'record_correction.days', receivedOn),
    },
    remedies: otherDeadlines(served, statute, calendar, grounds).flatMap((one) => untilOf(one)),
  };
}

const dayOf = (one: OtherDeadline | undefined): LocalDate | undefined => one?.due ?? one?.provisionalDue;

function untilOf(one: OtherDeadline): Deadlines['remedies'] {
  const remedy = (REMEDIES as Readonly<Partial<Record<string, 'reconsideration' | 'litigation'>>>)[one.deadline];
  const until = dayOf(one);
  return remedy === undefined || until === undefined ? [] : [{ remedy, until, provisional: one.due === null }];
}

const UNSENT: ReadonlySet<RecordNow['state']> = new Set(['open', 'drafted', 'signed']);

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
  const reckoned = deadlinesOf(receivedOn, now, looking);
  return {
    id: row.id,
    version: row.version,
    number: row.number,
    organ: organOf(row),
    state: stateOf(now, reckoned.due, looking.today),
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
    may: mayDo(row, now, person),
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
  const { due, remedies } = deadlinesOf(file.asked.receivedOn, now, looking);
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
