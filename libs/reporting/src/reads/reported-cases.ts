import type { AnnualReport, ReportedCase } from '@gongkai/contracts';
import { Ground } from '@gongkai/contracts';
import { inParts } from '@gongkai/casework';
import type { CommandPool } from '@gongkai/platform';
import type { KnownCase } from '../frozen/frozen-reports.js';
import { ofAllOrgans } from './of-all-organs.js';

type Row = Omit<ReportedCase, 'organ' | 'ground' | 'known'> & {
  readonly code: string;
  readonly zh: string;
  readonly name_en: string;
  readonly reason: string | null;
  readonly place: number;
};

/** In the order in which they were asked for; of a case that is gone there is no row. One that is answered in parts is told with all of them. */
const CASES = `
  SELECT case_file.id AS "caseId", case_file.number, organ.code, organ.name_zh AS zh, organ.name_en, applicant.category, case_file.subject,
         case_file.received_on AS "receivedOn", told.concluded_on AS "concludedOn",
         nullif(told.concluded_as, 'voided') AS outcome, told.concluded_for AS reason, told.items, false AS "isRecord", asked.place
    FROM unnest($1::uuid[]) WITH ORDINALITY AS asked (id, place)
    JOIN case_file ON case_file.id = asked.id
    JOIN organ ON organ.id = case_file.organ_id
    JOIN applicant ON applicant.id = case_file.applicant_id
    LEFT JOIN ${inParts()} AS whole ON whole.id = case_file.id
   CROSS JOIN LATERAL (
     SELECT whole.concluded_on, whole.concluded_as, whole.concluded_for, whole.items WHERE whole.id IS NOT NULL
     UNION ALL
     SELECT case_file.concluded_on, case_file.concluded_as, case_file.concluded_for, jsonb_array_length(case_file.file -> 'items')
      WHERE whole.id IS NULL) AS told
   UNION ALL
  SELECT record.id, record.number, organ.code, organ.name_zh, organ.name_en, NULL, NULL, record.received_on, NULL, NULL, NULL, NULL, true, asked.place
    FROM unnest($1::uuid[]) WITH ORDINALITY AS asked (id, place)
    JOIN record_correction AS record ON record.id = asked.id
    JOIN organ ON organ.id = record.organ_id
   ORDER BY place`;

/** What is told of cases that a report counts: nothing of persons but what kind of applicant they are. @param ids may name a case twice */
export async function readCases(ids: readonly string[], pool: CommandPool): Promise<ReportedCase[]> {
  const rows = await ofAllOrgans<Row>(pool, { text: CASES, values: [ids] });
  return rows.map(({ code, zh, name_en: en, reason, place: _, ...row }) => ({
    ...row,
    organ: { code, name: { 'zh-CN': zh, en } } satisfies AnnualReport['organ'],
    known: true,
    ground: Ground.safeParse(reason).data ?? null,
  }));
}

/** Cases, and requests to correct a record, whose remedies are counted with theirs. */
const COUNTED = `
  (SELECT id, number, organ_id, number_year, serial, false AS record FROM case_file WHERE id = ANY ($1::uuid[])
    UNION ALL
   SELECT id, number, organ_id, number_year, serial, true FROM record_correction WHERE id = ANY ($1::uuid[])) AS counted
   JOIN organ ON organ.id = counted.organ_id`;

const ORDERED = `
  SELECT counted.id, counted.number FROM ${COUNTED} ORDER BY organ.code, counted.record, counted.number_year, counted.serial`;

/** The numbers of cases, by organ and in their order. */
export async function readNumbers(ids: readonly string[], pool: CommandPool): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await ofAllOrgans<{ id: string; number: string }>(pool, { text: ORDERED, values: [ids] });
  return new Map(rows.map(({ id, number }) => [id, number]));
}

const KNOWN = `SELECT counted.id, counted.number, organ.code AS organ FROM ${COUNTED}`;

/** What a frozen report keeps of its cases, for when they are gone. */
export async function readKnown(ids: readonly string[], pool: CommandPool): Promise<Readonly<Record<string, KnownCase>>> {
  const rows = await ofAllOrgans<KnownCase & { id: string }>(pool, { text: KNOWN, values: [ids] });
  return Object.fromEntries(rows.map(({ id, number, organ }) => [id, { number, organ }]));
}
