import { z } from 'zod';
import { command, id, on, text, word } from './command-parts.js';
import { AppearingPerson } from './appearing.js';
import { Day } from './day.js';
import { APPEAL_ENDS } from './remedy-view.js';

/** The day its paper came to the organ, not the day it was decided: periods and a round ordered with it run from there. */
const servedOn = Day.optional().describe(
  'The day the paper was served on the organ, not the day it was decided; a new round and the periods after it run from this day',
);
const redoWorkingDays = z
  .int()
  .min(1)
  .max(250)
  .optional()
  .describe('Working days that the decision gives for acting anew; without it the rule redo.days (20)');
const track = z.enum(['summary', 'ordinary']);
const lateReason = text.optional().describe('Why it was accepted although it came late (ARL 20(2); ALL 48)');

/** Complaint, reconsideration, litigation (REG 51): what reaches the organ, how it goes on, and what it answers. */
export const remedyCommands = {
  recordComplaint: command('recordComplaint', { on, content: text.optional() }),
  recordReconsiderationCopy: command('recordReconsiderationCopy', {
    on,
    organ: word.optional(),
    number: word.optional(),
    track: track
      .optional()
      .describe('Without it the answer is planned for the procedure that asks for it first, within 5 working days (ARL 54)'),
    acceptedOn: Day.optional(),
    appliedOn: Day.optional().describe('The day it was applied for: after the period of the applicant only with lateReason'),
    lateReason,
  }),
  recordReconsiderationDecision: command('recordReconsiderationDecision', {
    on: servedOn,
    remedyId: id.optional(),
    result: z.enum([
      'upheld',
      'rejected',
      'changed',
      'annulled',
      'confirmed_illegal',
      'ordered',
      'void',
      'not_accepted',
      'application_dismissed',
      'terminated',
      'withdrawn',
      'mediated',
    ]),
    actAnew: z.boolean().optional(),
    redoWorkingDays,
  }),
  recordSuitCopy: command('recordSuitCopy', {
    on,
    court: word.optional(),
    number: word.optional(),
    afterReconsideration: z.boolean().optional(),
    appliedOn: Day.optional().describe('The day the suit was brought: after the period of the applicant only with lateReason'),
    lateReason,
  }),
  recordJudgment: command('recordJudgment', {
    on: servedOn,
    remedyId: id.optional(),
    result: z
      .enum([
        ...(['dismissed', 'annulled', 'ordered', 'confirmed_illegal', 'void', 'changed', 'rejected', 'withdrawn'] as const),
        ...(['transferred', ...APPEAL_ENDS] as const),
      ])
      .describe(
        'How the suit ended. Where an appeal was dismissed or withdrawn, what the first instance said is final and is its result',
      ),
    final: z.boolean().optional(),
    form: z
      .enum(['judgment', 'ruling'])
      .optional()
      .describe('Appealed against within 15 days, or within 10 (ALL 85); without it a judgment'),
    actAnew: z.boolean().optional(),
    redoWorkingDays,
  }),
  /** Who represents us, where and when it is heard, by which procedure it goes, that its organ prolonged its period, that somebody appealed. */
  updateRemedy: command('updateRemedy', {
    remedyId: id.optional(),
    on,
    appearing: z
      .array(AppearingPerson)
      .max(20)
      .optional()
      .describe(
        'Who appears at the hearing, all of them: a later list takes the place of an earlier one. Kept sealed, beside the facts',
      ),
    hearingOn: Day.optional(),
    hearingPlace: word.optional(),
    track: track.optional().describe('By which procedure it goes, where that was not known or has changed (ARL 53, 55)'),
    prolonged: z.literal(true).optional().describe('The reconsideration organ took 30 days more (ARL 62)'),
    appealedBy: z
      .enum(['organ', 'other_party'])
      .optional()
      .describe('Who appealed against a judgment that is not final (ALL 85)'),
    appealedOn: Day.optional().describe(
      'The day of the appeal, where it was learnt of later: after its period only with lateReason',
    ),
    lateReason,
  }),
  answerRemedy: command('answerRemedy', { remedyId: id.optional(), on, content: text.optional() }),
} as const;
