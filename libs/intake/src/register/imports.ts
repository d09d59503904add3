import type { OldNumber, Person } from '@gongkai/casework';
import type { Language, RegisterMapping } from '@gongkai/contracts';
import { json, type CommandPool, type Statement } from '@gongkai/platform';
import type { RegisterEntry } from './read-entry.js';

/** An organ whose register it is. */
export type Office = { readonly id: string; readonly code: string };
/** The two in whose names the past is written down; neither of them can log in. */
export type Scribes = { readonly desk: Person; readonly head: Person };

const SCRIBES = { desk: '旧登记簿导入', head: '旧登记簿导入（审核）' } as const;

/** No password has this hash. */
const NOBODY = '-';
const SCRIBE = `
  INSERT INTO person (id, username, name, password_hash, organ_id, active)
  VALUES (gen_random_uuid(), $1, $2, '${NOBODY}', $3, false)
  ON CONFLICT (username) DO UPDATE SET name = EXCLUDED.name RETURNING id`;

/** Who writes in the journals that a step comes from the old register: nobody who is there has taken it. */
export async function scribesOf(pool: CommandPool, { id: organId, code }: Office): Promise<Scribes> {
  const scribe = async (part: keyof typeof SCRIBES, roles: Person['roles']): Promise<Person> => {
    const [username, name] = [`old-register-${part}.${code}`, SCRIBES[part]];
    const { rows } = await pool.query<{ id: string }>({ text: SCRIBE, values: [username, name, organId] });
    const [row] = rows;
    if (row === undefined) throw new Error('A person that was inserted or there was not returned.');
    const of = {
      organId,
      organCode: code,
      organPath: [organId],
      seesBelow: false,
      ogiHead: part === 'head',
      titles: [],
      standsFor: [],
      substituteFor: [],
    };
    return { id: row.id, username, name, roles, ...of };
  };
  return { desk: await scribe('desk', ['clerk', 'caseworker']), head: await scribe('head', ['approver', 'reviewer']) };
}

/** What bears the numbers of a table already. */
export type Borne = {
  readonly number: string;
  readonly year: number;
  readonly serial: number;
  /** An import of it broke off. */ readonly half: boolean;
};

export const readBorne = (organId: string, entries: readonly RegisterEntry[]): Statement => ({
  text: `
    SELECT case_file.number, case_file.number_year AS year, case_file.serial,
           imported_case.case_id IS NOT NULL AND imported_case.last_hash IS NULL AS half
      FROM case_file LEFT JOIN imported_case ON imported_case.case_id = case_file.id
     WHERE case_file.organ_id = $1
       AND (case_file.number_year, case_file.serial) IN (SELECT * FROM unnest($2::int[], $3::int[]))`,
  values: [organId, entries.map(({ year }) => year), entries.map(({ serial }) => serial)],
});

export type NewImport = {
  readonly id: string;
  readonly organId: string;
  readonly fileName: string;
  readonly fileHash: string;
  readonly at: Date;
  readonly by: string | null;
  readonly total: number;
  /** How it is read by whoever goes on with it. */
  readonly reading?: { readonly columns: RegisterMapping; readonly language: Language };
};

export const importBegun = ({ id, organId, fileName, fileHash, at, by, total, reading }: NewImport): Statement => ({
  text: `
    INSERT INTO register_import (id, organ_id, file_name, file_hash, begun_at, begun_by, total, columns, language)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
  values: [
    ...[id, organId, fileName, fileHash, at, by, total],
    ...[reading === undefined ? null : json(reading.columns), reading?.language ?? null],
  ],
});

export const importOn = (id: string, done: number, endedAt: Date | null): Statement => ({
  text: 'UPDATE register_import SET done = $2, ended_at = $3 WHERE id = $1',
  values: [id, done, endedAt],
});

/** Written together with the case. */
export const caseImported = (
  caseId: string,
  { importId, organId, row, old }: { importId: string; organId: string; row: number; old: OldNumber },
): Statement => ({
  text: `
    INSERT INTO imported_case (case_id, import_id, organ_id, row, number, year, serial)
    VALUES ($1, $2, $3, $4, $5, $6, $7)`,
  values: [caseId, importId, organId, row, old.number, old.year, old.serial],
});

/** How an import has left a case: whoever changes it after that leaves another hash. */
export const caseLeft = (caseId: string, importId: string): Statement => ({
  text: `
    UPDATE imported_case SET import_id = $2, last_hash = (SELECT last_hash FROM case_file WHERE id = $1) WHERE case_id = $1`,
  values: [caseId, importId],
});

const MINE = 'SELECT case_id FROM imported_case WHERE import_id = $1 AND removed_at IS NOT NULL';

/** The cases of an import that somebody has worked at since, or that other things hang on. */
export const readTouched = (importId: string): Statement => ({
  text: `
    SELECT case_file.id, case_file.number FROM imported_case JOIN case_file ON case_file.id = imported_case.case_id
     WHERE imported_case.import_id = $1
       AND (imported_case.last_hash IS DISTINCT FROM case_file.last_hash
         OR EXISTS (SELECT FROM incoming WHERE incoming.case_id = case_file.id))
     ORDER BY imported_case.row`,
  values: [importId],
});

/** Takes the cases of an import out, with everything they left; the line that tells each of them stays. */
export const removal = (importId: string, at: Date, by: string | null): readonly Statement[] => [
  { text: 'UPDATE register_import SET undone_at = $2, undone_by = $3 WHERE id = $1', values: [importId, at, by] },
  { text: 'UPDATE imported_case SET removed_at = $2 WHERE import_id = $1', values: [importId, at] },
  ...['journal', 'notification', 'query_code'].map((table) => ({
    text: `DELETE FROM ${table} WHERE case_id IN (${MINE})`,
    values: [importId],
  })),
  {
    text: `
      WITH gone AS (DELETE FROM case_file WHERE id IN (${MINE}) RETURNING applicant_id)
      DELETE FROM applicant WHERE id IN (SELECT applicant_id FROM gone)`,
    values: [importId],
  },
  {
    text: `
      UPDATE number_series AS series
         SET last = coalesce((SELECT max(serial) FROM case_file
                               WHERE case_file.organ_id = series.organ_id AND number_year = series.year), 0)
       WHERE kind = 'case' AND (organ_id, year) IN (SELECT organ_id, year FROM imported_case WHERE import_id = $1)`,
    values: [importId],
  },
];
