import { z } from 'zod';
import { fileHashes } from './command-parts.js';
import { Day } from './day.js';
import { personFields } from './intake.js';
import { keptText } from './kept-text.js';
import { RECORD_REMEDY_STEPS, RecordChallenge, recordRemedySteps } from './record-remedies.js';
import { FileView, OrganView } from './session.js';

const LONGEST_TEXT = 4000;
const MOST_FILES = 10;
const text = keptText(LONGEST_TEXT);
const word = keptText(200);
const FileIds = fileHashes(MOST_FILES);

/** By which way it came; the portal enters its own. */
export const RECORD_CHANNELS = ['in_person', 'post', 'email', 'web'] as const;

/** Whose record it is: only the person concerned, or who acts for them (REG 41). */
const Concerned = z.strictObject({ ...personFields, agent: word.optional() });

const asked = {
  applicant: Concerned,
  record: text.describe('Which record of the organ about the applicant'),
  wrong: text.describe('What in it is not correct'),
  wanted: text.describe('How it should read'),
  /** REG 41 asks for evidence that the record is not accurate. */
  fileIds: FileIds.describe('The proof that it is not correct'),
};

/** A request to correct a record about oneself (更正申请, REG 41), as a clerk enters it. */
export const NewRecordCorrection = z
  .strictObject({
    ...asked,
    channel: z.enum(['in_person', 'post', 'email']),
    receivedOn: Day,
    proof: keptText(1000).optional().describe('Proof that is described and not handed in as a file'),
  })
  .meta({ id: 'NewRecordCorrection' });
export type NewRecordCorrection = z.infer<typeof NewRecordCorrection>;

/** The same as its applicant sends it over the portal. */
export const PublicRecordCorrection = z
  .strictObject({ organ: word, ...asked, fileIds: FileIds.min(1).describe('The proof that it is not correct') })
  .meta({ id: 'PublicRecordCorrection' });
export type PublicRecordCorrection = z.infer<typeof PublicRecordCorrection>;

/** What becomes of it: put right; refused; passed on to the organ that may do so, or the applicant told which that is. */
export const RECORD_OUTCOMES = ['corrected', 'refused', 'passed_on', 'told'] as const;
export const RecordOutcome = z.enum(RECORD_OUTCOMES);
export type RecordOutcome = z.infer<typeof RecordOutcome>;

/** What can be done with it, and recorded of what is brought against its answer. */
export const RECORD_STEPS = ['decide', 'sendBack', 'sign', 'send', 'serve', 'withdraw', ...RECORD_REMEDY_STEPS] as const;
export type RecordStepName = (typeof RECORD_STEPS)[number];

const version = z.int().min(1);
const on = Day.optional().describe('Without it today');

/** Decided by who handles it, signed by somebody else, sent, served; or withdrawn before it is sent; and what is brought against it. */
export const RecordStep = z
  .discriminatedUnion('step', [
    z.strictObject({
      version,
      step: z.literal('decide'),
      outcome: RecordOutcome,
      text: text.describe('What was found and done, or why not'),
      otherOrgan: keptText(400).optional().describe('The organ that may correct it, and how it is reached'),
    }),
    z.strictObject({ version, step: z.literal('sendBack'), text }),
    z.strictObject({ version, step: z.literal('sign') }),
    z.strictObject({
      version,
      step: z.literal('send'),
      on,
      mode: z.enum(['in_person', 'post', 'electronic']),
      agreedTo: keptText(200).optional().describe('Electronically: the way and address the applicant agreed to, and when'),
    }),
    z.strictObject({ version, step: z.literal('serve'), on }),
    z.strictObject({ version, step: z.literal('withdraw'), on, text }),
    ...recordRemedySteps,
  ])
  .meta({ id: 'RecordStep' });
export type RecordStep = z.infer<typeof RecordStep>;

/** Where it stands; `overdue`: nothing was sent by the day it was due. */
export const RECORD_STATES = ['overdue', 'open', 'drafted', 'signed', 'sent', 'served', 'withdrawn'] as const;
export const RecordState = z.enum(RECORD_STATES);
export type RecordState = z.infer<typeof RecordState>;

const Paper = FileView.pick({ id: true, name: true });
const Until = z.strictObject({ remedy: z.enum(['reconsideration', 'litigation']), until: Day, provisional: z.boolean() });

