import { lawShelf, ReminderClock } from '@gongkai/casework';
import type { AdminLogEntry, HandedOver, LadderRung, LadderTrial, OrganLadder, OrganLadders, OpenWork } from '@gongkai/contracts';
import { startTestApi, type TestApi } from '../../support/api.js';
import { open } from '../../support/applications.js';
import { fieldsIn, problemIn, type HttpAnswer } from '../../support/officer.js';

let api: TestApi;
let clock: ReminderClock;
let caseId: string;

const moment = (text: string): void => api.clock.set(new Date(`${text}:00+08:00`));
const rung = (at: number, tell: string[], more: Partial<LadderRung> = {}): LadderRung => ({
  at,
  every: null,
  tell,
  by: ['mail', 'webhook'],
  acknowledge: true,
  ...more,
});

/** Ten days before, the supervisor too and by mail alone; then three and one before, and every day after. */
const OWN = [
  rung(-10, ['caseworker', 'supervisor'], { by: ['mail'] }),
  rung(-3, ['caseworker']),
  rung(-1, ['caseworker', 'supervisor']),
  rung(1, ['caseworker', 'supervisor', 'leader_above'], { every: 1 }),
];

const ladders = async (username = 'admin.street', organ = 'street'): Promise<HttpAnswer> =>
  (await api.officer(username)).get(`/admin/organs/${organ}/ladders`);
const named = (name: string, { body }: HttpAnswer): OrganLadder => {
  const found = (body as OrganLadders).items.find((one) => one.name === name);
  if (found === undefined) throw new Error(`No ladder ${name}`);
  return found;
};
const duty = async (): Promise<OrganLadder> => named('duty', await ladders());

