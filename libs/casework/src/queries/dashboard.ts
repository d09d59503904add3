import { addDays, type LocalDate } from '@gongkai/calendar';
import { LIGHTS, type CaseRow, type DashboardFilters, type DashboardView, type Light, type PersonRef } from '@gongkai/contracts';
import type { Ahead } from './dashboard-days.js';
import { OWED, UNCLAIMED, type AnswersOwed, type Colleague, type CountRow } from './dashboard-sql.js';

/** What the counts do not say. */
export type Named = Ahead & {
  readonly at: Date;
  readonly today: DashboardView['today'];
  readonly filters: DashboardFilters;
  readonly due: readonly CaseRow[];
  readonly overdue: readonly CaseRow[];
  readonly answers: AnswersOwed;
  readonly unclaimed: number;
  readonly staff: readonly Colleague[];
  readonly records: DashboardView['records'];
};

type Filters = Readonly<Record<string, string>>;
const LIT = LIGHTS.filter((light) => light !== 'none').join();

/** The dashboard, each number with the filters of its list. */
export function dashboardOf(rows: readonly CountRow[], named: Named): DashboardView {
  const base = baseOf(named.filters);
  const none = Object.fromEntries(LIGHTS.map((light) => [light, 0])) as Record<Light, number>;
  const some = someOf(rows, base);
  return {
    today: named.today,
    at: named.at.toISOString(),
    total: sum(rows),
    filters: base,
    byLight: { ...none, ...counted(rows, ({ light }) => light) },
    byState: counted(rows, ({ state }) => state),
    byChannel: counted(rows, ({ channel }) => channel),
    byUnit: grouped(rows, ({ organ }) => organ).map(([organ, group]) => ({ organ, ...lit(group, { ...base, unit: organ }) })),
    byPerson: byPersonOf(rows, named, base),
    days: daysOf(rows, named, base),
    ahead: aheadOf(some, named, named.last),
    within: named.steps.map(({ workingDays, last }) => ({ workingDays, ...aheadOf(some, named, last) })),
    overdue: { ...some(({ light }) => light === 'overdue', { light: 'overdue' }), items: named.overdue.map(overdueCase) },
    stoppedBy: stoppedBy(some),
    unclaimed: { total: named.unclaimed, filters: { ...base, ...UNCLAIMED } },
    unconfirmed: some(({ state }) => state === 'unconfirmed', { state: 'unconfirmed' }),
    toConfirm: {
      ...some(({ to_confirm }) => to_confirm, { waiting: 'confirmation' }),
      enteredLate: some(({ entered_late }) => entered_late, { entered: 'late' }),
    },
    answers: answersOf(named, base),
    records: named.records,
    due: [...named.due],
  };
}

const baseOf = ({ person, ...where }: DashboardFilters): Filters => ({
  ...where,
  ...(person === undefined ? {} : { assignee: person }),
  open: 'true',
});

/** What is late was due before today. An answer is owed in a case that is over as well. */
function answersOf({ answers: { total, late }, today }: Named, { open: _, ...base }: Filters): DashboardView['answers'] {
  const filters = { ...base, ...OWED };
  return { total, filters, late: { total: late, filters: { ...filters, answerDueTo: addDays(today, -1) } } };
}

type Some = (belongs: (row: CountRow) => boolean, filters: Filters) => { total: number; filters: Record<string, string> };

const someOf =
  (rows: readonly CountRow[], base: Filters): Some =>
  (belongs, filters) => ({ total: sum(rows.filter(belongs)), filters: { ...base, ...filters } });

/** From the day after today to that day. */
const aheadOf = (some: Some, { today }: Named, last: LocalDate): DashboardView['ahead'] =>
  some(({ light, due }) => light !== 'none' && due !== null && due > today && due <= last, {
    ...{ light: LIT, dueFrom: addDays(today, 1), dueTo: last },
  });

/** What has gone by is not counted on its day: it is overdue. */
function daysOf(rows: readonly CountRow[], { days }: Named, base: Filters): DashboardView['days'] {
  const shining = rows.filter(({ light }) => light !== 'none');
  return days.map((day) => {
    const due = day.place === 'past' ? [] : shining.filter((row) => row.due === day.date);
    return { ...day, ...lit(due, { ...base, light: LIT, dueOn: day.date }) };
  });
}

const overdueCase = (row: CaseRow): DashboardView['overdue']['items'][number] => ({
  ...row,
  overdueDays: Math.max(0, -(row.daysLeft ?? 0)),
});

const AWAITED = { correction: 'awaiting_correction', payment: 'awaiting_payment' } as const;
const OTHER_STATES = ['received', 'registered', 'accepted', 'approving', 'signed'] as const satisfies readonly CaseRow['state'][];

function stoppedBy(some: Some): DashboardView['stoppedBy'] {
  const stopped = (...states: readonly CaseRow['state'][]) =>
    some(({ light, state }) => light === 'stopped' && states.includes(state), { light: 'stopped', state: states.join() });
  return {
    consultation: stopped(...OTHER_STATES),
    correction: stopped(AWAITED.correction),
    payment: stopped(AWAITED.payment),
  };
}

const sum = (rows: readonly CountRow[]): number => rows.reduce((all, { total }) => all + total, 0);

const lit = (rows: readonly CountRow[], filters: Filters) => ({
  total: sum(rows),
  byLight: counted(rows, ({ light }) => light),
  filters: { ...filters },
});

function counted<K extends string>(rows: readonly CountRow[], key: (row: CountRow) => K): Partial<Record<K, number>> {
  return Object.fromEntries(grouped(rows, key).map(([name, group]) => [name, sum(group)])) as Partial<Record<K, number>>;
}

/** In the order of their size, the largest first. */
function grouped<K>(rows: readonly CountRow[], key: (row: CountRow) => K): [K, CountRow[]][] {
  const groups = new Map<K, CountRow[]>();
  for (const row of rows) groups.set(key(row), [...(groups.get(key(row)) ?? []), row]);
  return [...groups].sort(([, a], [, b]) => sum(b) - sum(a));
}

/** Each with what they hold against what they can carry; whoever holds nothing, and can carry something, is asked to help or is asked about, stands last. */
function byPersonOf(rows: readonly CountRow[], { staff, filters }: Named, base: Filters): DashboardView['byPerson'] {
  const known = new Map(staff.map((one) => [one.id, one]));
  const holding = grouped(rows, ({ person_id }) => person_id).map(([id, group]) => ({
    person: personOf(group),
    ...loadOf(id === null ? undefined : known.get(id)),
    ...lit(group, { ...base, assignee: id ?? 'none' }),
  }));
  const busy = new Set(holding.map(({ person }) => person?.id));
  const isAsked = (one: Colleague): boolean => (filters.person === undefined ? isAtHand(one) : one.id === filters.person);
  const free = staff.filter((one) => isAsked(one) && !busy.has(one.id));
  const idle = free.map((one) => ({
    ...{ person: { id: one.id, name: one.name }, ...loadOf(one) },
    ...lit([], { ...base, assignee: one.id }),
  }));
  return [...holding, ...idle];
}

const isAtHand = ({ capacity, helping }: Colleague): boolean => capacity !== null || helping > 0;

const NO_LOAD = { capacity: null, helping: 0, awayUntil: null } as const;
const loadOf = ({ capacity, helping, awayUntil }: Pick<Colleague, keyof typeof NO_LOAD> = NO_LOAD) => ({
  ...{ capacity, helping, awayUntil },
});

function personOf([row]: readonly CountRow[]): PersonRef | null {
  return row?.person_id ? { id: row.person_id, name: row.person_name ?? '' } : null;
}
