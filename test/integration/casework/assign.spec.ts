import { randomUUID } from 'node:crypto';
import type { Command } from '@gongkai/contracts';
import { Office, refusalOf } from './office.js';

let office: Office;
beforeAll(async () => {
  office = await Office.open();
}, 120_000);
afterAll(() => office.close());
beforeEach(() => office.on('2026-03-02'));

const CASEWORKER = 'caseworker.bureau';
const refused = (id: string, command: Command) => refusalOf(office.handle(id, CASEWORKER, command));

describe('a case is assigned', () => {
  test('to an active person of the organ', async () => {
    const { id } = await office.accepted();
    const { id: assignee, name } = office.person(CASEWORKER);
    const view = await office.step(id, 'supervisor.bureau', { type: 'assign', assignee });
    expect(view).toMatchObject({ assignee: { id: assignee, name }, turn: { who: { person: { id: assignee, name } } } });
    expect(await office.queries.view(office.person(CASEWORKER), id)).toMatchObject({ assignee: { id: assignee, name } });
  });

  test('not to who has it already: nothing would change', async () => {
    const { id } = await office.accepted();
    const assign: Command = { type: 'assign', assignee: office.person(CASEWORKER).id };
    await office.step(id, CASEWORKER, assign);
    expect(await refused(id, assign)).toMatchObject({ fields: ['assignee holds-it-already'] });
  });

  test('not to a stranger', async () => {
    const { id } = await office.accepted();
    for (const assignee of [office.person('caseworker.street').id, randomUUID(), 'x'])
      expect(await refused(id, { type: 'assign', assignee })).toMatchObject({ fields: ['assignee unknown-person'] });
  });

  test('not to somebody who could not take the next step', async () => {
    const { id } = await office.accepted();
    for (const role of ['auditor', 'approver', 'reviewer'])
      expect(await refused(id, { type: 'assign', assignee: office.person(`${role}.bureau`).id })).toMatchObject({
        fields: ['assignee unknown-person'],
      });
  });

  test('not to somebody who has left', async () => {
    const { id } = await office.accepted();
    const { id: assignee } = office.person(CASEWORKER);
    await office.rows('UPDATE person SET active = false WHERE id = $1', [assignee]);
    expect(await refused(id, { type: 'assign', assignee })).toMatchObject({ fields: ['assignee unknown-person'] });
    expect(await refused(id, { type: 'claim' })).toMatchObject({ fields: [' unknown-person'] });
    await office.rows('UPDATE person SET active = true WHERE id = $1', [assignee]);
  });

  test('only to somebody whose post has begun and is not over', async () => {
    const { id } = await office.accepted();
    const { id: assignee } = office.person(CASEWORKER);
    const held = (from: string, until: string | null) =>
      office.rows(`UPDATE post SET valid_from = $2, valid_to = $3 WHERE person_id = $1 AND role = 'caseworker'`, [
        assignee,
        from,
        until,
      ]);
    for (const [from, until] of [
      ['2026-03-03', null],
      ['2019-01-01', '2026-03-01'],
    ] as const) {
      await held(from, until);
      expect(await refused(id, { type: 'assign', assignee })).toMatchObject({ fields: ['assignee unknown-person'] });
    }
    await held('2026-03-02', '2026-03-02');
    await office.step(id, CASEWORKER, { type: 'assign', assignee });
    await held('2019-01-01', null);
  });
});
