import { localDate } from '@gongkai/calendar';
import { CoHandling, ReminderClock, type RoundOfReminders } from '@gongkai/casework';
import { SystemClock } from '@gongkai/platform';
import type { Office } from './office.js';
import { ReminderOffice } from './reminder-office.js';

let room: ReminderOffice;
let office: Office;

beforeAll(async () => {
  room = await ReminderOffice.open();
  office = room.office;
});
afterEach(() => room.silence());
afterAll(() => office.close());

describe('quiet hours and acknowledgement', () => {
  it('rung at midnight it goes out at eight; the day of the reminder stays', async () => {
    const id = await room.assigned();
    await room.at('2026-03-23T00:00');
    expect(await room.toldOfReply(id)).toEqual([
      expect.objectContaining({ ring_on: '2026-03-23', not_before: new Date('2026-03-23T08:00:00+08:00') }),
    ]);
  });

  it('who is told is who is there when the quiet hours end', async () => {
    const id = await room.assigned();
    await room.away('caseworker.street', '2026-03-23', '2026-03-23', 'clerk.street');
    await room.at('2026-03-23T21:00');
    expect(await room.toldOfReply(id)).toMatchObject([
      { who: 'caseworker.street', not_before: new Date('2026-03-24T08:00:00+08:00') },
    ]);
  });

  it('where the day is fixed nobody waits for a morning that never comes', async () => {
    const id = await room.assigned();
    const nine = new Date('2026-03-23T21:00:00+08:00');
    class Evening extends SystemClock {
      override now(): Date {
        return nine;
      }
    }
    const { pool, laws } = office;
    await new ReminderClock({ pool, laws, clock: new Evening(localDate('2026-03-23')) }).ring();
    expect(await room.toldOfReply(id)).toMatchObject([{ not_before: nine }]);
  });

  const attempts = async (id: string, toldAs = 'caseworker'): Promise<[string, number][]> =>
    (
      await office.rows<{ who: string; attempt: number }>(
        `SELECT username AS who, attempt FROM notification JOIN person ON person.id = person_id
          WHERE case_id = $1 AND subject = 'finalDue' AND told_as = $2 ORDER BY attempt, username`,
        [id, toldAs],
      )
    ).map(({ who, attempt }) => [who, attempt]);

  it.each([
    ['five_before', '2026-03-23'],
    ['three_before', '2026-03-25'],
    ['day_before', '2026-03-27'],
  ])('%s, not acknowledged, comes again every two hours, twice, and then once to the substitute', async (_rung, day) => {
    const id = await room.assigned();
    for (const hour of ['00:00', '09:59', '10:00', '11:59', '12:00', '13:59', '14:00', '16:00', '18:00'])
      await room.at(`${day}T${hour}`);
    expect(await attempts(id)).toEqual([
      ['caseworker.street', 0],
      ['caseworker.street', 1],
      ['caseworker.street', 2],
      ['supervisor.street', 3],
    ]);
  });

  it('who is rung for a unit whose person is away, without a substitute of their own, answers in their stead; nobody else does', async () => {
    const id = await room.assigned('2026-03-02', 'caseworker.district');
    const { id: person, name } = office.person('archivist.street');
    const ask = { type: 'askUnit', unit: '街道办', person, task: '查台账', workingDays: 3 } as const;
    const { unitRequests } = await office.step(id, 'caseworker.district', ask);
    await room.away('archivist.street', '2026-03-03', '2026-03-06');
    const helping = new CoHandling(office);
    const rung = office.person('caseworker.street');
    expect(await helping.asked(rung)).toEqual([]);
    await room.ringFrom('2026-03-03', 2);
    const told = async () => (await room.told(id)).filter(({ subject }) => subject.startsWith('unitDue'));
    expect(await told()).toMatchObject([{ who: 'caseworker.street', instead_of: 'archivist.street' }]);
    const requestId = unitRequests[0]?.id ?? '';
    expect(await helping.asked(rung)).toMatchObject([{ id: requestId, inSteadOf: { id: person, name } }]);
    expect(await helping.asked(office.person('clerk.street'))).toEqual([]);
    // Who stands in for the holder of the case is rung with it once it is late: that is not theirs to answer.
    await room.away('caseworker.district', '2026-03-06', '2026-03-06', 'clerk.district');
    await room.ringFrom('2026-03-06', 1);
    expect((await told()).map(({ who }) => who)).toContain('clerk.district');
    expect(await helping.asked(office.person('clerk.district'))).toEqual([]);
    expect(await helping.answer(rung, requestId, { answer: '查过，没有', language: 'zh-CN' })).toEqual([]);
    const { unitRequests: answered } = await office.queries.view(office.person('caseworker.district'), id);
    expect(answered).toMatchObject([{ answer: '查过，没有' }]);
  });

  it('of who has gone away since it comes again to the substitute, at once', async () => {
    const id = await room.assigned();
    await room.at('2026-03-27T08:00');
    await room.away('caseworker.street', '2026-03-27', '2026-03-28', 'clerk.street');
    await room.at('2026-03-27T10:00');
    await room.at('2026-03-27T12:00');
    expect(await attempts(id)).toEqual([
      ['caseworker.street', 0],
      ['clerk.street', 1],
    ]);
  });

  it('acknowledged by one of those told by the same list it does not come again; the others answer for themselves', async () => {
    const id = await room.assigned();
    await room.at('2026-03-27T08:00');
    await office.rows(
      `UPDATE notification SET acknowledged_at = now(), acknowledged_by = person_id WHERE case_id = $1 AND told_as = 'caseworker'`,
      [id],
    );
    await room.at('2026-03-27T10:00');
    expect(await attempts(id)).toEqual([['caseworker.street', 0]]);
    expect(await attempts(id, 'supervisor')).toEqual([
      ['supervisor.street', 0],
      ['supervisor.street', 1],
    ]);
  });

  it('of a case that is passed on it comes again to who holds it now, whatever the one before has confirmed', async () => {
    await office.rows(
      `INSERT INTO post (id, person_id, organ_id, role, valid_from) VALUES (gen_random_uuid(), $1, $2, 'caseworker', '2019-01-01')`,
      [office.person('legal.street').id, office.person('legal.street').organId],
    );
    const [open, confirmed] = [await room.assigned(), await room.assigned()];
    await room.at('2026-03-27T08:00');
    await office.rows(
      `UPDATE notification SET acknowledged_at = now(), acknowledged_by = person_id WHERE case_id = $1 AND told_as = 'caseworker'`,
      [confirmed],
    );
    for (const id of [open, confirmed])
      await office.step(id, 'supervisor.street', { type: 'assign', assignee: office.person('legal.street').id });
    for (const hour of ['08:01', '08:02', '10:01']) await room.at(`2026-03-27T${hour}`);
    for (const id of [open, confirmed])
      expect(await attempts(id)).toEqual([
        ['caseworker.street', 0],
        ['legal.street', 0],
        ['legal.street', 1],
      ]);
    expect(await attempts(open, 'supervisor')).toEqual([
      ['supervisor.street', 0],
      ['supervisor.street', 1],
    ]);
    await office.rows(`DELETE FROM post WHERE person_id = $1 AND role = 'caseworker'`, [office.person('legal.street').id]);
  });

  it('of a case that is passed on presses who held it no more, stays in the record, and stands again for who gets it back', async () => {
    const [holder, other] = [office.person('caseworker.street'), office.person('legal.street')];
    await office.rows(
      `INSERT INTO post (id, person_id, organ_id, role, valid_from) VALUES (gen_random_uuid(), $1, $2, 'caseworker', '2019-01-01')`,
      [other.id, other.organId],
    );
    const id = await room.assigned();
    await room.at('2026-03-27T08:00');
    const told = async (): Promise<[string, boolean][]> =>
      (
        await office.rows<{ who: string; settled: boolean }>(
          `SELECT username AS who, acknowledged_at IS NOT NULL AND acknowledged_by IS NULL AS settled
             FROM notification JOIN person ON person.id = person_id
            WHERE case_id = $1 AND subject = 'finalDue' AND told_as = 'caseworker' ORDER BY username`,
          [id],
        )
      ).map(({ who, settled }) => [who, settled]);
    expect(await told()).toEqual([['caseworker.street', false]]);
    await office.step(id, 'supervisor.street', { type: 'assign', assignee: other.id });
    expect(await told()).toEqual([['caseworker.street', true]]);
    await room.at('2026-03-27T08:01');
    expect(await told()).toEqual([
      ['caseworker.street', true],
      ['legal.street', false],
    ]);
    await office.step(id, 'supervisor.street', { type: 'assign', assignee: holder.id });
    expect(await told()).toEqual([
      ['caseworker.street', false],
      ['legal.street', true],
    ]);
    // It presses anew, long before the next rung.
    await room.at('2026-03-27T09:59');
    expect(await attempts(id)).not.toContainEqual(['caseworker.street', 1]);
    await room.at('2026-03-27T10:02');
    expect(await attempts(id)).toContainEqual(['caseworker.street', 1]);
    await office.rows(`DELETE FROM post WHERE person_id = $1 AND role = 'caseworker'`, [other.id]);
  });

  it('a deadline that was met in between does not come again', async () => {
    const id = await room.assigned();
    await room.at('2026-03-27T08:00');
    await office.step(id, 'caseworker.street', { type: 'withdraw', how: '书面' });
    await room.at('2026-03-27T10:00');
    expect(await attempts(id)).toEqual([['caseworker.street', 0]]);
  });

  it('nothing comes again in quiet hours, and a later ring takes the place of the one before', async () => {
    const id = await room.assigned();
    await room.at('2026-03-27T19:00');
    await room.at('2026-03-28T12:00');
    await room.at('2026-03-30T00:00');
    await room.at('2026-03-30T09:00');
    expect(await attempts(id)).toEqual([
      ['caseworker.street', 0],
      ['caseworker.street', 0],
    ]);
  });
});

