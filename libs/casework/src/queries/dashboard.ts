import type { CaseRow, DashboardView, Light, PersonRef } from '@gongkai/contracts';
import { LIGHTS } from '@gongkai/contracts';
import type { Statement } from '@gongkai/platform';
import type { Person } from '../person.js';
import { LISTED_FROM } from './case-list.js';
import { belowSql, lightSql, Parameters, type LightDays } from './list-sql.js';

/** Open cases that are alike in everything the dashboard counts by. */
export type CountRow = {
  readonly light: Light;
  readonly state: CaseRow['state'];
  readonly channel: CaseRow['channel'];
  readonly organ: string;
  readonly person_id: string | null;
  readonly person_name: string | null;
  readonly total: number;
};

/** The open cases of an organ and what is below it, as far as the person sees them, counted once for every question. */
export function countStatement(person: Person, organ: string | undefined, days: LightDays): Statement {
  const parameters = new Parameters();
  parameters.add(person.organId);
  parameters.add(person.seesBelow);
  const light = lightSql(days, parameters);
  const below = organ === undefined ? '' : `AND ${belowSql(organ, parameters)}`;
  const text = `
    SELECT ${light} AS light, case_file.state, case_file.channel, organ.code AS organ, person.id AS person_id,
           person.name AS person_name, count(*) AS total
    ${LISTED_FROM}
    WHERE case_file.closed_on IS NULL ${below}
    GROUP BY 1, 2, 3, 4, 5, 6`;
  return { text, values: parameters.values };
}

/** The counts of a dashboard. */
export function dashboardOf(rows: readonly CountRow[], due: readonly CaseRow[]): DashboardView {
  const none = Object.fromEntries(LIGHTS.map((light) => [light, 0])) as Record<Light, number>;
  return {
    total: sum(rows),
    byLight: { ...none, ...counted(rows, ({ light }) => light) },
    byState: counted(rows, ({ state }) => state),
    byChannel: counted(rows, ({ channel }) => channel),
    byUnit: grouped(rows, ({ organ }) => organ).map(([organ, group]) => ({ organ, ...lit(group) })),
    byPerson: grouped(rows, ({ person_id }) => person_id).map(([, group]) => ({ person: personOf(group), ...lit(group) })),
    due: [...due],
  };
}

const sum = (rows: readonly CountRow[]): number => rows.reduce((all, { total }) => all + total, 0);

const lit = (rows: readonly CountRow[]) => ({ total: sum(rows), byLight: counted(rows, ({ light }) => light) });

function counted<K extends string>(rows: readonly CountRow[], key: (row: CountRow) => K): Partial<Record<K, number>> {
  return Object.fromEntries(grouped(rows, key).map(([name, group]) => [name, sum(group)])) as Partial<Record<K, number>>;
}

/** In the order of their size, the largest first. */
function grouped<K>(rows: readonly CountRow[], key: (row: CountRow) => K): [K, CountRow[]][] {
  const groups = new Map<K, CountRow[]>();
  for (const row of rows) groups.set(key(row), [...(groups.get(key(row)) ?? []), row]);
  return [...groups].sort(([, a], [, b]) => sum(b) - sum(a));
}

function personOf([row]: readonly CountRow[]): PersonRef | null {
  return row?.person_id ? { id: row.person_id, name: row.person_name ?? '' } : null;
}
