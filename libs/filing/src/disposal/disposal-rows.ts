import type { LocalDate } from '@gongkai/calendar';
import { asUuid, type Person } from '@gongkai/casework';
import type { DisposalState, DisposalView, ExpiredCase } from '@gongkai/contracts';
import { canonicalJson, json, sha256, type Statement } from '@gongkai/platform';
import { filedBefore, keptUntil, YEARS } from './retention.js';

/** Who did what to a list. */
export type Deed = DisposalView['history'][number];
export type Line = DisposalView['lines'][number];

/** A line as it is kept: of an earlier day it does not say how long the case had to be kept. */
export type KeptLine = Omit<Line, 'retention' | 'expiredOn'> & {
  readonly retention: NonNullable<Line['retention']> | null;
  readonly expiredOn: LocalDate | null;
};

/** A list as it is kept; `names` of those who did something. */
export type DisposalRow = {
  readonly id: string;
  readonly organ_id: string;
  readonly organ: string;
  readonly organ_path: readonly string[];
  readonly state: DisposalState;
  readonly listed_at: Date;
  readonly history: readonly Deed[];
  readonly hash: string;
  readonly destroy: number;
  readonly keep: number;
  readonly files_left: number;
  readonly names: Readonly<Record<string, string>>;
};

type ExpiredRow = {
  readonly id: string;
  readonly number: string;
  readonly subject: string;
  readonly closed_on: LocalDate | null;
  readonly filed_on: LocalDate;
  readonly retention: keyof typeof YEARS;
  readonly again: LocalDate | null;
  readonly documents: number;
  readonly last_hash: string;
};

/** Cases of one list, at most. */
const AT_A_TIME = 500;

/** The latest list that keeps a case after all: approved, so it holds. */
const KEPT = `
  SELECT true AS kept, disposal_case.kept_until AS again
    FROM disposal_case JOIN disposal ON disposal.id = disposal_case.disposal_id
   WHERE disposal_case.case_id = case_file.id AND verdict = 'keep' AND disposal.state IN ('approved', 'carried-out')
   ORDER BY disposal.listed_at DESC LIMIT 1`;

const UNDER_WAY = `
  SELECT FROM disposal_case JOIN disposal ON disposal.id = disposal_case.disposal_id
   WHERE disposal_case.case_id = case_file.id AND disposal.state IN ('listed', 'approved')`;

/** What is argued about, demanded or to be published is still evidence: of a remedy, an order or a suggestion that is not over (REG 44, 47, 51). */
const HELD = `
  file ->> 'publication' = 'suggested'
  OR jsonb_path_exists(file, '$.remedies[*] ? (@.closedOn == null)')
  OR jsonb_path_exists(file, '$.orders[*] ? (@.closed == null)')`;

/** Filed cases of an organ whose retention has ended, in which nothing is open and that no list under way names, the oldest first. */
export const readExpired = (organId: string, today: LocalDate): Statement => ({
  name: 'expired-cases',
  text: `
    SELECT case_file.id, number, subject, closed_on, last_hash, filed_on, file ->> 'retention' AS retention, kept.again,
           (SELECT count(DISTINCT file_id)::int FROM journal, jsonb_array_elements_text(fact -> 'fileIds') AS file_id
             WHERE journal.case_id = case_file.id AND fact ? 'fileIds') AS documents
      FROM case_file LEFT JOIN LATERAL (${KEPT}) AS kept ON true
     WHERE case_file.organ_id = $1 AND state = 'filed'
       AND (file ->> 'retention' = '10_years' AND filed_on < $2 OR file ->> 'retention' = '30_years' AND filed_on < $3)
       AND (kept.kept IS NULL OR kept.again <= $4)
       AND NOT EXISTS (${UNDER_WAY})
       AND NOT (${HELD})
     ORDER BY filed_on, number
     LIMIT ${String(AT_A_TIME)}`,
  values: [organId, filedBefore(today, YEARS['10_years']), filedBefore(today, YEARS['30_years']), today],
});

/** A case as it expired, with the end of its journal. */
export type Expired = ExpiredCase & { readonly lastHash: string };

export const expiredOf = (row: ExpiredRow): Expired => ({
  caseId: row.id,
  number: row.number,
  subject: row.subject,
  closedOn: row.closed_on,
  filedOn: row.filed_on,
  retention: row.retention,
  keptUntil: row.again ?? keptUntil(row.filed_on, YEARS[row.retention]),
  documents: row.documents,
  lastHash: row.last_hash,
});
export type { ExpiredRow };

