import { localDate } from '@gongkai/calendar';
import { atTheCounter, type Office } from './office.js';
import { ReminderOffice } from './reminder-office.js';

describe('reminders', () => {
  let room: ReminderOffice;
  let office: Office;

  beforeAll(async () => {
    room = await ReminderOffice.open();
    office = room.office;
  });
  afterEach(() => room.silence());
  afterAll(() => office.close());

  it('a reply that is due: 5, 3 and 1 working days before, on the day, and every working day after (REG 33)', async () => {
    const id = await room.assigned();
    await room.ringFrom('2026-03-16', 17);
    expect(await room.heard(id, 'finalDue')).toEqual([
      ['2026-03-23', 'finalDue', 'five_before', 'caseworker.street'],
      ['2026-03-25', 'finalDue', 'three_before', 'caseworker.street'],
      ['2026-03-27', 'finalDue', 'day_before', 'caseworker.street'],
      ['2026-03-27', 'finalDue', 'day_before', 'supervisor.street'],
      ['2026-03-30', 'finalDue', 'on_the_day', 'caseworker.street'],
      ['2026-03-30', 'finalDue', 'on_the_day', 'supervisor.street'],
      ['2026-03-31', 'finalDue', 'overdue', 'approver.district'],
      ['2026-03-31', 'finalDue', 'overdue', 'caseworker.street'],
      ['2026-03-31', 'finalDue', 'overdue', 'supervisor.street'],
      ['2026-04-01', 'finalDue', 'overdue', 'approver.district'],
      ['2026-04-01', 'finalDue', 'overdue', 'caseworker.street'],
      ['2026-04-01', 'finalDue', 'overdue', 'supervisor.street'],
    ]);
  });

  it('a worker that slept for a week tells where things stand, the oldest first, and nothing twice', async () => {
    const [later, earlier] = [await room.assigned('2026-03-04'), await room.assigned('2026-03-02')];
    office.on('2026-04-01');
    expect(await room.clock.ring()).toMatchObject({ sets: 1, rung: 4, told: 5, unheard: [], failed: [] });
    expect(await room.heard(earlier, 'finalDue')).toEqual([
      ['2026-04-01', 'finalDue', 'overdue', 'approver.district'],
      ['2026-04-01', 'finalDue', 'overdue', 'caseworker.street'],
      ['2026-04-01', 'finalDue', 'overdue', 'supervisor.street'],
    ]);
    expect(await room.heard(later, 'finalDue')).toEqual([
      ['2026-04-01', 'finalDue', 'on_the_day', 'caseworker.street'],
      ['2026-04-01', 'finalDue', 'on_the_day', 'supervisor.street'],
    ]);
    expect(await room.clock.ring()).toMatchObject({ sets: 0, told: 0 });
  });

  it('a step sets the ring of today again, and nobody is told twice; a new caseworker is not told of what has rung', async () => {
    const id = await room.assigned();
    office.on('2026-03-23');
    await room.clock.ring();
    const before = await room.told(id);
    await office.step(id, 'caseworker.street', { type: 'note', note: '已查档' });
    expect(await room.clock.ring()).toMatchObject({ told: 0 });
    expect(await room.told(id)).toEqual(before);
  });

  it('a unit that was asked is chased before and on its day, and with the caseworker after it; an answer ends it', async () => {
    // In the organ, and in one below it, which does not see the case.
    for (const [holder, asked] of [
      ['caseworker.street', 'archivist.street'],
      ['caseworker.district', 'caseworker.street'],
    ] as const) {
      const id = await room.assigned('2026-03-02', holder);
      const ask = { type: 'askUnit', unit: '执法科', person: office.person(asked).id, task: '查台账', workingDays: 3 } as const;
      const { unitRequests } = await office.step(id, holder, ask);
      await room.ringFrom('2026-03-03', 5);
      office.on('2026-03-09');
      await room.clock.ring();
      const requestId = unitRequests[0]?.id ?? '';
      await office.step(id, holder, { type: 'recordUnitAnswer', requestId, answer: '没有' });
      await room.ringFrom('2026-03-10', 2);
      expect(await room.heard(id, 'unitDue')).toEqual([
        ['2026-03-04', 'unitDue', 'day_before', asked],
        ['2026-03-05', 'unitDue', 'on_the_day', asked],
        ...['2026-03-06', '2026-03-09'].flatMap((day) => [holder, asked].sort().map((who) => [day, 'unitDue', 'overdue', who])),
      ]);
      // Who holds the case reads in it who was reminded, and when.
      const { items } = await office.queries.reminders(office.person(holder), id);
      expect(items.filter(({ ring }) => ring.deadline === 'unitDue').map(({ person }) => person.id)).toContain(
        office.person(asked).id,
      );
      await room.silence();
    }
  });

  it('a reply of which no word came is looked up; one that came back is sent again, and above are told who let it lie', async () => {
    const id = await room.assigned();
    await office.sign(await office.queries.view(office.person('caseworker.street'), id));
    await office.step(id, 'caseworker.street', { type: 'dispatch', mode: 'ems', trackingNumber: 'EA123456789CN' });
    await room.ringFrom('2026-03-03', 11);
    const back = { type: 'recordReturn', reason: '收件人外出' } as const;
    const returned = await office.step(id, 'caseworker.street', back);
    expect(returned).toMatchObject({ state: 'returned', turn: { step: 'dispatch', due: '2026-03-18', daysLeft: 3 } });
    await room.ringFrom('2026-03-13', 13);
    expect(await room.heard(id, 'service')).toEqual([
      ['2026-03-11', 'serviceProofDue', 'look_up', 'caseworker.street'],
      ['2026-03-13', 'serviceAgainDue', 'came_back', 'caseworker.street'],
      ['2026-03-17', 'serviceAgainDue', 'day_before', 'caseworker.street'],
      ['2026-03-18', 'serviceAgainDue', 'try_again', 'caseworker.street'],
      ...['2026-03-19', '2026-03-20', '2026-03-23', '2026-03-24'].flatMap((day) => [
        [day, 'serviceAgainDue', 'not_tried_again', 'caseworker.street'],
        [day, 'serviceAgainDue', 'not_tried_again', 'supervisor.street'],
      ]),
      ['2026-03-25', 'serviceAgainDue', 'long_not_tried', 'approver.district'],
      ['2026-03-25', 'serviceAgainDue', 'long_not_tried', 'caseworker.street'],
      ['2026-03-25', 'serviceAgainDue', 'long_not_tried', 'supervisor.street'],
    ]);
  });

  it('a reply that was sent, and a case that waits for the applicant, ring no more', async () => {
    const sent = await room.assigned();
    await office.step(sent, 'caseworker.street', { type: 'withdraw', how: '书面' });
    const waiting = await room.assigned();
    const noticed = await office.step(waiting, 'caseworker.street', {
      type: 'sendCorrectionNotice',
      missing: '哪一年',
      period: 15,
    });
    await office.step(waiting, 'clerk.street', { type: 'recordService', noticeId: noticed.notices[0]?.id ?? '', how: 'EMS' });
    await room.ringFrom('2026-03-16', 17);
    expect(await room.heard(sent)).toEqual([]);
    expect(await room.heard(waiting)).toEqual([
      ['2026-03-20', 'correctionDueFromApplicant', 'day_before', 'caseworker.street'],
      ['2026-03-24', 'correctionDueFromApplicant', 'period_over', 'caseworker.street'],
      ['2026-03-26', 'correctionDueFromApplicant', 'to_be_closed', 'caseworker.street'],
      ['2026-03-27', 'correctionDueFromApplicant', 'to_be_closed', 'caseworker.street'],
      ['2026-03-30', 'correctionDueFromApplicant', 'to_be_closed', 'caseworker.street'],
      ['2026-03-31', 'correctionDueFromApplicant', 'still_not_closed', 'caseworker.street'],
      ['2026-03-31', 'correctionDueFromApplicant', 'still_not_closed', 'supervisor.street'],
      ['2026-04-01', 'correctionDueFromApplicant', 'still_not_closed', 'caseworker.street'],
      ['2026-04-01', 'correctionDueFromApplicant', 'still_not_closed', 'supervisor.street'],
    ]);
  });

  it('an answer that did not come: before its day, and once it has lapsed, whether or not the lapse is journalled (REG 32)', async () => {
    const id = await room.assigned();
    const asked = await office.step(id, 'caseworker.street', { type: 'askThirdParty', party: '洁源公司' });
    const consultationId = asked.consultations[0]?.id ?? '';
    await office.step(id, 'clerk.street', { type: 'recordService', consultationId, how: 'EMS' });
    await room.ringFrom('2026-03-17', 6);
    office.on('2026-03-24');
    await office.desk.handle({
      id: consultationId,
      caseId: id,
      actor: 'clock',
      command: { type: 'lapseConsultation', consultationId },
    });
    await room.clock.ring();
    expect((await room.heard(id, 'answerDue')).map(([on, , rung, who]) => [on, rung, who])).toEqual([
      ['2026-03-16', 'five_before', 'caseworker.street'],
      ['2026-03-18', 'three_before', 'caseworker.street'],
      ['2026-03-20', 'day_before', 'caseworker.street'],
      ['2026-03-20', 'day_before', 'supervisor.street'],
      ['2026-03-24', 'lapsed', 'caseworker.street'],
      ['2026-03-24', 'lapsed', 'supervisor.street'],
    ]);
  });

  it('an arrival that nobody has confirmed: at once, and every working day (REG 31)', async () => {
    office.on('2026-03-05');
    const body = atTheCounter('2026-03-05', { receipt: { channel: 'ordinary_mail', arrivedOn: localDate('2026-03-05') } });
    const { id } = await office.log(body, 'clerk.street');
    await room.ringFrom('2026-03-05', 6);
    expect((await room.heard(id)).map(([on, , rung, who]) => [on, rung, who])).toEqual([
      ['2026-03-05', 'arrived', 'caseworker.street'],
      ['2026-03-05', 'arrived', 'clerk.street'],
      ['2026-03-06', 'unconfirmed', 'caseworker.street'],
      ['2026-03-06', 'unconfirmed', 'clerk.street'],
      ['2026-03-09', 'unconfirmed', 'caseworker.street'],
      ['2026-03-09', 'unconfirmed', 'clerk.street'],
      ['2026-03-10', 'long_unconfirmed', 'caseworker.street'],
      ['2026-03-10', 'long_unconfirmed', 'clerk.street'],
      ['2026-03-10', 'long_unconfirmed', 'supervisor.street'],
    ]);
  });

  it('an arrival on whose day somebody has tried to reach the applicant: from the next working day on', async () => {
    const letter = atTheCounter('2026-03-05', { receipt: { channel: 'ordinary_mail', arrivedOn: localDate('2026-03-05') } });
    office.on('2026-03-05');
    const tried = { type: 'logContactAttempt', how: '电话', result: '无人接听' } as const;
    const [{ id: before }, { id: after }] = [await office.log(letter, 'clerk.street'), await office.log(letter, 'clerk.street')];
    await office.step(before, 'clerk.street', tried);
    await room.ringFrom('2026-03-05', 1);
    office.on('2026-03-05');
    await office.step(after, 'clerk.street', tried);
    await room.at('2026-03-05T11:30');
    await room.ringFrom('2026-03-06', 1);
    const heard = async (id: string) => (await room.heard(id)).map(([on, , rung]) => `${on} ${rung}`);
    expect(await heard(before)).toEqual(Array(2).fill('2026-03-06 unconfirmed'));
    expect(new Set(await heard(after))).toEqual(new Set(['2026-03-05 arrived', '2026-03-06 unconfirmed']));
    expect((await room.told(after)).filter(({ attempt }) => attempt > 0)).toEqual([]);
  });

  it('a date that rests on an unpublished calendar rings by its estimate, and says so', async () => {
    const id = await room.assigned('2026-12-10');
    office.on('2026-12-31');
    await room.clock.ring();
    const [row] = await office.rows<{ provisional: boolean; due: string }>(
      `SELECT provisional, due FROM alarm WHERE case_id = $1 AND subject = 'finalDue'`,
      [id],
    );
    expect(row?.provisional).toBe(true);
    expect(row?.due).toMatch(/^2027-01-/);
    await room.ringFrom(row?.due ?? '', 1);
    expect((await room.heard(id, 'finalDue')).at(-1)?.slice(2)).toEqual(['on_the_day', 'supervisor.street']);
  });

  describe('who is told', () => {
    it('a case without a caseworker: everybody who could take it', async () => {
      office.on('2026-03-02');
      const { id } = await office.log(atTheCounter('2026-03-02'), 'clerk.street');
      await office.rows(
        `INSERT INTO post (id, person_id, organ_id, role, valid_from) VALUES (gen_random_uuid(), $1, $2, 'caseworker', '2019-01-01')`,
        [office.person('legal.street').id, office.person('legal.street').organId],
      );
      office.on('2026-03-23');
      await room.clock.ring();
      expect((await room.heard(id, 'finalDue')).map(([, , , who]) => who)).toEqual(['caseworker.street', 'legal.street']);
      await office.rows(`DELETE FROM post WHERE person_id = $1 AND role = 'caseworker'`, [office.person('legal.street').id]);
    });

    it('at the top of the tree the head of the organ itself, from overdue on', async () => {
      const id = await room.assigned('2026-03-02', 'caseworker.bureau');
      office.on('2026-03-31');
      await room.clock.ring();
      expect((await room.heard(id, 'finalDue')).map(([, , , who]) => who)).toEqual([
        'approver.bureau',
        'caseworker.bureau',
        'supervisor.bureau',
      ]);
    });

    it('absent people have a substitute: the one they named, else somebody with their role, else the supervisor', async () => {
      const named = await room.assigned();
      await room.away('caseworker.street', '2026-03-20', '2026-03-24', 'clerk.street');
      await room.ringFrom('2026-03-23', 1);
      await office.rows('DELETE FROM absence');
      await room.away('caseworker.street', '2026-03-25', '2026-03-25');
      await room.ringFrom('2026-03-25', 1);
      const rows = await room.toldOfReply(named);
      expect(rows.map(({ who, instead_of, ring_on }) => [ring_on, who, instead_of])).toEqual([
        ['2026-03-23', 'clerk.street', 'caseworker.street'],
        ['2026-03-25', 'supervisor.street', 'caseworker.street'],
      ]);
    });

    it('where nobody is there to stand in, the absent person is told after all', async () => {
      const id = await room.assigned();
      await room.away('caseworker.street', '2026-03-20', '2026-03-24', 'clerk.street');
      await room.away('clerk.street', '2026-03-20', '2026-03-24');
      await room.away('supervisor.street', '2026-03-20', '2026-03-24');
      await room.ringFrom('2026-03-23', 1);
      expect(await room.toldOfReply(id)).toMatchObject([{ who: 'caseworker.street', instead_of: null }]);
    });

    it('in an organ that has nobody the ring is named, and does not come back each minute', async () => {
      const id = await room.assigned();
      await office.rows(`UPDATE person SET active = false WHERE username = 'caseworker.street'`);
      office.on('2026-03-23');
      expect(await room.clock.ring()).toMatchObject({ told: 0, unheard: [{ caseId: id, subject: 'finalDue' }], failed: [] });
      expect(await room.clock.ring()).toMatchObject({ sets: 0 });
      await office.rows(`UPDATE person SET active = true WHERE username = 'caseworker.street'`);
    });

    it('where the organ has no supervisor, the next one above it that has', async () => {
      const id = await room.assigned();
      const vacant = `UPDATE post SET valid_to = $2 WHERE role = 'supervisor' AND person_id = $1`;
      const { id: supervisor } = office.person('supervisor.street');
      await office.rows(vacant, [supervisor, '2026-03-01']);
      await room.ringFrom('2026-03-27', 1);
      await office.rows(vacant, [supervisor, null]);
      expect(await room.heard(id, 'finalDue')).toEqual([
        ['2026-03-27', 'finalDue', 'day_before', 'caseworker.street'],
        ['2026-03-27', 'finalDue', 'day_before', 'supervisor.district'],
      ]);
    });
  });
});
