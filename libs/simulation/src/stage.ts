import { localDate, type LocalDate } from '@gongkai/calendar';
import { AlarmClock, CaseDesk, Directory, lawShelf, type LawShelf, type Person } from '@gongkai/casework';
import type { Role } from '@gongkai/contracts';
import { CommandPool, createDataSource, ManualClock, Sealer, type Settings } from '@gongkai/platform';
import type { Plan } from './plan.js';
import type { Stage } from './play.js';
import type { Cast } from './player.js';

/** Who takes part in a case. */
const PARTS: readonly Role[] = ['clerk', 'caseworker', 'reviewer', 'approver', 'archivist'];

/** Connections; each organ of a plan works on one case at a time. */
const CONNECTIONS = 8;

export type StageParts = {
  readonly url: string;
  readonly settings: Pick<Settings, 'configDir' | 'secretKeys' | 'cipher'>;
  readonly plan: Plan;
  /** The laws as this office applies them; those of the configuration where nothing is said. */
  readonly laws?: LawShelf;
  /** What is played lies before it; where nothing is said, it may lie ahead. */
  readonly now?: Date;
};

/** Nothing has taken place yet that comes after a moment: an office day that has just begun is no later than that. */
class ClockUpTo extends ManualClock {
  constructor(
    start: LocalDate,
    private readonly latest: Date,
  ) {
    super(start);
  }

  override now(): Date {
    return new Date(Math.min(super.now().getTime(), this.latest.getTime()));
  }
}

/**
 * Gives a plan to the people of its organs, in a database that has them.
 * @throws Error where somebody whom it needs is missing
 */
export async function onStage<T>(
  { url, settings, plan, laws = lawShelf(settings.configDir), now }: StageParts,
  work: (stage: Stage) => Promise<T>,
): Promise<T> {
  const clock = now === undefined ? new ManualClock(firstDayOf(plan)) : new ClockUpTo(firstDayOf(plan), now);
  const cast = await castOf(url, plan, clock);
  const pool = new CommandPool({ url, max: CONNECTIONS });
  try {
    const desk = new CaseDesk({ pool, clock, laws: byOneApprover(laws), sealer: Sealer.of(settings) });
    return await work({ pool, desk, clock, cast, alarms: new AlarmClock({ pool, desk, clock }) });
  } finally {
    await pool.close();
  }
}

/** A cast has one approver for each organ, whatever chain of approval the organ has today, and ticks nothing. */
const byOneApprover = (shelf: LawShelf): LawShelf => ({
  ...shelf,
  lawOf: (...asked) => {
    const { approvals: _, checklists: __, ...law } = shelf.lawOf(...asked);
    return law;
  },
});

const firstDayOf = ({ cases }: Plan): LocalDate =>
  cases.map(({ script }) => script.loggedOn).sort()[0] ?? localDate('2019-01-01');

async function castOf(url: string, { cases }: Plan, clock: ManualClock): Promise<Cast> {
  const source = await createDataSource(url, { poolSize: 1 }).initialize();
  try {
    const directory = new Directory(source, clock);
    const people = new Map<string, Person>();
    for (const organ of new Set(cases.map(({ course }) => course.organ))) {
      for (const role of PARTS) people.set(`${role}.${organ}`, await personOf(directory, `${role}.${organ}`));
    }
    return (organ, role) => {
      const person = people.get(`${role}.${organ}`);
      if (person === undefined) throw new Error(`Nobody plays ${role}.${organ}.`);
      return person;
    };
  } finally {
    await source.destroy();
  }
}

async function personOf(directory: Directory, username: string): Promise<Person> {
  const person = await directory.byUsername(username);
  if (person === undefined) throw new Error(`A simulation needs somebody with the log-in ${username}; there is nobody.`);
  return person;
}
