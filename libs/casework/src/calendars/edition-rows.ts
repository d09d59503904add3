import type { Closing, ImportedVersion } from '@gongkai/calendar';
import type { CalendarContent, CalendarEdition, ClosedOrgan } from '@gongkai/contracts';
import { IN_FORCE } from './edition.js';
import type { Moved } from './moves.js';

/** What was imported of a region, with what it says. */
export type ImportRow = {
  readonly id: string;
  readonly region: string;
  readonly year: number;
  readonly version: number;
  readonly content: CalendarContent;
  readonly in_force: boolean;
  /** The organ that it is about with those below it, and all of these; both null where it is about every organ. */
  readonly organ_id: string | null;
  readonly organs: readonly string[] | null;
};

export const IMPORTS = `
  SELECT id, region, year, version, content, organ_id, organs, ${IN_FORCE} AS in_force FROM calendar_import WHERE region = $1 ORDER BY year, version`;

export type EditionRow = {
  readonly id: number;
  readonly act: CalendarEdition['act'];
  readonly region: string;
  readonly year: number;
  readonly version: number;
  readonly notice: string;
  readonly organ: ClosedOrgan | null;
  readonly by_person: string;
  readonly name: string;
  readonly at: Date;
  readonly reason: string | null;
  readonly moved: number;
  readonly failed: number;
  readonly finished_at: Date | null;
  readonly can_revert: boolean;
};

/** What is in force of these: the years of everybody, and over them the days of some organs. */
export const laidOver = (imports: readonly ImportRow[]): { imported: ImportedVersion[]; closings: Closing[] } => {
  const laid = imports.filter(({ in_force }) => in_force);
  return {
    imported: laid.flatMap((one) => (one.organs === null ? [versionOf(one)] : [])),
    closings: laid.flatMap((one) => (one.organs === null ? [] : [closingOf(one, one.organs)])),
  };
};

const versionOf = ({ region, year, version, content }: ImportRow): ImportedVersion => ({
  ...{ region, year },
  version: { ...content, version },
});

const closingOf = ({ region, year, version, content }: ImportRow, organs: readonly string[]): Closing => ({
  ...{ region, year, version, organs },
  ...{ holidays: content.holidays, makeupWorkdays: content.makeupWorkdays },
});

/**
 * What was imported is taken back by the organ that did it; where nobody administers that one on the day (`$3`), by another at the top.
 * Of `calendar_import`, whose importer is called `importer`, for somebody of the organ `$2`.
 */
const IS_THEIRS = `(importer.organ_id = $2::uuid OR NOT EXISTS (
  SELECT FROM post JOIN person AS admin ON admin.id = post.person_id AND admin.active
   WHERE post.organ_id = importer.organ_id AND post.role = 'admin'
     AND post.valid_from <= $3::date AND (post.valid_to IS NULL OR post.valid_to >= $3::date)))`;

/** Who imported it, and whether the reader may take it back. */
export type Importer = { readonly name: string; readonly may: boolean };

export const IMPORTER = `
  SELECT importer.name, ${IS_THEIRS} AS may
    FROM calendar_edition JOIN person AS importer ON importer.id = by_person WHERE import_id = $1 AND act = 'approve'`;

/** Every change of a region's calendars, the newest first. What can be taken back is the newest that is in force of its year, by its organ. */
export const EDITIONS = `
  SELECT calendar_edition.id, act, region, year, version, content ->> 'notice' AS notice, by_person, importer.name, at, reason,
         CASE WHEN organ.id IS NOT NULL
              THEN jsonb_build_object('code', organ.code, 'name', jsonb_build_object('zh-CN', name_zh, 'en', name_en)) END AS organ,
         counted.moved, counted.failed, finished_at,
         act = 'approve' AND ${IN_FORCE} AND ${IS_THEIRS} AND NOT EXISTS (
           SELECT FROM calendar_import AS later
            WHERE (later.region, later.year) = (calendar_import.region, calendar_import.year)
              AND later.version > calendar_import.version AND later.organ_id IS NOT DISTINCT FROM calendar_import.organ_id
              AND NOT EXISTS (SELECT FROM calendar_edition AS back WHERE back.import_id = later.id AND back.act = 'revert')
         ) AS can_revert
    FROM calendar_edition
    JOIN calendar_import ON calendar_import.id = import_id
    JOIN person AS importer ON importer.id = by_person
    LEFT JOIN organ ON organ.id = calendar_import.organ_id
    CROSS JOIN LATERAL (
      SELECT count(*) FILTER (WHERE problem IS NULL)::int AS moved, count(problem)::int AS failed
        FROM calendar_move WHERE edition = calendar_edition.id) AS counted
   WHERE region = $1 ORDER BY calendar_edition.id DESC`;

export const editionView = ({ id, by_person, name, at, finished_at, can_revert, ...row }: EditionRow): CalendarEdition => ({
  edition: id,
  act: row.act,
  region: row.region,
  year: row.year,
  version: row.version,
  notice: row.notice,
  organ: row.organ,
  by: { id: by_person, name },
  at: at.toISOString(),
  reason: row.reason,
  moved: row.moved,
  failed: row.failed,
  finishedAt: finished_at?.toISOString() ?? null,
  canRevert: can_revert,
});

export type MoveRow = Pick<Moved, 'id' | 'number' | 'organ' | 'assigneeId' | 'assigneeName' | 'moves'>;

export const MOVES_OF = `
  SELECT case_file.id, case_file.number, organ.name_zh AS organ, person.id AS "assigneeId", person.name AS "assigneeName", moves
    FROM calendar_move
    JOIN case_file ON case_file.id = case_id
    JOIN organ ON organ.id = case_file.organ_id
    LEFT JOIN person ON person.id = case_file.assignee_id
   WHERE edition = $1 AND problem IS NULL AND organ.path @> ARRAY[$2::uuid] ORDER BY case_file.due NULLS LAST, case_file.number`;
