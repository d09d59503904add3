import type { LocalDate } from '@gongkai/calendar';
import { asUuid, organInSight, Parameters, type LawShelf, type Person } from '@gongkai/casework';
import type { FormedInformation, FormedQuery } from '@gongkai/contracts';
import { lightOf } from '@gongkai/lifecycle';
import { officeDay, type Statement } from '@gongkai/platform';
import type { Kinds } from '../kinds.js';
import { formedDue, type Formed } from './formed-due.js';

/** Something that has to be public, as it is kept, with the names of what it refers to. */
export type FormedRow = Formed &
  Pick<FormedInformation, 'id' | 'number' | 'title' | 'change' | 'note' | 'url' | 'indexNumber'> & {
    readonly kind: string;
    readonly path: readonly string[];
    readonly organ: FormedInformation['organ'];
    readonly unit: FormedInformation['unit'];
    readonly enteredAt: Date;
    readonly enteredBy: string;
    readonly endedAs: 'published' | 'answered' | 'mistaken' | null;
    readonly endedAt: Date | null;
    readonly endedBy: string | null;
    readonly reason: string | null;
    readonly entryNumber: string | null;
    readonly entryTitle: string | null;
    readonly publishedOn: LocalDate | null;
  };

const named = (organ: string): string =>
  `jsonb_build_object('code', ${organ}.code, 'name', jsonb_build_object('zh-CN', ${organ}.name_zh, 'en', ${organ}.name_en))`;

const ROWS = `
  SELECT formed.id, formed.organ_id AS "organId", formed.number, formed.title, formed.kind, formed.change, formed.on_day AS "on", formed.note,
         formed.url, formed.index_number AS "indexNumber", formed.term_days AS "termDays", formed.term_unit AS "termUnit",
         formed.term_source AS "termSource", formed.entered_at AS "enteredAt", enterer.name AS "enteredBy", formed.ended_as AS "endedAs",
         formed.ended_at AS "endedAt", ender.name AS "endedBy", formed.reason, organ.path, ${named('organ')} AS organ,
         CASE WHEN unit.id IS NOT NULL THEN ${named('unit')} END AS unit,
         disclosure.index_number AS "entryNumber", disclosure.title AS "entryTitle", disclosure.published_on AS "publishedOn"
    FROM formed_information AS formed
    JOIN organ ON organ.id = formed.organ_id
    JOIN person AS enterer ON enterer.id = formed.entered_by
    LEFT JOIN organ AS unit ON unit.id = formed.unit_id
    LEFT JOIN person AS ender ON ender.id = formed.ended_by
    LEFT JOIN disclosure ON disclosure.id = formed.disclosure_id`;

/** All that are open, or those that have ended, the latest first. */
export function formedIn({ organId, seesBelow }: Person, { organ, state, number }: FormedQuery): Statement {
  const parameters = new Parameters();
  parameters.add(organId);
  parameters.add(seesBelow);
  const wanted = [
    organInSight(1, 2),
    ...(state === 'open' ? ['formed.ended_as IS NULL'] : ['formed.ended_as IS NOT NULL']),
    ...(organ === undefined
      ? []
      : [`organ.path @> ARRAY[(SELECT top.id FROM organ AS top WHERE top.code = ${parameters.add(organ)})]`]),
    ...(number === undefined ? [] : [`formed.number = ${parameters.add(number)}`]),
  ].join(' AND ');
  const text = `${ROWS} WHERE ${wanted} ORDER BY formed.ended_at DESC, formed.on_day, formed.number`;
  return { text, values: parameters.values };
}

/** One in sight. */
export const oneFormed = ({ organId, seesBelow }: Person, id: string): Statement => ({
  text: `${ROWS} WHERE ${organInSight(1, 2)} AND formed.id = $3`,
  values: [organId, seesBelow, asUuid(id)],
});

/** The same, locked until the end of the transaction. */
export const oneLocked = (person: Person, id: string): Statement => {
  const { text, values = [] } = oneFormed(person, id);
  return { text: `${text} FOR UPDATE OF formed`, values };
};

type Looking = { readonly laws: LawShelf; readonly kinds: Kinds; readonly today: LocalDate };

/** As whoever keeps the catalogue sees it: the light by the same rule as for a case. */
export function formedView(row: FormedRow, { laws, kinds, today }: Looking): FormedInformation {
  const { id, number, title, organ, unit, change, on, note, url, indexNumber } = row;
  const due = formedDue(row, laws);
  const { calendar } = laws.lawOf(laws.statute, today, row.organId);
  const over = row.endedAs !== null;
  const { code, name } = kinds.named(row.kind);
  return {
    ...{ id, number, title, kind: { code, name }, organ, unit, change, on, note, url, indexNumber },
    due: { ...due, daysLeft: over ? null : calendar.count(today, due.on) },
    light: lightOf({ due: due.on, over, stopped: false, clock: 'running', settled: true }, today, calendar),
    entered: { on: officeDay(row.enteredAt), by: row.enteredBy },
    end: endOf(row),
  };
}

function endOf(row: FormedRow): FormedInformation['end'] {
  const { endedAs: as, endedAt, endedBy: by, reason, entryNumber: indexNumber, entryTitle: title, publishedOn } = row;
  if (as === null || endedAt === null) return null;
  const entry = indexNumber === null || title === null || publishedOn === null ? null : { indexNumber, title, publishedOn };
  return { as, on: officeDay(endedAt), by, reason, entry };
}
