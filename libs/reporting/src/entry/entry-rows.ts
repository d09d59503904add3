import { randomUUID } from 'node:crypto';
import type { ReportEntry, ReportEntryState, WaitingReportEntries } from '@gongkai/contracts';
import { json, type Clock, type CommandPool } from '@gongkai/platform';
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
/** Who may approve what was handed in is told of it once; where nobody else approves there, whoever else may. Decided, it presses nobody any more. */
const CHANGE = `
  WITH kept AS (
    UPDATE annual_report_entry
       SET version = version + 1, state = $4, numbers = $5, texts = $6, written_by = $7::uuid[], history = $8
     WHERE organ_id = $1 AND year = $2 AND scope = $3 AND version = $9
    RETURNING organ_id, year, scope, state, version, written_by, 'report-entry-submitted:' || year || ':' || scope AS subject
  ),
  settled AS (
    UPDATE notification SET acknowledged_at = $10 FROM kept
     WHERE notification.organ_id = kept.organ_id AND notification.subject = kept.subject AND kind = 'news' AND acknowledged_at IS NULL
  ),
  may AS (
    SELECT post.person_id, post.role, rank() OVER (ORDER BY post.role <> 'approver') AS place
      FROM kept JOIN post ON post.organ_id = kept.organ_id AND post.role IN ('approver', 'supervisor', 'admin')
       AND post.valid_from <= $11::date AND (post.valid_to IS NULL OR post.valid_to >= $11::date)
      JOIN person ON person.id = post.person_id AND person.active
     WHERE post.person_id <> ALL (kept.written_by)
  ),
  told AS (
    INSERT INTO notification (id, key, person_id, told_as, organ_id, kind, subject, ring_on, created_at, not_before, delivery)
    SELECT gen_random_uuid(), concat_ws(' ', 'report-entry', organ_id, year, scope, version), person_id, min(role), organ_id,
           'news', subject, $11::date, $10::timestamptz, $10::timestamptz, 'shown'
      FROM kept, may WHERE state = 'submitted' AND place = 1 GROUP BY organ_id, year, scope, version, person_id, subject
  )
  SELECT version FROM kept`;

/** Of an organ, handed in, not frozen, and not written by the person. */
const WAITING = `
  SELECT organ.code, organ.name_zh AS zh, organ.name_en AS en, entry.year, entry.scope, deed ->> 'at' AS at, person.id, person.name
    FROM annual_report_entry AS entry
    JOIN organ ON organ.id = entry.organ_id
    CROSS JOIN LATERAL (SELECT one AS deed FROM jsonb_array_elements(entry.history) WITH ORDINALITY AS all_of (one, place)
                         WHERE one ->> 'did' = 'submit' ORDER BY place DESC LIMIT 1) AS last
    JOIN person ON person.id = (deed ->> 'by')::uuid
   WHERE organ.id = $1 AND entry.state = 'submitted' AND $2::uuid <> ALL (entry.written_by)
     AND NOT EXISTS (SELECT FROM annual_report AS frozen
                      WHERE (frozen.organ_id, frozen.year, frozen.scope) = (entry.organ_id, entry.year, entry.scope))
   ORDER BY deed ->> 'at'`;

type WaitingRow = {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly id: string;
  readonly name: string;
} & Pick<WaitingReportEntries['items'][number], 'year' | 'scope' | 'at'>;

/** The entries of an organ that wait for somebody who has not written them. */
export async function readWaiting(organId: string, personId: string, pool: CommandPool): Promise<WaitingReportEntries> {
  const { rows } = await pool.query<WaitingRow>({ text: WAITING, values: [organId, personId] });
  return {
    items: rows.map(({ code, zh, en, id, name, ...row }) => ({
      ...row,
      organ: { code, name: { 'zh-CN': zh, en } },
      by: { id, name },
    })),
  };
}

/** Keeps it in place of the version that was read, 0: of nothing. @returns whether nobody else came first */
export async function keepEntry(
  { scope, year, version }: { readonly scope: Scope; readonly year: number; readonly version: number },
  { state, numbers, texts, writtenBy, history }: Kept,
  { pool, clock }: { readonly pool: CommandPool; readonly clock: Clock },
): Promise<boolean> {
  const whose = [scope.organId, year, scopeOfEntry(scope)];
  const what = [state, json(numbers), json(texts), [...writtenBy], json(history)];
  const { rowCount } = await pool.query(
    version === 0
      ? { text: BEGIN, values: [randomUUID(), ...whose, ...what] }
      : { text: CHANGE, values: [...whose, ...what, version, clock.now(), clock.today()] },
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
