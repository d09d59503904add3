import type { PaperMatter } from '@gongkai/casework';
import { Refusal, type Command, type ConsultationKind, type NoticeKind, type PaperKind } from '@gongkai/contracts';
import { paperOf, togetherWith } from './step-papers.js';

/**
 * The papers that are drawn with a step. With `addStamped` it is the letter itself, in the place of a file that was brought for it and
 * has not left: an approver sent that back, or nobody has seen it yet.
 * @throws Refusal `no-paper` where none goes out with the step, `letter-not-brought` where the letter was drawn already or has left
 */
export const papersWith = (command: Command, matter: PaperMatter): readonly PaperKind[] =>
  togetherWith(command.type === 'addStamped' ? anew(command.noticeId, matter) : paperOf(command), matter);

/** Which of several letters of a kind is meant. */
export const aboutOf = (command: Command): string | undefined => (command.type === 'addStamped' ? command.noticeId : undefined);

const LETTERS: Readonly<Record<ConsultationKind, PaperKind>> = {
  third_party: 'consult_third_party',
  joint_organ: 'consult_joint_producer',
  other_organ: 'consult_other_organ',
  secrecy_authority: 'consult_secrecy_authority',
};

/** What a reply says is signed with it: nobody brings one that waits. */
const isLetter = (kind: NoticeKind): kind is Exclude<NoticeKind, 'consultation' | 'reply'> =>
  kind !== 'consultation' && kind !== 'reply';

function anew(noticeId: string, { reckoned }: PaperMatter): PaperKind {
  const { notices, consultations } = reckoned.now.file;
  const notice = notices.find(({ id, own, dispatchedOn }) => id === noticeId && own !== undefined && dispatchedOn === null);
  const asked = consultations.find(({ id }) => id === notice?.id);
  if (asked !== undefined) return LETTERS[asked.kind];
  if (notice !== undefined && isLetter(notice.kind)) return notice.kind;
  throw new Refusal('invalid-request', [{ path: 'noticeId', code: 'letter-not-brought' }]);
}
