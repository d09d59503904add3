import type { LocalDate } from '@gongkai/calendar';
import type { CaseView, PersonRef } from '@gongkai/contracts';
import { ledgerOf } from '@gongkai/lifecycle';
import type { Sealer } from '@gongkai/platform';
import { openApplicant } from '../applicants.js';
import type { LawShelf } from '../law-shelf.js';
import { caseView, type CaseHead, type Looking } from '../views/case-view.js';
import { openAppearing } from './appearing.js';
import { openContacts } from './party-contact.js';
import { reckon, type Reckoned } from './columns.js';
import { lawAround, type StoredCase } from './stored-case.js';

/** What is needed to see a stored case on a day. */
export type Seeing = { readonly laws: LawShelf; readonly sealer: Sealer; readonly today: LocalDate };

/** What of a stored case is not made of its facts. */
export const headOf = ({ row, around }: StoredCase, sealer: Sealer): CaseHead => ({
  id: row.id,
  number: row.number,
  version: row.version,
  organCode: around.organ_code,
  applicant: openApplicant(sealer, around),
  assignee: assigneeOf(around),
  openedOn: row.opened_on,
  closedOn: row.closed_on,
  people: around.people,
  tied: around,
  appearing: openAppearing(sealer, around.appearing),
  contacts: openContacts(sealer, around.contacts),
});

const assigneeOf = ({ assignee_id: id, assignee_name: name }: StoredCase['around']): PersonRef | null =>
  id === null ? null : { id, name: name ?? '' };

/** Everything that follows from a stored case on a day. */
export function reckonStored(
  { row, around }: Pick<StoredCase, 'row'> & Partial<Pick<StoredCase, 'around'>>,
  { laws, today }: Pick<Seeing, 'laws' | 'today'>,
  derivation = false,
): Reckoned {
  const shelved = laws.lawOf(row.statute, today, row.organ_id, row.clock_edition);
  const law = around === undefined ? shelved : lawAround(shelved, { around });
  const ledger = ledgerOf(row.file, law, { asOf: today, derivation });
  return reckon({ file: row.file, value: row.value }, ledger, law, today);
}

/** A stored case as somebody sees it on a day. */
export const viewNow = (stored: StoredCase, looking: Looking, seeing: Seeing): CaseView =>
  caseView(headOf(stored, seeing.sealer), reckonStored(stored, seeing), looking);
