import type { CaseFile, CaseItem } from './case-file.js';
import type { Judgement } from './judgements.js';

/** The fingerprint of a text, given in from outside. */
export type Digest = (text: string) => string;

/**
 * The fingerprint of what the reply says and gives out as the case stands: application, decisions with their reasons, and the files of
 * each item by the hashes of their content, or the original that was reviewed. Number, day and seal come with the signature and are not of it.
 */
export function draftOf({ receipt, items, withdrawnItems, itemsApart, wantedForm, delivery }: CaseFile, digest: Digest): string {
  const said = items.map(({ id, description, decision, fileIds, review }) => {
    const { code, ground, article, reasons, otherOrgan, earlierReply } = decision ?? {};
    const findings = [...findingsOf(decision), ...(review?.original === undefined ? [] : [review.original])];
    return [id, description, code, ground, article, reasons, otherOrgan, earlierReply, fileIds, ...findings];
  });
  const apart = withdrawnItems.map(({ id, description }) => [id, description]);
  return digest(JSON.stringify([sorted(receipt), said, apart, itemsApart, wantedForm, delivery]));
}

/** What was not asked for in decisions of former times: a draft that says none of it keeps the fingerprint that it had. */
function findingsOf(decision: CaseItem['decision']): readonly unknown[] {
  const { facts, harm, severability, unasked, unlikeFound, earlierNumber, earlierDay, recordIds } = decision ?? {};
  const said = Object.entries({ facts, harm, severability, unasked, unlikeFound, earlierNumber, earlierDay, recordIds }).filter(
    ([, value]) => value !== undefined,
  );
  return said.length === 0 ? [] : [said];
}

/** The fields of a receipt come in the order of whoever typed or corrected them. */
const sorted = (receipt: CaseFile['receipt']): unknown =>
  Object.entries(receipt)
    .filter(([, value]) => value !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1));

/** Only what was approved is signed: of anything else the approval falls, and the reply is sent back and approved anew (REG 17). */
export const draftUnchanged = (file: CaseFile, digest: Digest): Judgement =>
  draftMatches(file.round.reply.approvedDraft, file, digest);

/** Whoever approves names what they read; the case has to say that still. Null names nothing. */
export const draftMatches = (read: string | null, file: CaseFile, digest: Digest): Judgement =>
  read === null || read === draftOf(file, digest) ? null : { code: 'draft-changed', article: 'REG 17' };

/** Whether a draft that was sent back is still as it was: whoever submits it so says why. */
export const isAsSentBack = (file: CaseFile, digest: Digest): boolean =>
  file.round.reply.sentBackDraft !== null && file.round.reply.sentBackDraft === draftOf(file, digest);
