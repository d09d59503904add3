import type { PaperMatter } from '@gongkai/casework';
import { paperOfStep, Refusal, type Command, type PaperKind } from '@gongkai/contracts';
import { hasReply, recordPapersOf } from './values/record-papers.js';

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
 */
export function isDrawnWith(command: Command, draw?: boolean): boolean {
  if (draw !== undefined || STEPS[command.type] === undefined) return draw === true;
  return command.type === 'file' || !hasFiles(command);
}

/** @throws Refusal `invalid-request` where a letter would be made that the case keeps no copy of (REG 45) */
export function refuseUnkept(command: Command, draw?: boolean): void {
  if (draw !== false || STEPS[command.type] === undefined || command.type === 'file' || hasFiles(command)) return;
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

/** A paper that bears a number of its own is a draft as long as it has none. */
export const isDraft = (kind: PaperKind, { reckoned }: PaperMatter): boolean =>
  kind === 'reply' && reckoned.now.file.round.reply.noticeId === null;

/** What is looked at before the step: of what is filed the approval sheet, and the form that opened the case where there is none. */
export const shownOf = (kind: PaperKind, matter: PaperMatter): PaperKind =>
  kind === 'approval_sheet' && !hasReply(matter) ? 'registration_form' : kind;

/** What left on paper on an earlier day was not sealed today. */
export const hasLeft = (command: Command, { reckoned }: PaperMatter): boolean =>
  'dispatchedOn' in command && typeof command.dispatchedOn === 'string' && command.dispatchedOn < reckoned.today;
