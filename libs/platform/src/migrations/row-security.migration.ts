import { ForwardOnly } from './forward-only.js';

const ORGAN = `nullif(current_setting('gongkai.organ', true), '')::uuid`;

/** Asked for only where somebody sees below; in an array, for a plan that need not know the table of organs. */
const ORGANS_BELOW = `
  CREATE FUNCTION organs_below() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT array_agg(id) FROM organ WHERE path @> ARRAY[${ORGAN}]
  $$`;

/**
 * What does not depend on the row stands in a query of its own, so that it is found out once for a statement; few of them, for each takes time
 * when a statement begins, and commands find a row or two.
 */
export const IN_SIGHT = `(
  CASE (SELECT current_setting('gongkai.reach', true))
    WHEN 'all' THEN true
    WHEN 'below' THEN organ_id IN (SELECT unnest(organs_below()))
    ELSE organ_id = (SELECT ${ORGAN}) END)`;

/** A row hangs on another that is in sight itself. @param parent its table; key what names it here */
const hangsOn = (parent: string, key: string, table: string): string =>
  `(current_setting('gongkai.reach', true) = 'all' OR EXISTS (SELECT FROM ${parent} WHERE ${parent}.id = ${table}.${key}))`;

/** Tables of organs, and those of them in which a row of an organ may name a case: then one in sight. */
const OF_AN_ORGAN = [
  'case_file',
  'applicant',
  'stored_file',
  'file_name',
  'record_correction',
  'register_import',
  'disposal',
  'destroyed_number',
];
export const OF_A_CASE_AND_ORGAN: Readonly<Record<string, string>> = {
  case_in_work: 'id',
  incoming: 'case_id',
  redaction: 'case_id',
  publication_draft: 'case_id',
  imported_case: 'case_id',
};

/** What hangs on what. */
export const HANGING: Readonly<Record<string, readonly [parent: string, key: string]>> = {
  journal: ['case_file', 'case_id'],
  deadline: ['case_file', 'case_id'],
  alarm: ['case_file', 'case_id'],
  appearing: ['case_file', 'case_id'],
  query_code: ['case_file', 'case_id'],
  follow_mail: ['case_file', 'case_id'],
  case_watch: ['case_file', 'case_id'],
  earlier_reply: ['case_file', 'case_id'],
  incoming_event: ['incoming', 'incoming_id'],
  record_journal: ['record_correction', 'record_id'],
  disposal_case: ['disposal', 'disposal_id'],
};

const walled = (table: string, rule: string): readonly string[] => [
  `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`,
  `CREATE POLICY in_sight ON ${table} ${rule}`,
];

const namesCaseInSight = (table: string, key: string): string =>
  `${IN_SIGHT} AND (${key} IS NULL OR ${hangsOn('case_file', key, table)})`;

/**
 * Looked up by an index whose operators PostgreSQL will not use before a policy has spoken: they find no more than the ids of cases, and the
 * policy speaks of those. What somebody is asked counts wherever the case is; of statistics, the owner's are told.
 */
const FINDING: Readonly<Record<string, string>> = {
  'cases_saying(said tsquery) RETURNS SETOF uuid': 'SELECT id FROM case_file WHERE search @@ said',
  'cases_with_file(file text) RETURNS SETOF uuid': `SELECT DISTINCT case_id FROM journal WHERE fact ? 'fileIds' AND fact -> 'fileIds' ? file`,
  'cases_about_record(file text) RETURNS SETOF uuid': `SELECT DISTINCT case_id FROM journal WHERE fact ? 'recordIds' AND fact -> 'recordIds' ? file`,
  'cases_merged_into(kept uuid) RETURNS SETOF uuid': `SELECT case_id FROM journal WHERE type = 'MERGED' AND (fact ->> 'intoCaseId')::uuid = kept`,
  'requests_open() RETURNS TABLE (person_id uuid, open int)': `
    SELECT (one ->> 'person')::uuid, count(*)::int
      FROM case_file, jsonb_array_elements(case_file.file -> 'unitRequests') AS one
     WHERE case_file.waits <> '{}' AND 'unit' = ANY (case_file.waits) AND case_file.closed_on IS NULL AND one ->> 'answeredOn' IS NULL
     GROUP BY 1`,
  'common_pairs(counted text) RETURNS TABLE (pair text, frequency real)': `
    SELECT common.pair, common.frequency
      FROM pg_stats, unnest(most_common_elems::text::text[], most_common_elem_freqs[1:array_length(most_common_elems::text::text[], 1)])
             AS common (pair, frequency)
     WHERE schemaname = current_schema() AND tablename = counted AND attname = 'search'`,
};

/** As their owner, and with the tables of this schema alone, whoever calls them. */
const finding = (head: string, body: string): readonly string[] => {
  const [name = '', given = ''] = /^(\w+)\((?:\w+ )?(\w*)\)/.exec(head)?.slice(1) ?? [];
  return [
    `DO $do$ BEGIN EXECUTE format($f$
      CREATE FUNCTION ${head} LANGUAGE sql STABLE SECURITY DEFINER SET search_path = %I, pg_temp AS $$ ${body} $$ $f$, current_schema()); END $do$`,
    `REVOKE EXECUTE ON FUNCTION ${name}(${given}) FROM PUBLIC`,
  ];
};

/** A second wall behind the filters of the program (docs/decisions/0157). The owner of the tables, who migrates, passes it. */
export class RowSecurity1795908500000 extends ForwardOnly {
  readonly name = 'RowSecurity1795908500000';
  protected readonly statements = [
    ORGANS_BELOW,
    ...OF_AN_ORGAN.flatMap((table) => walled(table, `USING ${IN_SIGHT}`)),
    ...Object.entries(OF_A_CASE_AND_ORGAN).flatMap(([table, key]) =>
      walled(table, `USING ${IN_SIGHT} WITH CHECK (${namesCaseInSight(table, key)})`),
    ),
    ...Object.entries(HANGING).flatMap(([table, [parent, key]]) => walled(table, `USING ${hangsOn(parent, key, table)}`)),
    ...Object.entries(FINDING).flatMap(([head, body]) => finding(head, body)),
  ];
}
