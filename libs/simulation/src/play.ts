import { addDays, type LocalDate } from '@gongkai/calendar';
import type { AlarmClock, CaseDesk } from '@gongkai/casework';
import type { CommandPool, ManualClock } from '@gongkai/platform';
import { agendaOf, deedsOf, type Deed } from './agenda.js';
import { isOver } from './figures.js';
import type { Plan } from './plan.js';
import { Player, type Cast, type PlayerParts, type Tally } from './player.js';

/** The office in which a plan is played. Its clock is moved from day to day. */
export type Stage = {
  readonly pool: CommandPool;
  readonly desk: CaseDesk;
  readonly alarms: Pick<AlarmClock, 'ring'>;
  readonly clock: ManualClock;
  readonly cast: Cast;
  readonly papers?: PlayerParts['papers'];
};

export type PlayOptions = {
  /** The last day that is played. */
  readonly until: LocalDate;
  /** A day on which it was ended before: what rings from then on rings, also on days on which nobody does anything. */
  readonly from?: LocalDate;
  /** Ends it after the step that is under way; playing again goes on from there. */
  readonly signal?: AbortSignal;
  /** Told after each day: how many of how many steps are done. */
  readonly onDay?: (done: number, total: number, day: LocalDate) => void;
};

export type Played = Tally & {
  /** What time alone made true. */
  readonly rung: number;
  /** It was ended before its last day. */
  readonly interrupted: boolean;
  /** Every case of the plan has come to its end: none is open, none still to be logged. */
  readonly complete: boolean;
};

/**
 * Plays a plan day by day, each beginning with the alarms that are due. Played again it does nothing twice and goes on where it
 * stopped: what has been done stands in the journals.
 */
export async function play(plan: Plan, stage: Stage, { until, from, signal, onDay }: PlayOptions): Promise<Played> {
  const deeds = deedsOf(plan);
  const within = deeds.filter(({ day }) => day <= until).length;
  const agenda = agendaOf(deeds, await journalledOf(deeds, stage.pool), until);
  const player = new Player({ ...stage, plan: plan.name });
  const begin = beginOf(agenda.keys(), from);
  let left = [...agenda.values()].reduce(
    (sum, day) => sum + [...day.values()].reduce((count, list) => count + list.length, 0),
    0,
  );
  let rung = 0;
  for (let day = begin; day !== undefined && day <= until; day = addDays(day, 1)) {
    stage.clock.set(day);
    rung += await ringAll(stage);
    const today = [...(agenda.get(day)?.values() ?? [])];
    await Promise.all(today.map((list) => oneByOne(player, list, signal)));
    if (signal?.aborted === true) return { ...player.tally, rung, interrupted: true, complete: false };
    left -= today.reduce((count, list) => count + list.length, 0);
    onDay?.(within - left, within, day);
  }
  return { ...player.tally, rung, interrupted: false, complete: await isOver(plan, stage.pool) };
}

/** The first day on which somebody does something, or an earlier one from which it rings; undefined where nothing is left. */
function beginOf([first]: Iterable<LocalDate>, from: LocalDate | undefined): LocalDate | undefined {
  return from !== undefined && first !== undefined && from < first ? from : first;
}

/** An organ takes case after case, so that its numbers come in the same order every time. */
async function oneByOne(player: Player, deeds: readonly Deed[], signal: AbortSignal | undefined): Promise<void> {
  for (const deed of deeds) {
    if (signal?.aborted === true) return;
    await player.play(deed);
  }
}

/** @throws Error where an alarm could not become a fact */
async function ringAll({ alarms }: Stage): Promise<number> {
  const { journalled, failed } = await alarms.ring();
  const [first] = failed;
  if (first) throw new Error(`The alarm ${first.kind} of case ${first.caseId} failed.`, { cause: first.error });
  return journalled;
}

async function journalledOf(deeds: readonly Deed[], pool: CommandPool): Promise<ReadonlySet<string>> {
  const ids = deeds.map(({ id }) => id);
  const { rows } = await pool.query<{ id: string }>({
    text: 'SELECT id FROM journal WHERE id = ANY ($1::uuid[])',
    values: [ids],
  });
  return new Set(rows.map(({ id }) => id));
}
