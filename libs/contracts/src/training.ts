import { z } from 'zod';
import { Day } from './day.js';
import { keptText } from './kept-text.js';
import { PersonRef } from './views.js';

const LONGEST_TOPIC = 200;
const LONGEST_SECTIONS = 500;
const LONGEST_REASON = 500;
const MOST_ORGANS = 200;
const MOST_PEOPLE = 100_000;
const Named = z.strictObject({ code: z.string(), name: z.strictObject({ 'zh-CN': z.string(), en: z.string() }) });

const told = {
  heldOn: Day,
  topic: keptText(LONGEST_TOPIC),
  people: z.int().min(1).max(MOST_PEOPLE).describe('How many people took part'),
};

/** A training that was held (REG 48). */
export const NewTraining = z
  .strictObject({
    ...told,
    organs: z.array(z.string().min(1).max(100)).min(1).max(MOST_ORGANS).describe('Codes of the organs that took part'),
    sections: keptText(LONGEST_SECTIONS).nullable().describe('Sections of the organ and others who took part, in words'),
  })
  .meta({ id: 'NewTraining' });
export type NewTraining = z.infer<typeof NewTraining>;

/** It is put right: all of it, in place of what it was, which stays on record with the reason. */
export const TrainingCorrection = NewTraining.extend({
  version: z.int().min(1).describe('The version it was read in; another gives 412.'),
  why: keptText(LONGEST_REASON),
}).meta({ id: 'TrainingCorrection' });
export type TrainingCorrection = z.infer<typeof TrainingCorrection>;

/** It does not count any more: it was none, or stands there twice. It stays on record with the reason. */
export const TrainingRemoval = z
  .strictObject({ version: z.int().min(1), why: keptText(LONGEST_REASON) })
  .meta({ id: 'TrainingRemoval' });
export type TrainingRemoval = z.infer<typeof TrainingRemoval>;

const DEEDS = ['add', 'correct', 'remove'] as const;

/** An entry of the register of trainings. */
export const Training = z
  .strictObject({
    ...told,
    id: z.uuid(),
    version: z.int(),
    /** Who held it. */
    organ: Named,
    organs: z.array(Named),
    sections: z.string().nullable(),
    removed: z.boolean(),
    /** Who did what to the entry, oldest first. */
    history: z.array(
      z.strictObject({
        at: z.iso.datetime(),
        by: PersonRef,
        did: z.enum(DEEDS),
        why: z.string().nullable(),
        /** What stood there before it was put right. */
        before: z.strictObject({ ...told, organs: z.array(z.string()), sections: z.string().nullable() }).nullable(),
      }),
    ),
    may: z.array(z.enum(['correct', 'remove'])),
  })
  .meta({ id: 'Training' });
export type Training = z.infer<typeof Training>;

/** The query of `GET /trainings`. */
export const TrainingFilters = z
  .strictObject({
    organ: z.string().min(1).max(100).describe('Code of an organ that held it or took part').optional(),
    from: Day.describe('Held on this day or later').optional(),
    to: Day.describe('Held on this day or before').optional(),
    q: z.string().trim().max(LONGEST_TOPIC).describe('Part of the topic, or of who took part').optional(),
    removed: z.enum(['true', 'false']).describe('true: those too that were removed').optional(),
  })
  .meta({ id: 'TrainingFilters' });
export type TrainingFilters = z.infer<typeof TrainingFilters>;

/** Trainings in sight, the latest first; what was removed is not counted. */
export const Trainings = z
  .strictObject({
    items: z.array(Training),
    held: z.int(),
    people: z.int(),
    /** Whether the reader enters trainings. */
    mayAdd: z.boolean(),
  })
  .meta({ id: 'Trainings' });
export type Trainings = z.infer<typeof Trainings>;
