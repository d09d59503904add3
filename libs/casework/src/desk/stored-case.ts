import type { LocalDate } from '@gongkai/calendar';
import { Refusal } from '@gongkai/contracts';
import { MACHINE_VERSION, type CaseFile, type CaseLaw, type CaseNow, type ChartValue } from '@gongkai/lifecycle';
import { replay, type CaseFact, type JournalFact } from '@gongkai/lifecycle';
import type { Statement } from '@gongkai/platform';
import { withRetention, withRules, withValueFrom } from '@gongkai/statutes';
import type { ApplicantRow } from '../applicants.js';
import type { Person } from '../person.js';
import { APPLICANT } from '../portal/applicant.js';
import type { SealedLists } from './appearing.js';
import type { SealedContacts } from './party-contact.js';
import { besideColumns, type RowsBeside } from './rows-beside.js';
import type { MergedCase, PartOpen } from '../views/tied-cases.js';
import { asUuid, canSee } from '../visibility.js';

/** The row of a case that the desk decides on. */
export type CaseFileRow = {
  readonly id: string;
  readonly organ_id: string;
  readonly number: string;
  readonly version: number;
  readonly value: ChartValue;
  readonly machine_version: number;
  /** The edition of the calendars under which its clock ended; null while it runs. */
  readonly clock_edition: number | null;
  readonly file: CaseFile;
  readonly statute: string;
  readonly opened_on: LocalDate;
  readonly closed_on: LocalDate | null;
  readonly seq: number;
  readonly last_hash: string;
};

/** What stands around a case: its organ, its applicant, who holds it. */
export type SurroundingsRow = ApplicantRow & {
  readonly organ_code: string;
  readonly organ_path: readonly string[];
  /** Whether its cases are filed only once nobody can challenge them; null: as the statute pack says. */
  readonly files_after_remedies: boolean | null;
  /** From which day of receipt on it charges the processing fee; null: as the statute pack says. */
  readonly fees_from: LocalDate | null;
  readonly assignee_id: string | null;
  readonly assignee_name: string | null;
  /** Names of everybody whom the journal knows by an id. */
  readonly people: Readonly<Record<string, string>>;
  /** The cases that are answered by the reply of this one. */
  readonly merged: readonly MergedCase[];
  /** Parts of its application that are answered apart and are not over. */
  readonly partsOpen: readonly PartOpen[];
  /** Who appears at its hearings, sealed. */
  readonly appearing: SealedLists;
  /** Where whoever it consults is reached, sealed. */
  readonly contacts: SealedContacts;
};

/** A case as the desk has it before it decides. */
export type StoredCase = { readonly row: CaseFileRow; readonly around: SurroundingsRow };

/** The columns of {@link CaseFileRow}. */
export const CASE_COLUMNS = [
  ...['id', 'organ_id', 'number', 'version', 'value', 'machine_version', 'clock_edition', 'file', 'statute'],
  ...['opened_on', 'closed_on', 'seq', 'last_hash'],
] as const;

/** How a case is read: only looked at, locked once it is free, or locked if it is free just now, else passed over. */
export type Lock = 'none' | 'wait' | 'skip';
const LOCKS = {
  none: { name: 'read-case', clause: '' },
  wait: { name: 'lock-case', clause: ' FOR UPDATE' },
  skip: { name: 'lock-free-case', clause: ' FOR UPDATE SKIP LOCKED' },
} as const satisfies Readonly<Record<Lock, object>>;

/** The case alone, and for a change its lock: who waits for it reads what the one before has written. */
export const readCase = (id: string, lock: Lock): Statement => ({
  name: LOCKS[lock].name,
  text: `SELECT ${CASE_COLUMNS.join(', ')} FROM case_file WHERE id = $1${LOCKS[lock].clause}`,
  values: [asUuid(id)],
});

