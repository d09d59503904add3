import { z } from 'zod';
import { fileHashes } from './command-parts.js';
import { Day } from './day.js';
import { keptText } from './kept-text.js';
import { FileView } from './session.js';
import { PersonRef } from './views.js';

const Bilingual = z.strictObject({ 'zh-CN': z.string(), en: z.string() });
const Organ = z.strictObject({ code: z.string(), name: Bilingual });
const LONGEST_TEXT = 2000;
const MOST_DAYS = 250;
const MOST_FILES = 20;
const WorkingDays = z.int().min(1).max(MOST_DAYS).describe('Working days from the day after it is demanded');
const Text = keptText(LONGEST_TEXT);

/** Where it stands: waits for the organ, is late, was answered, or was closed by the supervisor. */
export const RECTIFICATION_STATES = ['overdue', 'open', 'answered', 'closed'] as const;
export const RectificationState = z.enum(RECTIFICATION_STATES);
export type RectificationState = z.infer<typeof RectificationState>;

/** What an organ has to put right after an assessment (整改). */
export const NewRectification = z
  .strictObject({
    text: Text.describe('What is to be put right'),
    indicator: z.string().max(60).nullable().describe('The indicator it follows from'),
    workingDays: WorkingDays,
  })
  .meta({ id: 'NewRectification' });
export type NewRectification = z.infer<typeof NewRectification>;

const STEPS = ['answer', 'repeat', 'close'] as const;

/** The organ answers; the supervisor demands it again, or closes it. */
export const RectificationStep = z
  .discriminatedUnion('step', [
    z.strictObject({
      version: z.int().min(1),
      step: z.literal('answer'),
      text: Text,
      fileIds: fileHashes(MOST_FILES),
    }),
    z.strictObject({ version: z.int().min(1), step: z.literal('repeat'), text: Text, workingDays: WorkingDays }),
    z.strictObject({ version: z.int().min(1), step: z.literal('close'), text: Text.nullable() }),
  ])
  .meta({ id: 'RectificationStep' });
export type RectificationStep = z.infer<typeof RectificationStep>;

/** One line of the list. */
export const Rectification = z
  .strictObject({
    id: z.uuid(),
    version: z.int(),
    assessment: z.strictObject({ id: z.uuid(), year: z.int(), quarter: z.int().nullable() }),
    organ: Organ,
    indicator: Bilingual.nullable(),
    state: RectificationState,
    /** What was demanded last. */
    text: z.string(),
    due: Day,
    provisional: z.boolean(),
    history: z.array(
      z.strictObject({
        on: Day,
        at: z.iso.datetime(),
        by: PersonRef,
        did: z.enum(['demand', ...STEPS]),
        late: z.boolean().describe('An answer that came past its last day, or once it had been closed without one'),
        text: z.string().nullable(),
        /** Of a demand. */
        workingDays: z.int().nullable(),
        files: z.array(FileView.pick({ id: true, name: true, mime: true, size: true })),
      }),
    ),
    may: z.array(z.enum(STEPS)),
  })
  .meta({ id: 'Rectification' });
export type Rectification = z.infer<typeof Rectification>;

/** The query of `GET /rectifications`. */
export const RectificationFilters = z
  .strictObject({
    organ: z.string().min(1).max(100).describe('Code of the organ that has to put it right').optional(),
    assessment: z.uuid().optional(),
    state: RectificationState.optional(),
  })
  .meta({ id: 'RectificationFilters' });
export type RectificationFilters = z.infer<typeof RectificationFilters>;

/** What has to be put right in the organs in sight, what is due first coming first. */
export const Rectifications = z
  .strictObject({ items: z.array(Rectification), counts: z.record(RectificationState, z.int()) })
  .meta({ id: 'Rectifications' });
export type Rectifications = z.infer<typeof Rectifications>;
