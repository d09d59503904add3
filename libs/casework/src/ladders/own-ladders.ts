import {
  Refusal,
  type LadderDraft,
  type LadderRung,
  type LadderTrial,
  type LadderVersion,
  type NewLadder,
  type OrganLadder,
  type OrganLadders,
} from '@gongkai/contracts';
import { json, type CommandPool } from '@gongkai/platform';
import type { ReminderLadder, ReminderRung } from '@gongkai/statutes';
import { makeChange, needAdmin, record, type AdministrationParts } from '../administration/change.js';
import { organInScope } from '../administration/organs.js';
import { TAKE_ALONE } from '../calendars/edition.js';
import type { LawShelf } from '../law-shelf.js';
import type { Person } from '../person.js';
import type { DutySource } from '../reminders/organ-duties.js';
import { EFFECTIVE, LOOK_AGAIN, NEW_EDITION } from './ladder-rows.js';
import { floorOf, recipientsOn, rungProblems, rungsOf, rungView } from './ladder-rungs.js';
import { lastMonth, tryLadder } from './try-ladder.js';

type LadderParts = AdministrationParts & {
  readonly laws: LawShelf;
  readonly pool: CommandPool;
  /** Where it is known what organs owed without a case. */
  readonly duties: readonly DutySource[];
};

type VersionRow = {
  readonly ladder: string;
  readonly version: number;
  readonly rungs: readonly ReminderRung[] | null;
  readonly reason: string;
  readonly changed_at: Date;
  readonly changed_by: string;
  readonly name: string;
};
type EffectiveRow = { readonly ladder: string; readonly rungs: readonly ReminderRung[]; readonly giver: string };

const VERSIONS = `
  SELECT ladder, version, rungs, reason, changed_at, changed_by, person.name
    FROM reminder_ladder JOIN person ON person.id = changed_by WHERE reminder_ladder.organ_id = $1 ORDER BY version DESC`;

const HOLDING = `SELECT ladder, rungs, giver FROM (${EFFECTIVE}) AS effective WHERE organ_id = $1`;

const LAST_VERSION = 'SELECT coalesce(max(version), 0) AS version FROM reminder_ladder WHERE organ_id = $1 AND ladder = $2';

const ADD = `
  INSERT INTO reminder_ladder (organ_id, ladder, version, rungs, reason, changed_at, changed_by)
  VALUES ($1::uuid, $2, $7, $3::jsonb, $4, $5, $6::uuid)`;

/** Who is told of deadlines, when and how, organ by organ: each goes by the nearest above it that has said something, or by the standard. */
export class OwnLadders {
  constructor(private readonly parts: LadderParts) {}

  /** @throws Refusal `role-missing`, `not-found` */
  async list(actor: Person, code: string): Promise<OrganLadders> {
    needAdmin(actor);
    const { manager } = this.parts.source;
    const { id, path } = await organInScope({ manager }, actor, code);
    const [own, above, versions] = await Promise.all([
      manager.query<EffectiveRow[]>(HOLDING, [id]),
      // By the organ above it, which the topmost has not.
      manager.query<EffectiveRow[]>(HOLDING, [path.at(-2) ?? null]),
      manager.query<VersionRow[]>(VERSIONS, [id]),
    ]);
    const standard = this.#standard;
    const items = Object.entries(standard.ladders).map(([name, ladder]) => ({
      ...viewOf(name, ladder, {
        own: own.find((row) => row.ladder === name),
        above: above.find((row) => row.ladder === name),
        versions: versions.filter((row) => row.ladder === name),
      }),
      recipients: recipientsOn(ladder, standard),
    }));
    return { items };
  }