/** Who is named by an entry of a journal: who acted, was assigned to the case, named in a note or changed its calendar. */
const NAMED_BY_ENTRY = `
  ARRAY[
    CASE WHEN actor_id NOT IN ('clock', '${APPLICANT}') THEN actor_id END,
    CASE WHEN type = 'ASSIGNED' THEN fact ->> 'assignee' END,
    fact ->> 'actingFor', fact ->> 'standingInFor',
    CASE WHEN type = 'CALENDAR_CHANGED' THEN fact ->> 'changedBy' END,
    CASE WHEN type IN ('UNIT_ASKED', 'ORDER_ISSUED') THEN fact ->> 'person' END
  ] || CASE WHEN type = 'NOTED' THEN ARRAY(SELECT jsonb_array_elements_text(fact -> 'mentions')) END`;

/** Their names, by id; the case is `$1`. The journal is gone through once: each row of it is looked at by the wall. */
const PEOPLE_OF_CASE = `
  SELECT coalesce(jsonb_object_agg(known.id, known.name), '{}') AS people FROM person AS known
   WHERE known.id IN (SELECT unnest(${NAMED_BY_ENTRY})::uuid FROM journal WHERE case_id = $1)`;

/** Who applied by the portal has acted in the case too. */
const APPLICANT_AS_ACTOR = `
  CASE WHEN EXISTS (SELECT FROM journal WHERE case_id = $1 AND actor_id = '${APPLICANT}')
       THEN jsonb_build_object('${APPLICANT}', applicant.name) ELSE '{}' END`;

/**
 * The cases that were merged into this one, oldest first; the case is `$1`. As an array: a function is taken for a thousand rows, and for so
 * many the planner reads all cases.
 */
const MERGED_INTO_CASE = `
  SELECT coalesce(jsonb_agg(jsonb_build_object('id', held.id, 'number', held.number) ORDER BY held.opened_on, held.number), '[]')
    FROM case_file AS held WHERE held.id = ANY (ARRAY(SELECT cases_merged_into($1))) AND held.outcome = 'merged'`;

/** The parts of its application that were taken out of it, or of such a part, and are not over, oldest first; the case is `$1`. */
const PARTS_OPEN = `
  CASE WHEN case_file.file ->> 'itemsApart' = '0' THEN '[]' ELSE (
    WITH RECURSIVE apart AS (
      SELECT id, number, state, opened_on FROM case_file AS part WHERE part.part_of = $1
      UNION SELECT part.id, part.number, part.state, part.opened_on FROM apart JOIN case_file AS part ON part.part_of = apart.id)
    SELECT coalesce(jsonb_agg(jsonb_build_object('id', id, 'number', number) ORDER BY opened_on, number), '[]')
      FROM apart WHERE state NOT IN ('closed', 'filed')) END`;

/** The sealed lists of who appears at its hearings, by id; the case is `$1`. */
const APPEARING = `
  SELECT coalesce(jsonb_object_agg(id, encode(sealed, 'hex')), '{}') FROM appearing WHERE case_id = $1`;

/** Of each consultation of the case, also of one that a split took along, where who is asked is reached. */
const CONTACTS = `
  SELECT coalesce(jsonb_object_agg(consultation_id, encode(sealed, 'hex')), '{}') FROM party_contact
   WHERE consultation_id IN (SELECT (asked ->> 'id')::uuid FROM jsonb_array_elements(case_file.file -> 'consultations') AS asked)`;

const SURROUNDINGS = `organ.code AS organ_code, organ.path AS organ_path, organ.files_after_remedies,
           organ.fees_from::text AS fees_from, applicant.id AS applicant_id, applicant.kind AS applicant_kind,
           applicant.category AS applicant_category, applicant.name AS applicant_name, applicant.sealed,
           person.id AS assignee_id, person.name AS assignee_name, (${PEOPLE_OF_CASE}) || ${APPLICANT_AS_ACTOR} AS people,
           (${MERGED_INTO_CASE}) AS merged, ${PARTS_OPEN} AS "partsOpen", (${APPEARING}) AS appearing, (${CONTACTS}) AS contacts`;

