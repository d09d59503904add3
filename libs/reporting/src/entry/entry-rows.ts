import { randomUUID } from 'node:crypto';
import type { ReportEntry, ReportEntryState } from '@gongkai/contracts';
import { json, type CommandPool } from '@gongkai/platform';
import type { ReportNumbers } from '@gongkai/statutes';
import { scopesOf, type Scope } from '../reads/scope.js';

/** Who did what with it, in the order in which it happened. */
export type EntryDeed = {
  readonly at: string;
  readonly by: string;
  readonly did: ReportEntry['history'][number]['did'];
  readonly text: string | null;
};

/** What was entered by people, as they wrote it. */
export type Entered = { readonly numbers: ReportNumbers; readonly texts: Readonly<Record<string, string>> };

export type EntryRow = Entered & {
  readonly version: number;
  readonly state: ReportEntryState;
  /** Everybody who has written it since it was last approved. */
  readonly writtenBy: readonly string[];
  readonly history: readonly EntryDeed[];
  readonly people: Readonly<Record<string, string>>;
};

const scopeOfEntry = (scope: Scope): Scope['scope'] => scopesOf(scope)[0];

const FIND = `
  SELECT version, state, numbers, texts, written_by AS "writtenBy", history,
         (SELECT coalesce(jsonb_object_agg(person.id, person.name), '{}') FROM person
           WHERE entry.history @> jsonb_build_array(jsonb_build_object('by', person.id))) AS people
    FROM annual_report_entry AS entry WHERE organ_id = $1 AND year = $2 AND scope = $3`;

/** What was entered for a report; null: nothing. */
export async function readEntry(scope: Scope, year: number, pool: CommandPool): Promise<EntryRow | null> {
  const { rows } = await pool.query<EntryRow>({ text: FIND, values: [scope.organId, year, scopeOfEntry(scope)] });
  return rows[0] ?? null;
}

const OF_MEMBERS = `
  SELECT organ.code, entry.numbers FROM annual_report_entry AS entry JOIN organ ON organ.id = entry.organ_id
   WHERE entry.organ_id = ANY ($1::uuid[]) AND year = $2 AND scope = 'own' AND state = 'approved'`;

/** What the members of a roll-up have entered and had approved, by the code of the organ. */
export async function readOfMembers(
  { members }: Scope,
  year: number,
  pool: CommandPool,
): Promise<ReadonlyMap<string, ReportNumbers>> {
  const values = [members.map(({ id }) => id), year];
  const { rows } = await pool.query<{ code: string; numbers: ReportNumbers }>({ text: OF_MEMBERS, values });
  return new Map(rows.map(({ code, numbers }) => [code, numbers]));
}

/** What is kept of an entry; its version counts on by itself. */
export type Kept = Entered & Pick<EntryRow, 'state' | 'writtenBy' | 'history'>;

const BEGIN = `
  INSERT INTO annual_report_entry (id, organ_id, year, scope, state, numbers, texts, written_by, history)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8::uuid[], $9) ON CONFLICT (organ_id, year, scope) DO NOTHING`;
const CHANGE = `
  UPDATE annual_report_entry
     SET version = version + 1, state = $4, numbers = $5, texts = $6, written_by = $7::uuid[], history = $8
   WHERE organ_id = $1 AND year = $2 AND scope = $3 AND version = $9`;

/** Keeps it in place of the version that was read, 0: of nothing. @returns whether nobody else came first */
export async function keepEntry(
  { scope, year, version }: { readonly scope: Scope; readonly year: number; readonly version: number },
  { state, numbers, texts, writtenBy, history }: Kept,
  pool: CommandPool,
): Promise<boolean> {
  const whose = [scope.organId, year, scopeOfEntry(scope)];
  const what = [state, json(numbers), json(texts), [...writtenBy], json(history)];
  const { rowCount } = await pool.query(
    version === 0
      ? { text: BEGIN, values: [randomUUID(), ...whose, ...what] }
      : { text: CHANGE, values: [...whose, ...what, version] },
  );
  return rowCount === 1;
}

const SAY = `
  UPDATE annual_report_entry SET history = history || jsonb_build_array($4::jsonb) WHERE organ_id = $1 AND year = $2 AND scope = $3`;

/** Adds what was said about it: what somebody else is writing meanwhile stays as it is. */
export async function addComment(
  { scope, year }: { readonly scope: Scope; readonly year: number },
  deed: EntryDeed,
  pool: CommandPool,
): Promise<void> {
  await pool.query({ text: SAY, values: [scope.organId, year, scopeOfEntry(scope), json(deed)] });
}
