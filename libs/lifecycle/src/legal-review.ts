import type { CaseFile } from './case-file.js';
import { draftOf, type Digest } from './draft.js';
import type { Judgement } from './judgements.js';

/** What is approved and signed is what the legal reviewer read. */
export function reviewedAlike(file: CaseFile, digest: Digest): Judgement {
  const { asked, review } = file.round.reply.legal;
  return !asked || review === null || review.draft === draftOf(file, digest) ? null : { code: 'draft-changed' };
}