/** The lines as a hash: what was approved is what was listed. */
const hashOf = (lines: readonly Line[]): string => sha256(canonicalJson(lines));

/** Of two lists that are drawn up at a time, one comes first. */
export const lockLists = (organId: string): Statement => ({
  name: 'lock-disposals',
  text: 'SELECT pg_advisory_xact_lock(hashtextextended($1, 0))',
  values: [`disposals ${organId}`],
});

type NewList = {
  readonly id: string;
  readonly organId: string;
  readonly at: Date;
  readonly deed: Deed;
  readonly lines: readonly Line[];
};

export const listed = ({ id, organId, at, deed, lines }: NewList): readonly [Statement, Statement] => [
  {
    text: 'INSERT INTO disposal (id, organ_id, listed_at, history, hash) VALUES ($1, $2, $3, $4, $5)',
    values: [id, organId, at, json([deed]), hashOf(lines)],
  },
  {
    text: `
      INSERT INTO disposal_case
        (disposal_id, place, case_id, number, subject, closed_on, filed_on, documents, last_hash, verdict, kept_until, reason,
         retention, expired_on)
      SELECT $1, place, "caseId", number, subject, "closedOn", "filedOn", documents, "lastHash", verdict, "keptUntil", reason,
             retention, "expiredOn"
        FROM ROWS FROM (jsonb_to_recordset($2) AS ("caseId" uuid, number text, subject text, "closedOn" date, "filedOn" date, documents int,
                        "lastHash" text, verdict text, "keptUntil" date, reason text, retention text, "expiredOn" date)) WITH ORDINALITY AS line
                        ("caseId", number, subject, "closedOn", "filedOn", documents, "lastHash", verdict, "keptUntil", reason, retention, "expiredOn",
                        place)`,
    values: [id, json(lines)],
  },
];

/** Since when files of destroyed cases are loose: housekeeping takes them in its next round, before anything that is loose for a day. */
export const OF_DESTROYED = `'epoch'`;

const SELECT = `
  SELECT disposal.*, organ.name_zh AS organ, organ.path AS organ_path, lines.destroy, lines.keep,
         CASE WHEN state = 'carried-out' AND lines.destroy > 0 THEN
           (SELECT count(*)::int FROM stored_file WHERE stored_file.organ_id = organ.id AND loose_since = ${OF_DESTROYED}) ELSE 0 END AS files_left,
         (SELECT coalesce(jsonb_object_agg(person.id, person.name), '{}') FROM person
           WHERE history @> jsonb_build_array(jsonb_build_object('by', person.id))) AS names
    FROM disposal
    JOIN organ ON organ.id = disposal.organ_id
    CROSS JOIN LATERAL (
      SELECT count(*) FILTER (WHERE verdict = 'destroy')::int AS destroy, count(*) FILTER (WHERE verdict = 'keep')::int AS keep
        FROM disposal_case WHERE disposal_id = disposal.id) AS lines`;

/** Those of an organ, and where it is seen of what is below it, the newest first. */
export const readLists = ({ organId, seesBelow }: Person): Statement => ({
  name: 'disposals',
  text: `${SELECT} WHERE organ.id = $1 OR ($2 AND organ.path @> ARRAY[$1::uuid]) ORDER BY listed_at DESC, disposal.id LIMIT 200`,
  values: [organId, seesBelow],
});

export const readList = (id: string): Statement => ({
  name: 'disposal',
  text: `${SELECT} WHERE disposal.id = $1`,
  values: [asUuid(id)],
});

/** Locked: of two who decide about it, one comes first. */
export const lockList = (id: string): Statement => ({
  name: 'lock-disposal',
  text: `${SELECT} WHERE disposal.id = $1 FOR UPDATE OF disposal`,
  values: [asUuid(id)],
});

export const readLines = (id: string): Statement => ({
  name: 'disposal-lines',
  text: `
    SELECT case_id AS "caseId", number, subject, closed_on AS "closedOn", filed_on AS "filedOn", documents, last_hash AS "lastHash", verdict,
           kept_until AS "keptUntil", reason, retention, expired_on AS "expiredOn"
      FROM disposal_case WHERE disposal_id = $1 ORDER BY place`,
  values: [asUuid(id)],
});

export const wentOn = (id: string, state: DisposalState, deed: Deed): Statement => ({
  text: 'UPDATE disposal SET state = $2, history = history || $3 WHERE id = $1',
  values: [id, state, json([deed])],
});
