import type { AnnualReport } from '@gongkai/contracts';
import { asUuid, organInSight } from '@gongkai/casework';
import { json, type CommandPool, type Statement } from '@gongkai/platform';
import type { ReportNumbers } from '@gongkai/statutes';
import type { Scope } from '../reads/scope.js';

/** A report as it was taken in. */
export type PublishedRow = {
  readonly id: string;
  readonly organId: string | null;
  /** The organ that took it in. */
  readonly keptBy: string;
  readonly organ: string | null;
  readonly zh: string;
  readonly en: string;
  readonly year: number;
  readonly scope: AnnualReport['scope'];
  readonly format: string;
  readonly numbers: ReportNumbers;
  readonly fileName: string;
  readonly fileHash: string;
  readonly takenAt: Date;
  readonly takenById: string;
  readonly takenByName: string;
  readonly overAt: Date | null;
  readonly overById: string | null;
  readonly overByName: string | null;
  readonly overWhy: string | null;
};

const MOST = 500;

/** Of organs in sight, and of others by those who keep them: $1 and $2 are the sight. */
const SELECT = `
  SELECT report.id, report.organ_id AS "organId", report.kept_by AS "keptBy", theirs.code AS organ, coalesce(theirs.name_zh, report.name) AS zh, coalesce(theirs.name_en, report.name) AS en,
         year, scope, format, numbers, file_name AS "fileName", file_hash AS "fileHash", taken_at AS "takenAt",
         taker.id AS "takenById", taker.name AS "takenByName",
         over_at AS "overAt", ender.id AS "overById", ender.name AS "overByName", over_why AS "overWhy"
    FROM published_report AS report
    LEFT JOIN organ AS theirs ON theirs.id = report.organ_id
    JOIN organ ON organ.id = coalesce(report.organ_id, report.kept_by)
    JOIN person AS taker ON taker.id = taken_by
    LEFT JOIN person AS ender ON ender.id = over_by
   WHERE ${organInSight(1, 2)}`;

type Sight = readonly [organId: string, below: boolean];

/** Everything that was taken in, the newest year first. @param year of this year alone */
export async function readPublished(sight: Sight, year: number | null, pool: CommandPool): Promise<PublishedRow[]> {
  const text = `${SELECT} AND ($3::int IS NULL OR year = $3) ORDER BY year DESC, (over_at IS NOT NULL), zh, taken_at DESC LIMIT ${String(MOST)}`;
  return (await pool.query<PublishedRow>({ text, values: [...sight, year] })).rows;
}

/** Some of them by their ids; those that are out of sight are not among them. */
export async function findPublished(sight: Sight, ids: readonly string[], pool: CommandPool): Promise<PublishedRow[]> {
  const { rows } = await pool.query<PublishedRow>({
    text: `${SELECT} AND report.id = ANY ($3::uuid[])`,
    values: [...sight, ids.map(asUuid)],
  });
  return ids.flatMap((id) => rows.find((row) => row.id === id) ?? []);
}

const OF_ORGANS = `
  SELECT organ.code, numbers FROM published_report AS report JOIN organ ON organ.id = report.organ_id
   WHERE report.organ_id = ANY ($1::uuid[]) AND year = $2 AND scope = ANY ($3::text[]) AND over_at IS NULL`;

/** What counts of a year for some organs, by the code of each. */
export async function publishedOf(
  organIds: readonly string[],
  { year, scopes }: { readonly year: number; readonly scopes: readonly Scope['scope'][] },
  pool: CommandPool,
): Promise<ReadonlyMap<string, ReportNumbers>> {
  const { rows } = await pool.query<{ code: string; numbers: ReportNumbers }>({
    text: OF_ORGANS,
    values: [organIds, year, [...scopes]],
  });
  return new Map(rows.map(({ code, numbers }) => [code, numbers]));
}

const OF_NAMED = `
  SELECT numbers FROM published_report
   WHERE organ_id IS NULL AND kept_by = $1 AND name = $2 AND year = $3 AND scope = $4 AND over_at IS NULL`;

/** What counts of a year for an organ that is known by its name alone; null where nothing was taken in. */
export async function publishedAs(
  { keptBy, name, scope }: Pick<Taken, 'keptBy' | 'name' | 'scope'>,
  year: number,
  pool: CommandPool,
): Promise<ReportNumbers | null> {
  const { rows } = await pool.query<{ numbers: ReportNumbers }>({ text: OF_NAMED, values: [keptBy, name, year, scope] });
  return rows[0]?.numbers ?? null;
}

/** A report that is taken in. */
export type Taken = Pick<PublishedRow, 'id' | 'year' | 'scope' | 'format' | 'numbers' | 'fileName' | 'fileHash'> & {
  readonly organId: string | null;
  readonly name: string | null;
  readonly keptBy: string;
  readonly by: string;
  readonly at: Date;
};

/** What stands of the same organ and year. */
const SAME = `organ_id IS NOT DISTINCT FROM $1::uuid AND name IS NOT DISTINCT FROM $2::text
  AND (organ_id IS NOT NULL OR kept_by = $3) AND year = $4 AND scope = $5 AND over_at IS NULL`;
const STANDS = `SELECT 1 FROM published_report WHERE ${SAME}`;
const REPLACE = `UPDATE published_report SET over_at = $6, over_by = $7, over_why = $8 WHERE ${SAME}`;
const KEEP = `
  INSERT INTO published_report (id, kept_by, organ_id, name, year, scope, format, numbers, file_name, file_hash, taken_at, taken_by)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`;
const END = `UPDATE published_report SET over_at = $2, over_by = $3, over_why = $4 WHERE id = $1 AND over_at IS NULL`;

type Which = Pick<Taken, 'organId' | 'name' | 'keptBy' | 'year' | 'scope'>;
const sameAs = ({ organId, name, keptBy, year, scope }: Which) => [organId, name, keptBy, year, scope];

/** Whether a report of the same organ and year counts already. */
export async function stands(which: Which, pool: CommandPool): Promise<boolean> {
  return (await pool.query({ text: STANDS, values: sameAs(which) })).rowCount === 1;
}

/** Of two who take in a report of one organ, one comes first. */
export const lockOrgan = (id: string): Statement & { readonly name: string } => ({
  name: 'lock-organ',
  text: 'SELECT id FROM organ WHERE id = $1 FOR NO KEY UPDATE',
  values: [id],
});

/** What is written when one is taken in: it takes the place of the one that stood, without a word on why. */
export const keeping = (taken: Taken): readonly [Statement, Statement] => {
  const { id, keptBy, organId, name, year, scope, format, numbers, fileName, fileHash, at, by } = taken;
  return [
    { text: REPLACE, values: [...sameAs(taken), at, by, ''] },
    { text: KEEP, values: [id, keptBy, organId, name, year, scope, format, json(numbers), fileName, fileHash, at, by] },
  ];
};

/** Takes one out of count. @returns whether it counted until now */
export async function end(
  id: string,
  { at, by, why }: { readonly at: Date; readonly by: string; readonly why: string },
  pool: CommandPool,
): Promise<boolean> {
  return (await pool.query({ text: END, values: [id, at, by, why] })).rowCount === 1;
}
