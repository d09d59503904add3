import { MACHINE_VERSION } from '@gongkai/lifecycle';
import type { Clock, CommandPool } from '@gongkai/platform';
import { alarmRows, columnsOf, deadlineRows } from '../desk/columns.js';
import { entryOf, type JournalTableRow } from '../desk/journal-entry.js';
import { together } from '../desk/settle.js';
import { writeStatement } from '../desk/write.js';
import type { LawShelf } from '../law-shelf.js';
import { searchVector } from '../queries/bigrams.js';
import { caseBatches, type Progress } from './batches.js';
import { refold } from './refold.js';

export type MigrationParts = { readonly pool: CommandPool; readonly laws: LawShelf; readonly clock: Clock };

type OldCase = {
  readonly id: string;
  readonly organ_id: string;
  readonly number: string;
  readonly version: number;
  readonly statute: string;
  readonly applicant_name: string;
  readonly machine_version: number;
  readonly seq: number;
  readonly last_hash: string;
};

const CASE = `
  SELECT id, organ_id, number, version, statute, applicant_name, machine_version, seq, last_hash
    FROM case_file WHERE id = $1 FOR UPDATE`;
const JOURNAL = `
  SELECT case_id, seq, id, at, on_day, actor_id, type, fact, deadlines, statute_version, calendar_version, previous_hash, hash
    FROM journal WHERE case_id = $1 ORDER BY seq`;

/**
 * Brings cases that an older chart has stored over to the present one, by replaying their journals; one transaction each,
 * so that it can be stopped and started again. The journal itself is not touched.
 * @returns how many were brought over
 */
export async function migrateMachine(parts: MigrationParts, progress: Progress = () => undefined): Promise<number> {
  let migrated = 0;
  const outdated = `machine_version < ${MACHINE_VERSION}`;
  for await (const batch of caseBatches<Pick<OldCase, 'id' | 'organ_id'>>(parts.pool, 'organ_id', progress, outdated)) {
    for (const { id, organ_id } of batch) migrated += (await migrateCase(parts, id, organ_id)) ? 1 : 0;
  }
  return migrated;
}

async function migrateCase({ pool, laws, clock }: MigrationParts, id: string, organId: string): Promise<boolean> {
  const reads = [
    { name: 'lock-old-case', text: CASE, values: [id] },
    { name: 'old-journal', text: JOURNAL, values: [id] },
  ];
  return pool.flights({ organId, reads }, async ([cases = [], entries = []], transaction) => {
    const [old] = cases as OldCase[];
    // Somebody's command may have brought it over meanwhile.
    if (old === undefined || old.machine_version >= MACHINE_VERSION) return false;
    const reckoned = refold((entries as JournalTableRow[]).map(entryOf), old.statute, laws);
    const columns = columnsOf(reckoned);
    const search = searchVector(old.number, old.applicant_name, columns.subject);
    const changed = { id, version: old.version + 1, seq: old.seq, last_hash: old.last_hash, ...columns, search };
    const alarms = alarmRows(reckoned).map((row) => ({ case_id: id, ...row }));
    const deadlines = deadlineRows(reckoned).map((row) => ({ case_id: id, ...row }));
    await transaction.commit(writeStatement(together({ changed: [changed], deadlines, alarms }), clock.now()));
    return true;
  });
}