/** A request to correct a record, with what the law makes of it. */
export const RecordCorrection = z
  .strictObject({
    id: z.uuid(),
    version: z.int(),
    number: z.string(),
    organ: OrganView.pick({ code: true, name: true }),
    state: RecordState,
    channel: z.enum(RECORD_CHANNELS),
    receivedOn: Day,
    /** Its identity number is masked. */
    applicant: Concerned,
    record: z.string(),
    wrong: z.string(),
    wanted: z.string(),
    proof: z.string().nullable(),
    files: z.array(FileView),
    due: z.strictObject({
      on: Day,
      provisional: z.boolean(),
      /** Working days from tomorrow to that day; negative once it is past, null once it was sent. */
      daysLeft: z.int().nullable(),
      /** In working days. */
      length: z.int(),
      article: z.string(),
      /** To act anew: from its service on the organ the period runs, not from the receipt. */
      order: z
        .strictObject({
          on: Day,
          kind: z.enum(['reconsideration', 'litigation']),
          /** Who decided it, and its number. */
          before: z.string().nullable(),
          number: z.string().nullable(),
        })
        .nullable(),
    }),
    decision: z
      .strictObject({ outcome: RecordOutcome, text: z.string(), otherOrgan: z.string().nullable(), by: z.string() })
      .nullable(),
    notice: z.strictObject({ number: z.string(), pdf: Paper, docx: Paper }).nullable(),
    sentOn: Day.nullable(),
    servedOn: Day.nullable(),
    /** Of the applicant against what was decided, from its service. */
    remedies: z.array(Until),
    /** What was brought against it (REG 51), the oldest first. */
    challenges: z.array(RecordChallenge),
    history: z.array(
      z.strictObject({
        did: z.enum(['receive', ...RECORD_STEPS]),
        on: Day,
        at: z.iso.datetime(),
        by: z.string(),
        text: z.string().nullable(),
      }),
    ),
    may: z.array(z.enum(RECORD_STEPS)),
  })
  .meta({ id: 'RecordCorrection' });
export type RecordCorrection = z.infer<typeof RecordCorrection>;

/** The query of `GET /record-corrections`. */
export const RecordFilters = z
  .strictObject({
    state: z.enum(['open', 'done', 'owed']).describe('`owed`: no answer has left yet').optional(),
    year: z.coerce.number().int().optional(),
    organ: z.string().max(100).describe('An organ and all below it, by code').optional(),
    unit: z.string().max(100).describe('An organ alone, by code').optional(),
  })
  .meta({ id: 'RecordFilters' });
export type RecordFilters = z.infer<typeof RecordFilters>;

/** Requests of the organs in sight, what is due first coming first. */
export const RecordCorrections = z
  .strictObject({
    items: z.array(RecordCorrection),
    more: z
      .int()
      .describe('How many there are beside these: of what is not done the later ones, of what is done the earlier ones'),
    /** Of those that are told. */
    counts: z.record(RecordState, z.int()),
    mayAdd: z.boolean(),
  })
  .meta({ id: 'RecordCorrections' });
export type RecordCorrections = z.infer<typeof RecordCorrections>;

/** What the applicant keeps. */
export const RecordReceipt = z
  .strictObject({
    number: z.string(),
    /** As it is printed: `K7MP-X3RT`. */
    queryCode: z.string(),
    organ: OrganView.pick({ code: true, name: true }),
    receivedOn: Day,
    dueOn: Day,
    provisional: z.boolean(),
  })
  .meta({ id: 'RecordReceipt' });
export type RecordReceipt = z.infer<typeof RecordReceipt>;

/** Where it stands, for its applicant. */
export const RecordStanding = z
  .strictObject({
    number: z.string(),
    organ: OrganView.pick({ code: true, name: true }),
    state: z.enum(['in_hand', 'decided', 'withdrawn']),
    receivedOn: Day,
    dueOn: Day,
    provisional: z.boolean(),
    /** Once it was sent. */
    outcome: RecordOutcome.nullable(),
    sentOn: Day.nullable(),
    servedOn: Day.nullable(),
    remedies: z.array(Until),
  })
  .meta({ id: 'RecordStanding' });
export type RecordStanding = z.infer<typeof RecordStanding>;

/** What the clerk gets who entered one: the entry, and the receipt for the applicant. */
export const EnteredRecord = z.strictObject({ entry: RecordCorrection, receipt: RecordReceipt }).meta({ id: 'EnteredRecord' });
export type EnteredRecord = z.infer<typeof EnteredRecord>;

/** The answer, to be looked at before it is signed. */
export const RecordDraft = z.strictObject({ pdf: FileView, docx: FileView }).meta({ id: 'RecordDraft' });
export type RecordDraft = z.infer<typeof RecordDraft>;
