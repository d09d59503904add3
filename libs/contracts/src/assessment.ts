import { z } from 'zod';
import { fileHashes } from './command-parts.js';
import { Day } from './day.js';
import { keptText } from './kept-text.js';
import { FileView } from './session.js';
import { PersonRef } from './views.js';

const Bilingual = z.strictObject({ 'zh-CN': z.string(), en: z.string() });
const Organ = z.strictObject({ code: z.string(), name: Bilingual });
const LONGEST_REMARK = 1000;
const MOST_FILES = 20;
const FIRST_YEAR = 2019;
const LAST_YEAR = 2200;
const FileIds = fileHashes(MOST_FILES);

/** Figures that an assessment counts itself. */
export const MEASURES = ['on_time', 'complaints_answered', 'upheld', 'orders_answered', 'rectified', 'trainings'] as const;
export const Measure = z.enum(MEASURES);
export type Measure = z.infer<typeof Measure>;

/** How the assessment of an organ stands: being written, told to the organ, or settled. */
export const ASSESSMENT_STATES = ['draft', 'told', 'settled'] as const;
export const AssessmentState = z.enum(ASSESSMENT_STATES);
export type AssessmentState = z.infer<typeof AssessmentState>;

/** What is done to it: told to the organ, objected to by the organ, taken back to be changed, settled. */
export const ASSESSMENT_STEPS = ['tell', 'object', 'reopen', 'settle'] as const;
export const AssessmentStepName = z.enum(ASSESSMENT_STEPS);
export type AssessmentStepName = z.infer<typeof AssessmentStepName>;

/** Begins the assessment of the organs below the own one; of the own one where there is none below. */
export const NewAssessment = z
  .strictObject({
    year: z.int().min(FIRST_YEAR).max(LAST_YEAR),
    quarter: z.int().min(1).max(4).nullable().describe('null: the whole year'),
  })
  .meta({ id: 'NewAssessment' });
export type NewAssessment = z.infer<typeof NewAssessment>;

const Period = { year: z.int(), quarter: z.int().nullable(), from: Day, to: Day };

/** What of an indicator was found. */
export const AssessedFigure = z
  .strictObject({
    /** Of a computed one: what was counted, a percentage or a number; null: nothing to measure. */
    value: z.number().nullable(),
    /** Of a percentage: how many of how many. */
    counted: z.strictObject({ good: z.int(), all: z.int() }).nullable(),
    /** Of an entered one. */
    choice: z.string().nullable(),
    remark: z.string().nullable(),
    files: z.array(FileView.pick({ id: true, name: true, mime: true, size: true })),
    /** Points of its weight; null: not known, or left out. */
    points: z.number().nullable(),
  })
  .meta({ id: 'AssessedFigure' });
export type AssessedFigure = z.infer<typeof AssessedFigure>;

/** One line of the league table. */
export const AssessedOrgan = z
  .strictObject({
    organ: Organ,
    state: AssessmentState,
    /** Of 100, over the indicators that can be measured; null: one is still to be entered. */
    score: z.number().nullable(),
    grade: Bilingual.nullable(),
    /** Judgements, and evidence for them, that are missing before it can be told. */
    lacks: z.int(),
    /** 1 is the best; organs with one score share a place; null where there is no score, or something is missing. */
    place: z.int().nullable(),
    /** By indicator. */
    figures: z.record(z.string(), AssessedFigure),
    /** What has to be put right: open, of which overdue. */
    rectifications: z.strictObject({ open: z.int(), overdue: z.int() }),
  })
  .meta({ id: 'AssessedOrgan' });
export type AssessedOrgan = z.infer<typeof AssessedOrgan>;

