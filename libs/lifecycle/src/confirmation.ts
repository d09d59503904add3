import type { CommandOf } from '@gongkai/contracts';
import type { EntryToConfirm } from './case-file.js';
import type { Establish, Making } from './establish-step.js';
import { isUnproven } from './late-entry.js';
import { mayConfirm } from './permissions.js';
import { refusalFor, roleMissing } from './reasons.js';

/** What a second person says to an entry that waits for one. */
export const establishConfirmation: Establish<'confirmFact'> = (command, making) => {
  const { entryId, reject } = command;
  const entry = making.file.toConfirm.find((waiting) => waiting.entryId === entryId);
  making.days.knows(entry !== undefined, 'entryId', 'unknown-entry');
  if (entry !== undefined) checkEntry(entry, command, making);
  const confirmed = { on: making.today, entryId };
  if (reject === undefined) return { type: 'FACT_CONFIRMED', ...confirmed };
  return entry?.reason === 'own-paper' && entry.noticeId !== undefined
    ? { type: 'PAPER_SENT_BACK', ...confirmed, noticeId: entry.noticeId, reason: reject, broughtBy: entry.by }
    : { type: 'FACT_RESTORED', ...confirmed, reason: reject };
};

/** What can be said no to: a correction is put back as it was, a letter that was brought sent back to who brought it. */
const REJECTABLE: ReadonlySet<EntryToConfirm['reason']> = new Set(['fact-corrected', 'own-paper']);

/** What was entered late is confirmed with something that shows its day. */
function checkEntry(entry: EntryToConfirm, { reject, fileIds = [] }: CommandOf<'confirmFact'>, making: Making): void {
  const { days, roles, file } = making;
  days.knows(entry.follows === undefined, 'entryId', 'follows-another-case');
  if (!mayConfirm(entry, roles)) throw refusalFor(roleMissing('confirmFact', ['approver']));
  days.knows(reject === undefined || REJECTABLE.has(entry.reason), 'reject', 'not-rejectable');
  days.knows(reject !== undefined || fileIds.length > 0 || !isUnproven(entry, file), 'fileIds', 'late-unproven');
}
