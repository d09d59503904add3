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
  return reject === undefined
    ? { type: 'FACT_CONFIRMED', ...confirmed }
    : { type: 'FACT_RESTORED', ...confirmed, reason: reject };
};

/** Only a correction can be put back as it was; what was entered late is confirmed with something that shows its day. */
function checkEntry(entry: EntryToConfirm, { reject, fileIds = [] }: CommandOf<'confirmFact'>, making: Making): void {
  const { days, roles, file } = making;
  days.knows(entry.follows === undefined, 'entryId', 'follows-another-case');
  if (!mayConfirm(entry, roles)) throw refusalFor(roleMissing('confirmFact', ['approver']));
  days.knows(reject === undefined || entry.reason === 'fact-corrected', 'reject', 'not-rejectable');
  days.knows(reject !== undefined || fileIds.length > 0 || !isUnproven(entry, file), 'fileIds', 'late-unproven');
}
