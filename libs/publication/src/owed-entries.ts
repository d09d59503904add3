import { yearOf, type LocalDate } from '@gongkai/calendar';
import type { DutySource, OrganDuty } from '@gongkai/casework';
import type { Kinds } from './kinds.js';

/**
 * Departments and governments that keep a catalogue here and lack something of a kind that is due every year: neither they nor anything
 * below them published of it in the year, and they do not say that there is nothing.
 */
const LACKING = `
  WITH published AS (
    SELECT DISTINCT above.id AS organ_id, disclosure.kind
      FROM disclosure JOIN organ AS own ON own.id = disclosure.organ_id CROSS JOIN unnest(own.path) AS above (id)
     WHERE disclosure.kind = ANY ($2::text[]) AND disclosure.published_on BETWEEN make_date($1, 1, 1) AND $3::date)
  SELECT organ.id FROM organ
   WHERE organ.kind <> 'unit'
     AND EXISTS (SELECT FROM disclosure WHERE disclosure.organ_id = organ.id AND disclosure.withdrawn_at IS NULL)
     AND EXISTS (
       SELECT FROM unnest($2::text[]) AS due (kind)
        WHERE (organ.id, due.kind) NOT IN (SELECT organ_id, kind FROM published)
          AND NOT EXISTS (SELECT FROM nothing_to_publish AS nothing
                           WHERE (nothing.organ_id, nothing.kind, nothing.year) = (organ.id, due.kind, $1)))`;

/** Until when something of a kind that is due every year is to be published. */
export const lastDayOf = (year: number): LocalDate => `${String(year)}-12-31` as LocalDate;

/** Nobody can be told earlier of the last day of a year: ladders go back 60 working days. */
const FIRST_TOLD = '10-01';

/** What organs owe to the public of the year of today (REG 20, 26), kind by kind that is due every year, until its last day. */
export const owedEntries =
  (kinds: Kinds): DutySource =>
  async (today, read) => {
    const year = yearOf(today);
    if (today < `${String(year)}-${FIRST_TOLD}`) return [];
    const values = [year, [...kinds.yearly()], today];
    const rows = await read<{ id: string }>({ name: 'owed-entries', text: LACKING, values });
    return rows.map(({ id }) => (): OrganDuty => ({
      organId: id,
      deadline: 'catalogueDue',
      about: String(year),
      due: lastDayOf(year),
    }));
  };
