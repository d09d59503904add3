import { randomUUID } from 'node:crypto';
import { asUuid, needRole, type Person } from '@gongkai/casework';
import {
  Refusal,
  type FieldProblem,
  type NewTraining,
  type Training,
  type TrainingCorrection,
  type TrainingFilters,
  type TrainingRemoval,
  type Trainings as List,
} from '@gongkai/contracts';
import type { Clock, CommandPool } from '@gongkai/platform';
import { LEADERS, leads, sightOf } from '../sight.js';
import {
  addTraining,
  changeTraining,
  countHeld,
  enteringAlone,
  organIdsOf,
  readTraining,
  readTrainings,
  twinOf,
  type KeptTraining,
  type TrainingDeed,
  type TrainingRow,
  type Twin,
} from './training-rows.js';

type Parts = { readonly pool: CommandPool; readonly clock: Clock };

/** A figure that a text can quote, by its name. */
export type TrainingFigure = {
  readonly id: string;
  readonly name: Readonly<Record<'zh-CN' | 'en', string>>;
  readonly value: number;
};

const FIGURES = {
  held: { 'zh-CN': '举办培训（次）', en: 'Trainings held' },
  people: { 'zh-CN': '参加培训（人次）', en: 'People trained' },
} as const;

/** The register of trainings held (REG 48): added, put right and removed with a record of each. */
export class Trainings {
  constructor(private readonly parts: Parts) {}

  /** Those in sight that are asked for. @throws Refusal `role-missing` */
  async list(person: Person, filters: TrainingFilters): Promise<List> {
    const rows = await readTrainings(sightOf(person), filters, this.parts.pool);
    const counted = rows.filter(({ removed }) => !removed);
    return {
      items: rows.map((row) => viewOf(row, person)),
      held: counted.length,
      people: counted.reduce((sum, { people }) => sum + people, 0),
      mayAdd: leads(person, person.organId),
    };
  }

  /** Enters one that the own organ held. @throws Refusal `role-missing`, `invalid-request` with the fields, or where it is entered already */
  async add(person: Person, wanted: NewTraining): Promise<Training> {
    needRole(person, ...LEADERS);
    const told = await this.#told(person, wanted);
    const id = randomUUID();
    const kept = { ...told, removed: false, history: [this.#deed(person, 'add', null)] };
    const { organId } = person;
    await this.parts.pool.flights({ organId, reads: [enteringAlone(organId)] }, async (_, transaction) => {
      refuseTwin(await transaction.read<Twin>(twinOf(organId, told, null)));
      await transaction.commit(addTraining(id, organId, kept));
    });
    return this.#found(person, id).then((row) => viewOf(row, person));
  }

  /** Puts one right; what stood there stays on record. @throws Refusal `role-missing`, `not-found`, `training-removed`, `training-changed`, `invalid-request` */
  async correct(person: Person, id: string, { version, why, ...wanted }: TrainingCorrection): Promise<Training> {
    const row = await this.#open(person, id, version);
    const told = await this.#told(person, wanted);
    refuseTwin((await this.parts.pool.query<Twin>(twinOf(row.organId, told, id))).rows);
    const { heldOn, topic, people, sections, organs } = row;
    const before = { heldOn, topic, people, sections, organs: organs.map(({ code }) => code) };
    const history = [...row.history, { ...this.#deed(person, 'correct', why), before }];
    return this.#keep(person, row, { ...told, removed: false, history });
  }

  /** Takes one out of count. @throws Refusal `role-missing`, `not-found`, `training-removed`, `training-changed` */
  async remove(person: Person, id: string, { version, why }: TrainingRemoval): Promise<Training> {
    const row = await this.#open(person, id, version);
    const { heldOn, topic, people, sections, organIds } = row;
    const history = [...row.history, this.#deed(person, 'remove', why)];
    return this.#keep(person, row, { heldOn, topic, people, sections, organIds, removed: true, history });
  }

  /** What the annual report can quote: trainings that these organs held in a period, and people in them. */
  async figuresOf(
    organIds: readonly string[],
    period: { readonly from: string; readonly to: string },
  ): Promise<TrainingFigure[]> {
    const { held, people } = await countHeld(organIds, period, this.parts.pool);
    return [
      { id: 'trainings.held', name: FIGURES.held, value: held },
      { id: 'trainings.people', name: FIGURES.people, value: people },
    ];
  }

  async #found(person: Person, id: string): Promise<TrainingRow> {
    const row = await readTraining(sightOf(person), asUuid(id), this.parts.pool);
    if (row === null) throw new Refusal('not-found');
    return row;
  }

  /** One of the own organ that still counts, as it was read. */
  async #open(person: Person, id: string, version: number): Promise<TrainingRow> {
    const row = await this.#found(person, id);
    if (!leads(person, row.organId)) throw new Refusal('role-missing', [], { facts: { role: LEADERS[0] } });
    if (row.removed) throw new Refusal('training-removed');
    if (row.version !== version) throw new Refusal('training-changed');
    return row;
  }

  async #keep(person: Person, { id, version }: TrainingRow, kept: KeptTraining): Promise<Training> {
    if (!(await changeTraining(id, version, kept, this.parts.pool))) throw new Refusal('training-changed');
    return viewOf(await this.#found(person, id), person);
  }

  /** What is told of it, field by field. */
  async #told(person: Person, { organs, ...told }: NewTraining): Promise<Omit<KeptTraining, 'removed' | 'history'>> {
    const known = await organIdsOf(sightOf(person), organs, this.parts.pool);
    const problems: FieldProblem[] = [
      ...(told.heldOn > this.parts.clock.today() ? [{ path: 'heldOn', code: 'future-date' as const }] : []),
      ...organs.flatMap((code, i) => (known.has(code) ? [] : [{ path: `organs.${String(i)}`, code: 'unknown-organ' as const }])),
    ];
    if (problems.length > 0) throw new Refusal('invalid-request', problems);
    return { ...told, organIds: [...known.values()] };
  }

  #deed({ id: by }: Person, did: TrainingDeed['did'], why: string | null): TrainingDeed {
    return { at: this.parts.clock.now().toISOString(), by, did, why, before: null };
  }
}

/** @throws Refusal `invalid-request` naming the one that is there */
function refuseTwin([twin]: readonly Twin[]): void {
  if (twin === undefined) return;
  const { heldOn: day, topic, people } = twin;
  throw new Refusal('invalid-request', [{ path: 'topic', code: 'training-twice', facts: { day, topic, people } }]);
}

function viewOf(row: TrainingRow, person: Person): Training {
  const { id, version, organ, organId, organs, heldOn, topic, people, sections, removed, history, persons } = row;
  return {
    ...{ id, version, organ, organs, heldOn, topic, people, sections, removed },
    history: history.map((deed) => ({ ...deed, by: { id: deed.by, name: persons[deed.by] ?? '' } })),
    may: removed || !leads(person, organId) ? [] : ['correct', 'remove'],
  };
}
