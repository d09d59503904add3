import type { LocalDate } from '@gongkai/calendar';
import type {
  AppearingPerson,
  NewRecordCorrection,
  RecordOutcome,
  RecordRemedyStep,
  RecordStepName,
  RECORD_CHANNELS,
} from '@gongkai/contracts';
import { remediesWith, type Remedies, type RemedyFact } from '@gongkai/lifecycle';

/** What is asked, of whom it speaks, and how it came. */
export type RecordAsked = Omit<NewRecordCorrection, 'channel' | 'proof'> & {
  readonly channel: (typeof RECORD_CHANNELS)[number];
  readonly proof?: string | undefined;
};

/** Something that was done with it. Which of the other fields it has, its kind says. */
export type RecordDeed = {
  readonly did: 'receive' | RecordStepName;
  readonly on: LocalDate;
  readonly at: string;
  /** The person, or `applicant`. */
  readonly by: string;
  readonly name: string;
  readonly text?: string | undefined;
  readonly outcome?: RecordOutcome | undefined;
  readonly otherOrgan?: string | undefined;
  readonly mode?: string | undefined;
  /** Of what went out electronically: what the applicant agreed to. */
  readonly agreedTo?: string | undefined;
  /** Of a remedy: what is recorded of it, as of a case. */
  readonly fact?: RemedyFact | undefined;
  /** Who appears at its hearing, where that was listed: sealed with the rest. */
  readonly appearing?: readonly AppearingPerson[] | undefined;
  /** Of a signature: the number of the answer, and its papers. */
  readonly number?: string | undefined;
  readonly papers?: Readonly<Record<'pdf' | 'docx', { readonly id: string; readonly name: string }>> | undefined;
};

/** All that is known of it: facts, the oldest first. */
export type RecordFile = {
  readonly asked: RecordAsked;
  /** The query code of its applicant. */
  readonly code: string;
  readonly deeds: readonly RecordDeed[];
};

/** What the facts come to. */
export type RecordNow = {
  readonly state: 'open' | 'drafted' | 'signed' | 'sent' | 'served' | 'withdrawn';
  readonly decision: RecordDeed | null;
  readonly signature: RecordDeed | null;
  readonly sentOn: LocalDate | null;
  readonly servedOn: LocalDate | null;
  readonly withdrawnOn: LocalDate | null;
  readonly remedies: Remedies;
  /** It is to be decided anew. */
  readonly order: RedoOrder | null;
};

/** By an order to act anew: the day it was served on the organ, and its own period where it sets one. */
export type RedoOrder = { readonly servedOn: LocalDate; readonly workingDays?: number | undefined };

const BEGUN: RecordNow = {
  state: 'open',
  decision: null,
  signature: null,
  sentOn: null,
  servedOn: null,
  withdrawnOn: null,
  remedies: [],
  order: null,
};

type Fold = (now: RecordNow, deed: RecordDeed) => RecordNow;

/** What is recorded of a remedy; an order to act anew begins it again, and what was answered before binds nobody any more. */
const remedied: Fold = (now, { fact }) => {
  if (fact === undefined) return now;
  const remedies = remediesWith(now.remedies, fact);
  if (fact.type !== 'ROUND_ORDERED') return { ...now, remedies };
  return { ...BEGUN, remedies, order: { servedOn: fact.on, workingDays: fact.redoWorkingDays } };
};

const REMEDIED = {
  recordComplaint: remedied,
  recordReconsiderationCopy: remedied,
  recordReconsiderationDecision: remedied,
  recordSuitCopy: remedied,
  recordJudgment: remedied,
  updateRemedy: remedied,
  answerRemedy: remedied,
} satisfies Record<RecordRemedyStep, Fold>;

const FOLDS: Readonly<Record<RecordDeed['did'], Fold>> = {
  ...REMEDIED,
  receive: (now) => now,
  decide: (now, deed) => ({ ...now, state: 'drafted', decision: deed }),
  sendBack: (now) => ({ ...now, state: 'open', decision: null }),
  sign: (now, deed) => ({ ...now, state: 'signed', signature: deed }),
  // What is handed over is served by it.
  send: (now, { on, mode }) =>
    mode === 'in_person' ? { ...now, state: 'served', sentOn: on, servedOn: on } : { ...now, state: 'sent', sentOn: on },
  serve: (now, { on }) => ({ ...now, state: 'served', servedOn: on }),
  withdraw: (now, { on }) => ({ ...now, state: 'withdrawn', withdrawnOn: on }),
};

/** The day of what a step follows. An answer bears the day it was signed: none leaves before it, so a late one is not made to look in time. */
export const earliestOf = (step: RecordStepName, { asked }: RecordFile, { sentOn, signature, order }: RecordNow): LocalDate =>
  sentOn ?? (step === 'send' ? signature?.on : undefined) ?? order?.servedOn ?? asked.receivedOn;

/** Where it stands by its facts. */
export const recordNow = ({ deeds }: Pick<RecordFile, 'deeds'>): RecordNow =>
  deeds.reduce((now, deed) => FOLDS[deed.did](now, deed), BEGUN);