describe('many at the same midnight', () => {
  const copies = async (id: string, count: number): Promise<void> => {
    await office.rows(
      `WITH copy AS (
         INSERT INTO case_file
         SELECT (jsonb_populate_record(one, jsonb_build_object('id', gen_random_uuid(), 'number', 'copy ' || n, 'serial', 1000 + n))).*
           FROM case_file AS one, generate_series(1, $2::int) AS n WHERE one.id = $1
         RETURNING id
       )
       INSERT INTO alarm (case_id, kind, subject, rings_on, due)
       SELECT copy.id, 'reminder', 'finalDue', '2026-03-23', '2026-03-30' FROM copy`,
      [id, count],
    );
  };
  const twice = (): Promise<unknown[]> =>
    office.rows(
      `SELECT case_id, person_id FROM notification GROUP BY case_id, person_id, subject, ring_on, attempt HAVING count(*) > 1`,
    );

  it('ten thousand are taken in sets of 200, by two clocks that share them, and nobody is told twice', async () => {
    await copies(await room.assigned(), 10_000);
    await office.rows(`DELETE FROM alarm WHERE subject = 'correctionNoticeDeadline'`);
    office.clock.set(new Date('2026-03-23T00:00:00+08:00'));
    const rounds = await Promise.all([room.clock.ring(), new ReminderClock(office).ring()]);
    const sum = (count: (round: RoundOfReminders) => number): number => rounds.reduce((all, round) => all + count(round), 0);
    expect(sum(({ rung }) => rung)).toBe(10_001);
    expect(sum(({ told }) => told)).toBe(10_001);
    // A set that another clock holds in part may come out smaller.
    expect(sum(({ sets }) => sets)).toBeLessThanOrEqual(100);
    expect(rounds.every(({ rung }) => rung > 0)).toBe(true);
    expect(await twice()).toEqual([]);
    expect(await office.rows(`SELECT DISTINCT rings_on FROM alarm WHERE kind = 'reminder'`)).toEqual([
      { rings_on: '2026-03-25' },
    ]);
  });

  it('after a week in which nobody rang, three clocks tell each once, where things stand; what was told before does not come again', async () => {
    const ids = await Promise.all(Array.from({ length: 12 }, () => room.assigned()));
    office.clock.set(new Date('2026-03-27T09:00:00+08:00'));
    await room.clock.ring();
    office.clock.set(new Date('2026-04-03T09:00:00+08:00'));
    // One clock works at the rings of the first cases, and has not said so yet.
    await office.pool.flights(
      {
        organId: '',
        reads: [
          {
            text: `SELECT FROM alarm JOIN case_file ON case_file.id = case_id WHERE case_id = ANY ($1::uuid[])
                      FOR KEY SHARE OF case_file FOR UPDATE OF alarm`,
            values: [ids.slice(0, 6)],
          },
        ],
      },
      () => Promise.all([new ReminderClock(office).ring(), new ReminderClock(office).ring()]),
    );
    await Promise.all([room.clock.ring(), new ReminderClock(office).ring(), new ReminderClock(office).ring()]);
    const told = await Promise.all(ids.map((id) => room.toldOfReply(id)));
    const since = told.map((rows) => rows.filter(({ not_before }) => not_before.toISOString() > '2026-03-28'));
    for (const rows of since) {
      expect(rows.map(({ who }) => who).sort()).toEqual(['approver.district', 'caseworker.street', 'supervisor.street']);
      expect(new Set(rows.map(({ attempt }) => attempt))).toEqual(new Set([0]));
    }
  });

  it('steps that people take meanwhile neither wait for each other nor bring a ring twice', async () => {
    const ids = await Promise.all(Array.from({ length: 12 }, () => room.assigned()));
    office.on('2026-03-27');
    const other = new ReminderClock(office);
    const steps = ids.map((id) => office.step(id, 'caseworker.street', { type: 'note', note: '催办' }));
    await Promise.all([room.clock.ring(), other.ring(), ...steps]);
    await Promise.all([room.clock.ring(), other.ring()]);
    expect(await twice()).toEqual([]);
    for (const id of ids) expect(await room.heard(id, 'finalDue')).toHaveLength(2);
  });

  it('one case that cannot be read does not keep the others waiting, and is named', async () => {
    const [broken, sound] = [await room.assigned(), await room.assigned()];
    await office.rows(`UPDATE case_file SET statute = 'lost' WHERE id = $1`, [broken]);
    office.on('2026-03-23');
    const { failed } = await room.clock.ring();
    expect(new Set(failed.map(({ caseId }) => caseId))).toEqual(new Set([broken]));
    expect(await room.heard(sound, 'finalDue')).toHaveLength(1);
  });
});
