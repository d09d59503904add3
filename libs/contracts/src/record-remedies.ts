import { z } from 'zod';
import { Day } from './day.js';
import { remedyCommands } from './remedy-commands.js';
import { RemedyView } from './remedy-view.js';

/** What is recorded of a remedy against the answer to a request to correct a record (REG 51): the steps of cases, by their names. */
export const RECORD_REMEDY_STEPS = [
  'recordComplaint',
  'recordReconsiderationCopy',
  'recordReconsiderationDecision',
  'recordSuitCopy',
  'recordJudgment',
  'updateRemedy',
  'answerRemedy',
] as const;
export type RecordRemedyStep = (typeof RECORD_REMEDY_STEPS)[number];

const version = z.int().min(1);
/** Its papers stay with the records of the organ: a request of this kind has no file of its own. */
const APART = { type: true, fileIds: true } as const;
const step = <T extends RecordRemedyStep>(name: T) => ({ version, step: z.literal(name) });

/** The fields of the same commands of a case. */
export const recordRemedySteps = [
  remedyCommands.recordComplaint.omit(APART).extend(step('recordComplaint')),
  remedyCommands.recordReconsiderationCopy.omit(APART).extend(step('recordReconsiderationCopy')),
  remedyCommands.recordReconsiderationDecision.omit(APART).extend(step('recordReconsiderationDecision')),
  remedyCommands.recordSuitCopy.omit(APART).extend(step('recordSuitCopy')),
  remedyCommands.recordJudgment.omit(APART).extend(step('recordJudgment')),
  remedyCommands.updateRemedy.omit(APART).extend(step('updateRemedy')),
  remedyCommands.answerRemedy.omit(APART).extend(step('answerRemedy')),
] as const;

/** A complaint, a reconsideration or a suit against such an answer, and by when the organ has to answer it; null where it has done so. */
export const RecordChallenge = RemedyView.omit({ representatives: true, outOfOrder: true })
  .extend({ due: z.strictObject({ on: Day, provisional: z.boolean(), article: z.string() }).nullable() })
  .meta({ id: 'RecordChallenge' });
export type RecordChallenge = z.infer<typeof RecordChallenge>;
