import type { LocalDate } from '@gongkai/calendar';
import type { CaseLedger } from '@gongkai/contracts';
import type { CaseFile } from './case-file.js';
import { ledgerOf, type CaseLaw } from './case-law.js';
import { fold } from './fold.js';

/**
 * The deadlines as they will be if the extension that was proposed is approved and its notice sent in time (REG 33(2)).
 * @returns null where none is proposed, or where it would come too late
 */
export function ledgerIfExtended(file: CaseFile, ledger: CaseLedger, law: CaseLaw, today: LocalDate): CaseLedger | null {
  const proposed = file.round.extensionProposed;
  const due = ledger.finalDue ?? ledger.provisionalFinalDue ?? null;
  if (proposed === null || due === null || today > due) return null;
  const granted = { type: 'EXTENSION', noticeId: '', dispatchedOn: today, workingDays: proposed.workingDays } as const;
  return ledgerOf(fold(file, granted, { id: '', actorId: '', today }), law, { asOf: today });
}
