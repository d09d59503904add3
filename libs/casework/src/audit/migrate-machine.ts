import { addDays, type LocalDate, type WorkingDays } from '@gongkai/calendar';
import type { JournalEntryView } from '@gongkai/contracts';
import { MACHINE_VERSION } from '@gongkai/lifecycle';
import { json, type Clock, type CommandPool } from '@gongkai/platform';
import { CLOCK_NAMES, columnsOf, findableBy } from '../desk/columns.js';
import { entryOf, type JournalTableRow } from '../desk/journal-entry.js';
import { readBeside, type RowsBeside } from '../desk/rows-beside.js';
import { besides, together } from '../desk/settle.js';
import { writeStatements, type Writing } from '../desk/write.js';
import { underCalendar } from '../calendars/edition.js';
import type { LawShelf } from '../law-shelf.js';
import { caseBatches, type Progress } from './batches.js';
import { messageOf, refold } from './refold.js';

export type MigrationParts = { readonly pool: CommandPool; readonly laws: LawShelf; readonly clock: Clock };

type OldCase = {
  readonly id: string;
  readonly organ_id: string;
  readonly number: string;
  readonly version: number;
  readonly statute: string;
  readonly applicant_name: string;
  readonly seq: number;
  readonly last_hash: string;
  readonly clock_edition: number | null;
};

/**
 * What is brought over: what an older chart has stored, and estimates of days whose calendar is published by now; of a clock that has
 * ended, by the calendars that it ended by.
 * @param known the first day without a calendar, edition by edition; as SQL, with that in use under `now`
 */
const isOutdated = (known: string): string => `(
  machine_version < ${MACHINE_VERSION}
  OR EXISTS (
    SELECT FROM deadline
     WHERE deadline.case_id = case_file.id AND deadline.due IS NULL
       AND provisional < (${known} ->> CASE WHEN split_part(name, ':', 1) IN (${CLOCK_NAMES.map((name) => `'${name}'`).join()})
                                            THEN coalesce(clock_edition::text, 'now') ELSE 'now' END)::date))`;

const CASE = `
  SELECT id, organ_id, number, version, statute, applicant_name, seq, last_hash, clock_edition
    FROM case_file WHERE id = $1 AND ${isOutdated('$2::jsonb')} FOR UPDATE`;
const JOURNAL = `
  SELECT case_id, seq, id, at, on_day, actor_id, type, fact, deadlines, statute_version, calendar_version, previous_hash, hash
    FROM journal WHERE case_id = $1 ORDER BY seq`;

/** A case that cannot be brought over, and why. */
export type FailedCase = { readonly caseId: string; readonly number: string; readonly problem: string };
export type MigrationReport = { readonly migrated: number; readonly failed: readonly FailedCase[] };

/**
 * Brings cases over to the present chart and calendar, by replaying their journals; one transaction each, so that it can be stopped
 * and started again. The journal itself is not touched. What cannot be brought over is told and left as it is.
 */
export async function migrateMachine(parts: MigrationParts, progress: Progress = () => undefined): Promise<MigrationReport> {
  let migrated = 0;
  const failed: FailedCase[] = [];
  const known = json(firstUnknownDays(parts));
  const outdated = isOutdated(`'${known}'::jsonb`);
  for await (const batch of caseBatches<Found>(parts.pool, 'organ_id', progress, outdated)) {
    for (const old of batch) {
      const done = await migrateCase(parts, old, known);
      if (done === 'migrated') migrated += 1;
      else if (done !== 'up to date') failed.push(done);
    }
  }
  return { migrated, failed };
}

/** The first day without a published calendar in each edition of the calendars; the day after the table where there is none. */
function firstUnknownDays({ laws, clock }: MigrationParts): Readonly<Record<string, LocalDate>> {
  const { calendar, edition } = laws.lawOf(laws.statute, clock.today());
  const unknown = (days: WorkingDays): LocalDate => days.unknownFrom(days.from, days.to) ?? addDays(days.to, 1);
  const ended = Array.from({ length: edition + 1 }, (_, of) => {
    const { endedBy = calendar } = laws.lawOf(laws.statute, clock.today(), undefined, of);
    return [String(of), unknown(endedBy)] as const;
  });
  return { now: unknown(calendar), ...Object.fromEntries(ended) };
}

/** What else stands of an old case. */
type OldRows = { readonly journal: readonly JournalEntryView[]; readonly beside: RowsBeside };
type Found = Pick<OldCase, 'id' | 'organ_id'>;

async function migrateCase(
  { pool, laws, clock }: MigrationParts,
  { id, organ_id: organId }: Found,
  known: string,
): Promise<'migrated' | 'up to date' | FailedCase> {
  const reads = [
    { name: 'lock-old-case', text: CASE, values: [id, known] },
    { name: 'old-journal', text: JOURNAL, values: [id] },
    readBeside(id),
  ];
  return underCalendar({ pool, laws }, { organId, reads }, async ([cases = [], entries = [], standing = []], transaction) => {
    const [old] = cases as OldCase[];
    // Somebody's command may have brought it over meanwhile.
    if (old === undefined) return 'up to date';
    const write = attempt(() =>
      writesOf(old, { journal: (entries as JournalTableRow[]).map(entryOf), beside: standing[0] as RowsBeside }, laws),
    );
    if (typeof write === 'string') return { caseId: id, number: old.number, problem: write };
    await transaction.commit(...writeStatements(write, clock.now()));
    return 'migrated';
  });
}

/** What work gives, or why it could not be done. */
function attempt<T extends object>(work: () => T): T | string {
  try {
    return work();
  } catch (problem) {
    return messageOf(problem);
  }
}

/** The rows of a case, made again. */
function writesOf(old: OldCase, { journal, beside }: OldRows, laws: LawShelf): Writing {
  const { id, number, version, seq, last_hash, applicant_name: applicantName } = old;
  const reckoned = refold(journal, old, laws);
  return together({
    changed: [{ id, version: version + 1, seq, last_hash, ...columnsOf(reckoned) }],
    worded: [{ id, ...findableBy(number, applicantName, reckoned) }],
    ...besides(id, reckoned, beside),
  });
}
