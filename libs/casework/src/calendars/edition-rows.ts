import type { CalendarContent, CalendarEdition } from '@gongkai/contracts';
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
};

export const IMPORTS = `
  SELECT id, region, year, version, content, ${IN_FORCE} AS in_force FROM calendar_import WHERE region = $1 ORDER BY year, version`;

export type EditionRow = {
  readonly id: number;
  readonly act: CalendarEdition['act'];
  readonly region: string;
  readonly year: number;
  readonly version: number;
  readonly notice: string;
  readonly by_person: string;
  readonly name: string;
  readonly at: Date;
  readonly reason: string | null;
  readonly moved: number;
  readonly failed: number;
  readonly finished_at: Date | null;
  readonly can_revert: boolean;
};

/** Every change of a region's calendars, the newest first. What can be taken back is the newest that is in force of its year. */
export const EDITIONS = `
  SELECT calendar_edition.id, act, region, year, version, content ->> 'notice' AS notice, by_person, person.name, at, reason,
         counted.moved, counted.failed, finished_at,
         act = 'approve' AND ${IN_FORCE} AND NOT EXISTS (
           SELECT FROM calendar_import AS later
            WHERE (later.region, later.year) = (calendar_import.region, calendar_import.year)
              AND later.version > calendar_import.version
              AND NOT EXISTS (SELECT FROM calendar_edition AS back WHERE back.import_id = later.id AND back.act = 'revert')
         ) AS can_revert
    FROM calendar_edition
    JOIN calendar_import ON calendar_import.id = import_id
    JOIN person ON person.id = by_person
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
   WHERE edition = $1 AND problem IS NULL ORDER BY case_file.due NULLS LAST, case_file.number`;
