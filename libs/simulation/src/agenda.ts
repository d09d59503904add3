import type { LocalDate } from '@gongkai/calendar';
import { stepId } from './ids.js';
import type { Plan, Planned } from './plan.js';

/** One thing to be done: a case logged (`step` null), or a step of it. */
export type Deed = {
  readonly id: string;
  readonly day: LocalDate;
  readonly planned: Planned;
  readonly step: Planned['script']['steps'][number] | null;
  readonly isLast: boolean;
};

/** What is to be done, by day; within a day an organ takes case after case. */
export type Agenda = ReadonlyMap<LocalDate, ReadonlyMap<string, readonly Deed[]>>;

/** The id under which a case of a plan is logged. */
export const openingId = (plan: string, n: number): string => stepId(plan, n, 'open');

/** Everything a plan asks for, case by case. */
export function deedsOf({ name, cases }: Plan): readonly Deed[] {
  return cases.flatMap((planned) => {
    const {
      course: { n },
      script: { loggedOn, steps },
    } = planned;
    const opening: Deed = { id: openingId(name, n), day: loggedOn, planned, step: null, isLast: steps.length === 0 };
    const following = steps.map((step, i): Deed => ({
      id: stepId(name, n, `${i} ${step.type}`),
      day: step.day,
      planned,
      step,
      isLast: i === steps.length - 1,
    }));
    return [opening, ...following];
  });
}

/** The day of the last thing to be done: by then every case has come to its end, if the law has nothing against it. */
export const lastDayOf = (plan: Plan): LocalDate | undefined =>
  deedsOf(plan)
    .map(({ day }) => day)
    .sort()
    .at(-1);

/** What of it is still to be done, by what has been journalled of it. */
export function agendaOf(deeds: readonly Deed[], done: ReadonlySet<string>, until: LocalDate): Agenda {
  const agenda = new Map<LocalDate, Map<string, Deed[]>>();
  for (const deed of leftOf(deeds, done)) {
    if (deed.day > until) continue;
    const day = agenda.get(deed.day) ?? new Map<string, Deed[]>();
    const { organ } = deed.planned.course;
    day.set(organ, [...(day.get(organ) ?? []), deed]);
    agenda.set(deed.day, day);
  }
  return new Map([...agenda].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * Days were played one after the other: all before the last one that left an entry are over. On that day itself a case whose later
 * step is journalled is past its earlier ones: what is missing there was refused.
 */
function leftOf(deeds: readonly Deed[], done: ReadonlySet<string>): Deed[] {
  const journalled = deeds.filter(({ id }) => done.has(id));
  const lastDay = journalled.reduce<string>((last, { day }) => (day > last ? day : last), '');
  const reached = new Map<Planned, number>();
  deeds.forEach((deed, i) => done.has(deed.id) && reached.set(deed.planned, i));
  return deeds.filter((deed, i) => deed.day >= lastDay && i > (reached.get(deed.planned) ?? -1));
}
