import type { LocalDate } from '@gongkai/calendar';
import type { NewRecordCorrection, RecordOutcome, RecordStepName, RECORD_CHANNELS } from '@gongkai/contracts';

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
};

const BEGUN: RecordNow = {
  state: 'open',
  decision: null,
  signature: null,
  sentOn: null,
  servedOn: null,
  withdrawnOn: null,
};

type Fold = (now: RecordNow, deed: RecordDeed) => RecordNow;

const FOLDS: Readonly<Record<RecordDeed['did'], Fold>> = {
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
export const earliestOf = (step: RecordStepName, { asked }: RecordFile, { sentOn, signature }: RecordNow): LocalDate =>
  sentOn ?? (step === 'send' ? signature?.on : undefined) ?? asked.receivedOn;

/** Where it stands by its facts. */
export const recordNow = ({ deeds }: Pick<RecordFile, 'deeds'>): RecordNow =>
  deeds.reduce((now, deed) => FOLDS[deed.did](now, deed), BEGUN);
