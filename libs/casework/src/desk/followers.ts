import type { CaseCommand, JournalFact } from '@gongkai/lifecycle';
import type { Statement } from '@gongkai/platform';
import { asUuid } from '../visibility.js';
import { besideColumns, type RowsBeside } from './rows-beside.js';
import { CASE_COLUMNS, journalFactsOf, type CaseFileRow, type Lock } from './stored-case.js';

/** A case that a split has taken out of another one, or out of one that was: it follows what is corrected there. */
export type Follower = {
  readonly row: CaseFileRow;
  readonly applicantName: string;
  /** The case it was taken out of, and the entry there. */
  readonly from: { readonly caseId: string; readonly splitId: string };
  readonly beside: RowsBeside;
  readonly journal: readonly JournalFact[];
};

/** Whether other cases follow a command: what it corrects, or confirms of that, may have been taken along by a split. */
export const isFollowed = ({ type }: CaseCommand): boolean => type === 'correctFact' || type === 'confirmFact';

/** The cases that splits have taken out of one, and out of those; the case is `$1`. */
const FAMILY = `
  WITH RECURSIVE family AS (
    SELECT (fact ->> 'newCaseId')::uuid AS id, case_id AS from_id, id AS split_id
      FROM journal WHERE case_id = $1 AND type = 'SPLIT'
    UNION ALL
    SELECT (journal.fact ->> 'newCaseId')::uuid, journal.case_id, journal.id
      FROM family JOIN journal ON journal.case_id = family.id AND journal.type = 'SPLIT')`;

/** All of them and the case itself, locked in the order of their ids, as a merger locks its two. */
export const lockFamily = (caseId: string): Statement => ({
  name: 'lock-family',
  text: `${FAMILY} SELECT id FROM case_file WHERE id = $1 OR id IN (SELECT id FROM family) ORDER BY id FOR UPDATE`,
  values: [asUuid(caseId)],
});

/** Each with its whole journal; null where none follows. What was split off while the lock was waited for is locked now. */
export const readFollowers = (command: CaseCommand, { caseId, lock }: { caseId: string; lock: Lock }): Statement | null =>
  isFollowed(command) ? wholeFamily(caseId, lock === 'none' ? LOOKING : LOCKING) : null;

const LOOKING = { name: 'read-followers', clause: '' };
const LOCKING = { name: 'lock-followers', clause: ' FOR UPDATE OF case_file' };

const wholeFamily = (caseId: string, { name, clause }: typeof LOOKING): Statement => ({
  name,
  text: `${FAMILY}
    SELECT ${CASE_COLUMNS.map((column) => `case_file.${column}`).join(', ')}, case_file.applicant_name, family.from_id, family.split_id,
           ${besideColumns('case_file.id')},
           (SELECT jsonb_agg(jsonb_build_object('id', id, 'actor_id', actor_id, 'on_day', on_day, 'fact', fact) ORDER BY seq)
              FROM journal WHERE journal.case_id = case_file.id) AS journal
      FROM family JOIN case_file ON case_file.id = family.id
     ORDER BY case_file.id${clause}`,
  values: [asUuid(caseId)],
});

type FollowerRow = CaseFileRow &
  RowsBeside & {
    readonly applicant_name: string;
    readonly from_id: string;
    readonly split_id: string;
    readonly journal: readonly unknown[];
  };

/** The rows of {@link readFollowers}. */
export const followersOf = (rows: readonly unknown[]): Follower[] =>
  (rows as readonly FollowerRow[]).map(({ applicant_name, from_id, split_id, journal, deadlines, alarms, reminded, ...row }) => ({
    row,
    applicantName: applicant_name,
    from: { caseId: from_id, splitId: split_id },
    beside: { deadlines, alarms, reminded },
    journal: journalFactsOf(journal),
  }));
