import type { PaperMatter } from '@gongkai/casework';
import { paperOfStep, Refusal, type Command, type PaperKind } from '@gongkai/contracts';
import { recordPapersOf } from './values/record-papers.js';

const STEPS: Readonly<Partial<Record<string, PaperKind>>> = paperOfStep;

/** Which paper goes out with a step. @throws Refusal where none does */
export function paperOf({ type }: Command): PaperKind {
  const kind = STEPS[type];
  if (kind === undefined) throw new Refusal('invalid-request', [{ path: 'type', code: 'no-paper' }]);
  return kind;
}

/** The files of a reply that was written elsewhere, by their ids. */
export const broughtBy = (command: Command): readonly string[] => (command.type === 'signReply' ? (command.fileIds ?? []) : []);

/**
 * Whether the paper of a step is drawn as it is taken: nothing leaves without one (REG 45), so what makes a letter draws it unless whoever
 * takes the step brings one, and what files a case draws the records of the office unless it says otherwise.
 * @param draw what was asked for; without it as the step needs
 * @throws Refusal `invalid-request` where a letter would be made that the case keeps no copy of
 */
export function isDrawnWith(command: Command, draw?: boolean): boolean {
  if (draw === true || STEPS[command.type] === undefined) return draw === true;
  if (command.type === 'file') return draw !== false;
  if (hasFiles(command)) return false;
  if (draw !== false) return true;
  throw new Refusal('invalid-request', [
    { path: 'fileIds', code: command.type === 'signReply' ? 'reply-missing' : 'letter-missing' },
  ]);
}

const hasFiles = (command: Command): boolean => 'fileIds' in command && (command.fileIds ?? []).length > 0;

/** Letters that go with the form on which they are answered, and which tells the address where that can be done. */
const WITH_ANSWER_FORM: ReadonlySet<PaperKind> = new Set([
  'consult_third_party',
  'consult_joint_producer',
  'consult_other_organ',
]);

/** A paper and what it names as its attachment; with the sheet that is filed all that the folder has to hold. */
export function togetherWith(kind: PaperKind, matter: PaperMatter): readonly PaperKind[] {
  if (kind === 'approval_sheet') return recordPapersOf(matter);
  return WITH_ANSWER_FORM.has(kind) ? [kind, 'consultation_answer'] : [kind];
}
