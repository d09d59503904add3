import { randomUUID } from 'node:crypto';
import { DataSource, EntitySchema } from 'typeorm';
import { DATA, DUE, FACT, STATES, TIMERS } from './floor.mjs';

const column = (type, primary = false) => ({ type, primary, nullable: !primary });
const Case = new EntitySchema({
  name: 'floor_case',
  columns: {
    id: column('uuid', true),
    version: column('int'),
    state: column('text'),
    due: column('date'),
    data: column('jsonb'),
  },
});
const History = new EntitySchema({
  name: 'floor_history',
  columns: {
    case_id: column('uuid', true),
    seq: column('int', true),
    at: column('timestamptz'),
    type: column('text'),
    fact: column('jsonb'),
  },
});
const Timer = new EntitySchema({
  name: 'floor_timer',
  columns: { case_id: column('uuid', true), kind: column('text', true), due: column('date') },
});

/** The work of the floor in the usual way: load the entity, change it, save what belongs to it, all in a transaction. */
export const byTypeOrm = (url) => ({
  name: 'TypeORM: load and save',
  start: async (clients) => {
    const source = new DataSource({ type: 'postgres', url, entities: [Case, History, Timer], extra: { max: clients } });
    await source.initialize();
    const told = (manager, id, seq, type) => manager.insert(History, { case_id: id, seq, at: new Date(), type, fact: FACT });
    const open = (id) => () =>
      source.transaction(async (manager) => {
        await manager.insert(Case, { id, version: 1, state: 'received', due: null, data: DATA });
        await told(manager, id, 1, 'received');
      });
    const take = (id, state, i) => () =>
      source.transaction(async (manager) => {
        const found = await manager.findOneOrFail(Case, { where: { id }, lock: { mode: 'pessimistic_write' } });
        await manager.save(Case, { ...found, version: i + 2, state, due: DUE });
        await told(manager, id, i + 2, state);
        if (i === 0)
          await manager.insert(
            Timer,
            TIMERS.map((kind) => ({ case_id: id, kind, due: DUE })),
          );
        if (state === STATES.at(-1)) await manager.delete(Timer, { case_id: id });
      });
    const course = () => {
      const id = randomUUID();
      return [open(id), ...STATES.map((state, i) => take(id, state, i))];
    };
    return { course, stop: () => source.destroy() };
  },
});