  /**
   * A new version, or back to what is above. What it changes rings in the next round; what was told is not told again.
   * @throws Refusal `role-missing`, `not-found` for organ or ladder, `invalid-request` with the fields, or `ladder-changed` where
   *   somebody else has changed it since it was read
   */
  async change(actor: Person, code: string, name: string, { rungs, reason, version }: NewLadder): Promise<OrganLadders> {
    needAdmin(actor);
    const ladder = this.#checked(name, rungs);
    const kept = rungs === null ? null : rungsOf(rungs, ladder);
    await makeChange(this.parts, actor, async (change) => {
      const { manager, now, today } = change;
      const { id, path, name_zh } = await organInScope(change, actor, code);
      // Nobody writes by the ladders of before while they change.
      await manager.query(TAKE_ALONE);
      const [last] = await manager.query<{ version: number }[]>(LAST_VERSION, [id, name]);
      if (last?.version !== version) throw new Refusal('ladder-changed');
      const [before] = (await manager.query<EffectiveRow[]>(HOLDING, [id])).filter((row) => row.ladder === name);
      await manager.query(ADD, [id, name, kept === null ? null : json(kept), reason, now, actor.id, version + 1]);
      await manager.query(NEW_EDITION, [now]);
      await manager.query(LOOK_AGAIN, [id, today, ladder.deadlines]);
      const sides = {
        before: { ladder: name, rungs: before?.rungs ?? ladder.rungs },
        after: { ladder: name, rungs: kept, reason },
      };
      await record(change, { action: 'ladder-changed', path, subject: { id, name: name_zh }, ...sides });
    });
    return this.list(actor, code);
  }

  /**
   * What would have been sent under rungs that are being written, by the cases of the organ and of those below that go by its ladder, and
   * by what they owed without one.
   * @throws Refusal `role-missing`, `not-found`, or `invalid-request` with the fields
   */
  async try(actor: Person, code: string, name: string, { rungs, ...days }: LadderDraft): Promise<LadderTrial> {
    needAdmin(actor);
    const ladder = this.#checked(name, rungs);
    const { id } = await organInScope({ manager: this.parts.source.manager }, actor, code);
    const month = lastMonth(this.parts.clock.today());
    const { from = month.from, to = month.to } = days;
    if (from > to) throw new Refusal('invalid-request', [{ path: 'to', code: 'ends-before-start' }]);
    const [held] = (await this.parts.source.manager.query<EffectiveRow[]>(HOLDING, [id])).filter((row) => row.ladder === name);
    const now = { ...ladder, rungs: [...(held?.rungs ?? ladder.rungs)] };
    const tried = { ...ladder, rungs: rungsOf(rungs, ladder) };
    return tryLadder({ organId: id, name, now, tried, from, to }, this.parts);
  }

  get #standard() {
    return this.parts.laws.ladders.standard;
  }

  #checked(name: string, rungs: readonly LadderRung[] | null): ReminderLadder {
    const ladder = this.#standard.ladders[name];
    if (ladder === undefined) throw new Refusal('not-found');
    const problems = rungs === null ? [] : rungProblems(rungs, ladder, this.#standard);
    if (problems.length > 0) throw new Refusal('invalid-request', problems);
    return ladder;
  }
}

type Rows = {
  readonly own: EffectiveRow | undefined;
  readonly above: EffectiveRow | undefined;
  readonly versions: readonly VersionRow[];
};

const viewOf = (name: string, standard: ReminderLadder, { own, above, versions }: Rows): Omit<OrganLadder, 'recipients'> => ({
  name,
  deadlines: [...standard.deadlines],
  rungs: (own?.rungs ?? standard.rungs).map(rungView),
  from: own?.giver ?? null,
  inherited: (above?.rungs ?? standard.rungs).map(rungView),
  floor: floorOf(standard),
  versions: versions.map(versionOf),
});

const versionOf = ({ version, rungs, reason, changed_at, changed_by, name }: VersionRow): LadderVersion => ({
  version,
  rungs: rungs?.map(rungView) ?? null,
  reason,
  changedAt: changed_at.toISOString(),
  changedBy: { id: changed_by, name },
});
