import { localDate, yearOf, type LocalDate } from '@gongkai/calendar';
import type { DutySource, OwedDuty } from '@gongkai/casework';
import type { Kinds } from './kinds.js';

/**
 * Departments and governments that keep a catalogue here and lacked something of a kind that is due every year, with the day on which
 * they did so no more: they or something below them had entered what was published of it in the year, or they had said that there is
 * nothing.
 */
const LACKING = `
  WITH entered AS (
    SELECT above.id AS organ_id, disclosure.kind,
           min(greatest(disclosure.published_on, (disclosure.entered_at AT TIME ZONE 'Asia/Shanghai')::date)) AS on_day
      FROM disclosure JOIN organ AS own ON own.id = disclosure.organ_id CROSS JOIN unnest(own.path) AS above (id)
     WHERE disclosure.kind = ANY ($2::text[]) AND disclosure.published_on BETWEEN make_date($1, 1, 1) AND make_date($1, 12, 31)
     GROUP BY above.id, disclosure.kind),
  lacking AS (
    SELECT organ.id, CASE WHEN bool_and(met.on_day IS NOT NULL) THEN max(met.on_day) END AS until
      FROM organ CROSS JOIN unnest($2::text[]) AS yearly (kind)
      LEFT JOIN entered ON (entered.organ_id, entered.kind) = (organ.id, yearly.kind)
      LEFT JOIN nothing_to_publish AS nothing ON (nothing.organ_id, nothing.kind, nothing.year) = (organ.id, yearly.kind, $1)
     CROSS JOIN LATERAL (SELECT least(entered.on_day, (nothing.stated_at AT TIME ZONE 'Asia/Shanghai')::date) AS on_day) AS met
     WHERE organ.kind <> 'unit'
       AND EXISTS (SELECT FROM disclosure WHERE disclosure.organ_id = organ.id AND disclosure.withdrawn_at IS NULL)
     GROUP BY organ.id)
  SELECT id, until FROM lacking WHERE until IS NULL OR until > $3::date`;

/** Until when something of a kind that is due every year is to be published. */
export const lastDayOf = (year: number): LocalDate => `${String(year)}-12-31` as LocalDate;

/** Nobody can be told earlier of the last day of a year: ladders go back 60 working days. */
const FIRST_TOLD = '10-01';

/** What organs owe to the public of a year (REG 20, 26), kind by kind that is due every year, until its last day. */
export const owedEntries =
  (kinds: Kinds): DutySource =>
  async ({ from, to }, read) => {
    const owed: (() => OwedDuty)[] = [];
    for (let year = yearOf(from); year <= yearOf(to); year += 1) {
      const since = localDate(`${String(year)}-${FIRST_TOLD}`);
      if (to < since) continue;
      const values = [year, [...kinds.yearly()], from];
      const rows = await read<{ id: string; until: LocalDate | null }>({ name: 'owed-entries', text: LACKING, values });
      owed.push(
        ...rows.map(
          ({ id, until }) =>
            () =>
              dutyOf(id, { year, since, until }),
        ),
      );
    }
    return owed;
  };

/** It is asked for no more once its year is over. */
function dutyOf(organId: string, { year, since, until }: { year: number } & Pick<OwedDuty, 'since' | 'until'>): OwedDuty {
  const over = localDate(`${String(year + 1)}-01-01`);
  const met = until === null || until > over ? over : until;
  return { organId, deadline: 'catalogueDue', about: String(year), due: lastDayOf(year), since, until: met };
}