const SchemeView = z.strictObject({
  id: z.string(),
  name: Bilingual,
  article: z.string(),
  basis: z.enum(['law', 'practice', 'product']),
  grades: z.array(z.strictObject({ from: z.number(), name: Bilingual })),
  indicators: z.array(
    z.strictObject({
      id: z.string(),
      name: Bilingual,
      article: z.string(),
      weight: z.number(),
      /** Of a computed one, with the share of the weight from each figure on. */
      computed: z
        .strictObject({ of: Measure, steps: z.array(z.strictObject({ from: z.number(), share: z.number() })) })
        .nullable(),
      /** Of an entered one. */
      entered: z
        .strictObject({
          evidence: z.boolean(),
          choices: z.array(z.strictObject({ id: z.string(), name: Bilingual, share: z.number() })),
        })
        .nullable(),
    }),
  ),
});

/** An assessment with the league table of its organs, as far as the reader sees them: the best first. */
export const Assessment = z
  .strictObject({
    id: z.uuid(),
    /** Who assesses. */
    organ: Organ,
    ...Period,
    today: Day,
    scheme: SchemeView,
    organs: z.array(AssessedOrgan),
  })
  .meta({ id: 'Assessment' });
export type Assessment = z.infer<typeof Assessment>;

/** One in a list. */
const AssessmentLine = Assessment.pick({ id: true, organ: true, year: true, quarter: true, from: true, to: true })
  .extend({ name: Bilingual, states: z.record(AssessmentState, z.int()) })
  .meta({ id: 'AssessmentLine' });
export type AssessmentLine = z.infer<typeof AssessmentLine>;

/** Assessments in sight, the latest first. */
export const Assessments = z.strictObject({ items: z.array(AssessmentLine), mayBegin: z.boolean() }).meta({ id: 'Assessments' });
export type Assessments = z.infer<typeof Assessments>;

/** What an assessor enters for an organ. All of it, in place of what it was. */
export const AssessmentEntry = z
  .strictObject({
    version: z.int().min(1).describe('The version it was read in; another gives 412.'),
    entries: z
      .record(
        z.string().max(60),
        z.strictObject({
          choice: z.string().max(60).nullable().describe('null: not judged yet'),
          remark: keptText(LONGEST_REMARK).nullable(),
          fileIds: FileIds.describe('Evidence'),
        }),
      )
      .describe('By indicator'),
  })
  .meta({ id: 'AssessmentEntry' });
export type AssessmentEntry = z.infer<typeof AssessmentEntry>;

/** It is told to the organ, objected to, taken back, or settled. */
export const AssessmentStep = z
  .strictObject({
    version: z.int().min(1),
    step: AssessmentStepName,
    text: keptText(LONGEST_REMARK).optional().describe('What is objected to, or why it is taken back'),
  })
  .meta({ id: 'AssessmentStep' });
export type AssessmentStep = z.infer<typeof AssessmentStep>;

/** The assessment of one organ, with what was done to it. */
export const AssessmentOfOrgan = AssessedOrgan.omit({ place: true, rectifications: true })
  .extend({
    assessment: Assessment.omit({ organs: true }),
    version: z.int(),
    history: z.array(
      z.strictObject({
        at: z.iso.datetime(),
        by: PersonRef,
        did: z.enum(['begin', 'enter', ...ASSESSMENT_STEPS]),
        text: z.string().nullable(),
        /** What of the entries was changed: by indicator, the choice before and after. */
        changed: z.array(z.strictObject({ indicator: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
      }),
    ),
    may: z.array(z.enum(['enter', 'rectify', ...ASSESSMENT_STEPS])),
  })
  .meta({ id: 'AssessmentOfOrgan' });
export type AssessmentOfOrgan = z.infer<typeof AssessmentOfOrgan>;

/** A case that an indicator counts: nothing of it that could tell whose it is. */
export const AssessedCase = z
  .strictObject({
    /** null: what was counted is about no case. */
    number: z.string().nullable(),
    begunOn: Day,
    due: Day.nullable(),
    doneOn: Day.nullable(),
    /** Counted as good. */
    good: z.boolean(),
  })
  .meta({ id: 'AssessedCase' });
export type AssessedCase = z.infer<typeof AssessedCase>;

export const AssessedCases = z.strictObject({ items: z.array(AssessedCase) }).meta({ id: 'AssessedCases' });
export type AssessedCases = z.infer<typeof AssessedCases>;
