import type { CaseDesk, Person } from '@gongkai/casework';
import { Refusal, type CaseView, type Command, type Role } from '@gongkai/contracts';
import type { ManualClock } from '@gongkai/platform';
import { openingId, type Deed } from './agenda.js';
import type { DemoPapers } from './demo-papers.js';
import { homeward } from './homeward.js';
import { stepId } from './ids.js';
import type { Planned } from './plan.js';

/** Who holds a post. @throws Error where nobody does */
export type Cast = (organ: string, role: Role) => Person;

export type PlayerParts = {
  readonly desk: CaseDesk;
  readonly clock: ManualClock;
  readonly cast: Cast;
  readonly plan: string;
  /** What lies beside the steps; nothing where nobody says. */
  readonly papers?: Pick<DemoPapers, 'furnish'> | undefined;
};

/** What has come of the steps: journalled, not possible because what they are about was never made, refused by code. */
export type Tally = { taken: number; skipped: number; readonly refused: Record<string, number> };

/** A moment between two steps, in milliseconds. */
const BETWEEN = 20_000;
/** From anywhere to the archive it takes fewer steps. */
const LONGEST_WAY_HOME = 20;

/** Takes the steps of planned cases, as the people of the office would: at the desk. */
export class Player {
  readonly tally: Tally = { taken: 0, skipped: 0, refused: {} };
  /** Cases under way, as they were left. */
  readonly #views = new Map<Planned, CaseView>();

  constructor(private readonly parts: PlayerParts) {}

  /** Does one thing. What the law refuses is counted and left: the case goes on with its next step. */
  async play({ id, planned, step, isLast }: Deed): Promise<void> {
    const view = step === null ? await this.#open(planned) : await this.#viewOf(planned);
    if (step !== null) {
      const command = step.make(view);
      if (command === null) this.tally.skipped += 1;
      else await this.#take(planned, { id, by: step.by, command });
    }
    if (!isLast) return;
    if (step?.type === 'file') await this.#bringHome(planned);
    this.#views.delete(planned);
  }

  async #open(planned: Planned): Promise<CaseView> {
    const { clock, desk, cast, plan } = this.parts;
    const {
      course: { n, organ },
      script: { body },
    } = planned;
    clock.advance(BETWEEN);
    const { view, replayed } = await desk.open({ id: openingId(plan, n), actor: cast(organ, 'clerk'), body });
    if (!replayed) this.tally.taken += 1;
    this.#views.set(planned, view);
    return view;
  }

  /** A case that was opened in an earlier run answers as before, with what it has become. */
  async #viewOf(planned: Planned): Promise<CaseView> {
    return this.#views.get(planned) ?? this.#open(planned);
  }

  async #take(planned: Planned, { id, by, command }: { id: string; by: Role; command: Command }): Promise<boolean> {
    const { clock, desk, cast, papers } = this.parts;
    const before = await this.#viewOf(planned);
    const actor = cast(planned.course.organ, by);
    clock.advance(BETWEEN);
    try {
      const furnished = (await papers?.furnish(command, { planned, view: before, actor })) ?? { command };
      const { view } = await desk.handle(
        { id, caseId: before.id, actor, command: furnished.command },
        undefined,
        furnished.makePaper,
      );
      this.#views.set(planned, view);
      this.tally.taken += 1;
      return true;
    } catch (problem) {
      if (!(problem instanceof Refusal)) throw problem;
      this.tally.refused[problem.code] = (this.tally.refused[problem.code] ?? 0) + 1;
      return false;
    }
  }

  /** A case whose script the law has crossed is brought to its end by what is possible. */
  async #bringHome(planned: Planned): Promise<void> {
    for (let i = 0; i < LONGEST_WAY_HOME; i += 1) {
      const view = await this.#viewOf(planned);
      const next = homeward(view);
      if (next === null) return;
      const id = stepId(this.parts.plan, planned.course.n, `home ${view.version}`);
      if (!(await this.#take(planned, { id, ...next }))) return;
    }
  }
}