const FROM_CASE = `
      FROM case_file
      JOIN organ ON organ.id = case_file.organ_id
      JOIN applicant ON applicant.id = case_file.applicant_id
      LEFT JOIN person ON person.id = case_file.assignee_id
     WHERE case_file.id = $1`;

/** For who looks at a case. */
export const readSurroundings = (id: string): Statement => ({
  name: 'case-surroundings',
  text: `SELECT ${SURROUNDINGS} ${FROM_CASE}`,
  values: [asUuid(id)],
});

/** What a command finds beside its case. */
export type FoundBeside = RowsBeside & {
  /** The case that has the entry of this envelope, where it was journalled. */
  readonly entry: string | null;
};

/**
 * For a command: with what stands of the case in other tables, and where its envelope was journalled. A statement of its own, after the lock: it
 * sees what was committed while the lock was waited for.
 */
export const readAround = (id: string, entryId: string): Statement => ({
  name: 'case-around',
  text: `
    SELECT ${SURROUNDINGS}, (SELECT journal.case_id FROM journal WHERE journal.id = $2) AS entry, ${besideColumns('$1')} ${FROM_CASE}`,
  values: [asUuid(id), asUuid(entryId)],
});

/** Where an envelope was journalled, if it was. */
export const readEntry = (id: string): Statement => ({
  name: 'entry-by-id',
  text: 'SELECT case_id FROM journal WHERE id = $1',
  values: [asUuid(id)],
});

type JournalRow = { readonly id: string; readonly actor_id: string; readonly on_day: LocalDate; readonly fact: CaseFact };

/** The whole journal of a case, oldest first, as far as a replay needs it. */
export const readJournal = (id: string): Statement => ({
  name: 'whole-journal',
  text: 'SELECT id, actor_id, on_day, fact FROM journal WHERE case_id = $1 ORDER BY seq',
  values: [asUuid(id)],
});

/** The rows of {@link readJournal} as a replay takes them. */
export const journalFactsOf = (rows: readonly unknown[]): JournalFact[] =>
  (rows as readonly JournalRow[]).map(({ id, actor_id, on_day, fact }) => ({ id, actorId: actor_id, today: on_day, fact }));

/** The case of two answers. @throws Refusal `case-not-found` where there is none, or none for this person */
export function storedCase(rows: readonly unknown[], around: readonly unknown[], actor: Person | 'clock'): StoredCase {
  const found = { row: rows[0], around: around[0] } as { row?: CaseFileRow; around?: SurroundingsRow };
  if (!found.row || !found.around || (actor !== 'clock' && !canSee(actor, found.around.organ_path)))
    throw new Refusal('case-not-found');
  return { row: found.row, around: found.around };
}

/** Whether the case was stored by an older chart and has to be made again from its journal. */
export const isOutdated = ({ row }: StoredCase): boolean => row.machine_version < MACHINE_VERSION;

/** The case as it stands; one stored by an older chart is replayed. */
export const caseNow = ({ row }: StoredCase, journal: readonly JournalFact[] | null, law: CaseLaw): CaseNow =>
  journal === null ? { file: row.file, value: row.value } : replay(journal, law);

/** The law as the organ of a case applies it. */
export function lawAround<Law extends Pick<CaseLaw, 'statute' | 'retentions'>>(
  law: Law,
  { around }: Pick<StoredCase, 'around'>,
): Law {
  const { files_after_remedies: waits, fees_from: chargesFrom, organ_code: organ } = around;
  const filed = waits === null ? law.statute : withRules(law.statute, { 'archive.wait_for_remedies': waits });
  const charged = chargesFrom === null ? filed : withValueFrom(filed, 'fee.enabled', chargesFrom, true);
  const statute = withRetention(charged, law.retentions ?? [], organ);
  return { ...law, statute };
}
