import { Logger } from '@nestjs/common';
import { startTestApi, type TestApi } from '../support/api.js';
import { drawWaiting, redactWaiting } from '../support/drawing.js';
import type { HttpAnswer } from '../support/officer.js';
import { ask } from './asking.js';
import type { Sent } from './requests.js';
import { ORGANS, plant, type OrganCode, type Sample } from './sample.js';
import { relationOf } from './verdict.js';
import { appointMany, everybody, type Viewer } from './viewers.js';
import { buildWall, type Wall } from './wall.js';

/** Who asks for what, in which organ it lies. */
export type Call = { readonly viewer: Viewer; readonly target: OrganCode; readonly sent: Sent };
export type Answered = Call & { readonly answer: HttpAnswer };

/** From where to where: own, parent, beside, and from the parent downwards. */
export const WAYS: readonly (readonly [from: OrganCode, to: OrganCode])[] = [
  ['street', 'street'],
  ['street', 'district'],
  ['street', 'bureau'],
  ['district', 'district'],
  ['district', 'street'],
];

/** Who it was, for a failed test. */
export const nameOf = ({ viewer, target }: Pick<Call, 'viewer' | 'target'>): string =>
  `${viewer.name} of the ${viewer.organ}, of what is ${relationOf(viewer.organ, target)} (${target})`;

type Parts = { readonly api: TestApi; readonly wall: Wall; readonly samples: ReadonlyMap<OrganCode, Sample> };

/** Three organs with everything once in each of them, somebody for each role, and a wall around it. */
export class World {
  private constructor(
    readonly viewers: readonly Viewer[],
    private readonly parts: Parts,
  ) {}

  /** Takes some seconds. */
  static async open(): Promise<World> {
    const api = await startTestApi();
    // The wall is a failure of ours to the program, which it tells at length.
    Logger.overrideLogger(false);
    await appointMany(api);
    await (await api.officer('supervisor.district')).post('/assessments', { year: 2026, quarter: 1 });
    const samples = new Map<OrganCode, Sample>();
    for (const organ of ORGANS) samples.set(organ, await plant(api, organ));
    await drawWaiting(api);
    await redactWaiting(api);
    const viewers = await everybody(api);
    return new World(viewers, { api, samples, wall: await buildWall(api) });
  }

  /** Where it answers. */
  get root(): string {
    return this.parts.api.url;
  }

  /** What was planted in an organ. */
  sample(organ: OrganCode): Sample {
    const sample = this.parts.samples.get(organ);
    if (sample === undefined) throw new Error(`Nothing was planted in ${organ}.`);
    return sample;
  }

  /** Everybody who works in an organ, asking for something. */
  callsFrom(from: OrganCode, target: OrganCode, sent: Sent): readonly Call[] {
    return this.viewers.filter(({ organ }) => organ === from).map((viewer) => ({ viewer, target, sent }));
  }

  /** All answers, and how often something was about to be changed. */
  async answered(calls: readonly Call[]): Promise<{ readonly answers: readonly Answered[]; readonly hits: number }> {
    const before = await this.hits();
    const answers = await Promise.all(
      calls.map(async (call) => ({ ...call, answer: await ask(this.root, call.sent, call.viewer.officer) })),
    );
    return { answers, hits: (await this.hits()) - before };
  }

  /** How often something was about to be changed since the wall stands. */
  hits(): Promise<number> {
    return this.parts.wall.hits();
  }

  /** That somebody told a wrong code: whoever does so too often has to wait. */
  async forgetAttempts(): Promise<void> {
    await this.parts.api.services.source.query('DELETE FROM code_attempt; DELETE FROM public_request');
  }

  async stop(): Promise<void> {
    await this.parts.wall.leave();
    await this.parts.api.stop();
  }
}