async function change(body: unknown, { organ = 'street', ladder = 'duty', as = 'admin.street' } = {}): Promise<HttpAnswer> {
  const admin = await api.officer(as);
  return admin.send(`/admin/organs/${organ}/ladders/${ladder}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

/** Rings at that moment by a shelf of its own, and tells who has been told of the reply by then. */
async function told(at: string): Promise<string[]> {
  moment(at);
  await clock.ring();
  const rows = await api.services.source.query<{ line: string }[]>(
    `SELECT concat_ws(' ', ring_on, rung, person.username) AS line FROM notification JOIN person ON person.id = person_id
      WHERE case_id = $1 AND subject = 'finalDue' AND attempt = 0 ORDER BY ring_on, rung, person.username`,
    [caseId],
  );
  return rows.map(({ line }) => line);
}

beforeAll(async () => {
  api = await startTestApi();
  ({ id: caseId } = await open(await api.officer('clerk.street')));
  await (await api.officer('caseworker.street')).post(`/cases/${caseId}/commands`, { type: 'claim' });
  clock = new ReminderClock({ pool: api.services.pool, clock: api.clock, laws: lawShelf('config') });
});
afterAll(() => api.stop());

describe('the ladder of an organ', () => {
  test('is read and changed by its administrators, and by those above', async () => {
    expect(problemIn(await ladders('clerk.street')).code).toBe('role-missing');
    expect(problemIn(await ladders('admin.bureau')).code).toBe('not-found');
    expect(problemIn(await change({ rungs: OWN, reason: '试', version: 0 }, { as: 'admin.bureau' })).code).toBe('not-found');
    expect(problemIn(await change({ rungs: OWN, reason: '试', version: 0 }, { ladder: 'none' })).code).toBe('not-found');
    const { rungs, from, floor, recipients, versions } = await duty();
    expect(rungs.map(({ at, every }) => [at, every])).toEqual([
      [-5, null],
      [-3, null],
      [-1, null],
      [0, null],
      [1, 1],
    ]);
    expect({ from, versions }).toEqual({ from: null, versions: [] });
    expect(floor).toEqual({ before: ['caseworker', 'supervisor'], after: ['caseworker', 'supervisor', 'leader_above'] });
    // Who was asked to help, or ordered, is no list of a deadline that asks no unit.
    expect(recipients).not.toContain('co_handler');
    expect(named('supervision_order', await ladders()).recipients).toContain('order_giver');
  });

  test.each([
    [
      'a rung that is not after the one before',
      [rung(-3, ['caseworker']), rung(-5, ['caseworker']), rung(1, ['caseworker'])],
      'rungs.1.at not-above',
    ],
    ['a list nobody knows', [rung(-3, ['caseworker', 'minister']), rung(1, ['caseworker'])], 'rungs.0.tell.1 unknown-option'],
    [
      'a list of other deadlines',
      [rung(-3, ['caseworker', 'co_handler']), rung(1, ['caseworker'])],
      'rungs.0.tell.1 unknown-option',
    ],
    ['nobody warned before the day', [rung(0, ['caseworker']), rung(1, ['caseworker'])], 'rungs told-only-after'],
    ['others warned than those who act', [rung(-3, ['archivist']), rung(1, ['caseworker'])], 'rungs told-only-after'],
    ['nobody told once it is late', [rung(-3, ['caseworker'])], 'rungs told-only-before'],
    ['nobody told', [rung(-3, []), rung(1, ['caseworker'])], 'rungs.0.tell'],
    ['too far off', [rung(-61, ['caseworker']), rung(1, ['caseworker'])], 'rungs.0.at too-small'],
  ])('is refused with %s, and so is a test of it', async (_, rungs, field) => {
    expect(fieldsIn(await change({ rungs, reason: '试', version: 0 }))).toEqual([expect.stringContaining(field)]);
    const admin = await api.officer('admin.street');
    const tried = await admin.post('/admin/organs/street/ladders/duty/try', { rungs });
    expect(fieldsIn(tried)).toEqual([expect.stringContaining(field)]);
    expect(await api.count('reminder_ladder')).toBe(0);
  });

  test('rings open cases from then on, in every process, nothing twice and nothing lost', async () => {
    expect(await told('2026-03-03T09:00')).toEqual([]);
    const changed = await change({ rungs: OWN, reason: '早些提醒', version: 0 });
    expect(changed.status).toBe(200);
    expect(named('duty', changed)).toMatchObject({ from: 'street', versions: [{ version: 1, reason: '早些提醒' }] });
    expect(problemIn(await change({ rungs: OWN, reason: '再试', version: 0 })).code).toBe('ladder-changed');
    expect(await told('2026-03-13T09:00')).toEqual([]);
    const first = ['2026-03-16 before_10 caseworker.street', '2026-03-16 before_10 supervisor.street'];
    expect(await told('2026-03-16T09:00')).toEqual(first);
    expect(await told('2026-03-23T09:00')).toEqual(first);
    // Back to the shipped ones: their last ring has come meanwhile, and is told late.
    moment('2026-03-24T09:00');
    expect((await change({ rungs: null, reason: '恢复', version: 1 })).status).toBe(200);
    const second = [...first, '2026-03-23 five_before caseworker.street'];
    expect(await told('2026-03-24T09:01')).toEqual(second);
    // What lies before that is not told again, under whatever name.
    expect((await change({ rungs: [rung(-6, ['caseworker']), ...OWN.slice(1)], reason: '改', version: 2 })).status).toBe(200);
    expect(await told('2026-03-24T09:02')).toEqual(second);
    expect(await told('2026-03-25T09:00')).toEqual([...second, '2026-03-25 three_before caseworker.street']);
    const { items } = (await (await api.officer('admin.district')).get('/admin/log?limit=3')).body as {
      items: readonly AdminLogEntry[];
    };
    expect(items.map(({ action, after }) => [action, (after as { reason?: string }).reason])).toEqual([
      ['ladder-changed', '改'],
      ['ladder-changed', '恢复'],
      ['ladder-changed', '早些提醒'],
    ]);
  });

  test('holds below the organ too, until an organ there has one of its own', async () => {
    const above = await change(
      { rungs: OWN, reason: '全区', version: 0 },
      { organ: 'district', as: 'admin.district', ladder: 'last_chance' },
    );
    expect(above.status).toBe(200);
    expect(named('last_chance', await ladders())).toMatchObject({ from: 'district', versions: [] });
    expect(named('last_chance', await ladders('admin.bureau', 'bureau'))).toMatchObject({ from: null });
    const own = await change({ rungs: OWN.slice(1), reason: '本街道', version: 0 }, { ladder: 'last_chance' });
    expect(named('last_chance', own)).toMatchObject({ from: 'street', inherited: OWN });
    const back = await change({ rungs: null, reason: '随区', version: 1 }, { ladder: 'last_chance' });
    expect(named('last_chance', back)).toMatchObject({ from: 'district', rungs: OWN });
  });

  test('is tried on last month: day by day, to whom, about what, by which way, and what differs', async () => {
    moment('2026-04-01T09:00');
    const admin = await api.officer('admin.street');
    const answer = await admin.post('/admin/organs/street/ladders/duty/try', { rungs: OWN });
    const trial = answer.body as LadderTrial;
    expect(trial).toMatchObject({ from: '2026-03-01', to: '2026-03-31', cases: 1, more: false, leftOut: 0 });
    // In force: six before to the caseworker, then three and one before and the day after. Tried: ten before to two instead.
    expect(trial.days).toEqual([
      { on: '2026-03-16', now: 0, tried: 2 },
      { on: '2026-03-20', now: 1, tried: 0 },
      { on: '2026-03-25', now: 1, tried: 1 },
      { on: '2026-03-27', now: 2, tried: 2 },
      { on: '2026-03-31', now: 3, tried: 3 },
    ]);
    expect([trial.now.program, trial.tried.program]).toEqual([7, 8]);
    expect(trial.differs).toEqual({ same: 6, added: 2, dropped: 1, otherwise: 0 });
    expect(
      trial.items.slice(0, 3).map(({ on, differs, person, deadline, due }) => [on, differs, person.name, deadline, due]),
    ).toEqual([
      ['2026-03-16', 'added', expect.any(String), 'finalDue', '2026-03-30'],
      ['2026-03-16', 'added', expect.any(String), 'finalDue', '2026-03-30'],
      ['2026-03-20', 'dropped', '周知行', 'finalDue', '2026-03-30'],
    ]);
    const backwards = { rungs: OWN, from: '2026-03-05', to: '2026-03-04' };
    expect(fieldsIn(await admin.post('/admin/organs/street/ladders/duty/try', backwards))).toEqual(['to ends-before-start']);
  });
});

describe('all open work of a person', () => {
  test('goes to another of the organ in one step, by who supervises or by themselves, and each case keeps it', async () => {
    moment('2026-04-01T10:00');
    const [holder, other, supervisor] = await Promise.all(
      ['caseworker.street', 'archivist.street', 'supervisor.street'].map((name) => api.officer(name)),
    );
    if (holder === undefined || other === undefined || supervisor === undefined) throw new Error('Nobody there');
    const ids = await api.services.source.query<{ username: string; id: string }[]>(
      "SELECT username, id FROM person WHERE username LIKE '%.street' OR username = 'caseworker.bureau'",
    );
    const idOf = (username: string): string => ids.find((one) => one.username === username)?.id ?? '';
    const [from, to] = [idOf('caseworker.street'), idOf('archivist.street')];
    const wished = { to, reason: '调离岗位' };
    const clerk = await api.officer('clerk.street');
    for (let n = 0; n < 2; n += 1) {
      const { id } = await open(clerk, { receipt: { channel: 'in_person', submittedOn: '2026-04-01' } });
      await holder.post(`/cases/${id}/commands`, { type: 'claim' });
    }
    const work = (await supervisor.get(`/people/${from}/open-work`)).body as OpenWork;
    expect(work).toMatchObject({ person: { name: '周知行' }, organ: 'street', stays: [] });
    expect(work.cases).toHaveLength(3);
    // Not by a colleague, not out of sight, not to who is no caseworker of the organ, and not to themselves.
    expect(problemIn(await other.post(`/people/${from}/hand-over`, wished)).code).toBe('role-missing');
    expect(problemIn(await (await api.officer('supervisor.bureau')).get(`/people/${from}/open-work`)).code).toBe('not-found');
    for (const wrong of [to, from, idOf('caseworker.bureau'), 'nobody'])
      expect(fieldsIn(await supervisor.post(`/people/${from}/hand-over`, { ...wished, to: wrong }))).toEqual([
        'to unknown-person',
      ]);
    expect(fieldsIn(await supervisor.post(`/people/${from}/hand-over`, { to, reason: ' ' }))).toEqual([
      expect.stringContaining('reason'),
    ]);
    await api.services.source.query(
      `INSERT INTO post (id, person_id, organ_id, role, valid_from) SELECT gen_random_uuid(), id, organ_id, 'caseworker', '2019-01-01'
         FROM person WHERE id = $1`,
      [to],
    );
    const handed = (await supervisor.post(`/people/${from}/hand-over`, wished)).body as HandedOver;
    expect(handed).toMatchObject({ from: { name: '周知行' }, to: { id: to }, handed: work.cases, refused: [], stays: [] });
    const entries = await api.services.source.query<{ type: string; note: string; actor_id: string }[]>(
      `SELECT DISTINCT ON (case_id) type, fact ->> 'note' AS note, actor_id FROM journal
        WHERE case_id = ANY ($1::uuid[]) ORDER BY case_id, seq DESC`,
      [work.cases.map(({ id }) => id)],
    );
    expect(entries.map(({ type, note }) => `${type} ${note}`)).toEqual(work.cases.map(() => 'ASSIGNED 调离岗位'));
    expect((await supervisor.get(`/people/${from}/open-work`)).body).toMatchObject({ cases: [] });
    const { body } = await (await api.officer('admin.street')).get('/admin/log?limit=1');
    const [logged] = (body as { items: readonly AdminLogEntry[] }).items;
    expect(logged).toMatchObject({ action: 'work-handed-over', subject: { id: from }, after: { reason: '调离岗位', cases: 3 } });
    // Back again, by whoever holds them.
    const caseworker = await api.officer('archivist.street');
    const back = await caseworker.post(`/people/${to}/hand-over`, { to: from, reason: '返岗' });
    expect((back.body as HandedOver).handed).toHaveLength(3);
  });
});
