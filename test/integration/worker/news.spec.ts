import { deliver, Notifications, tellNews, tellWatchers, Watching } from '@gongkai/casework';
import { CaseFilters, OrderFilters, parseInput, type OrderFiltersInput } from '@gongkai/contracts';
import { JobRunner, Mailer } from '@gongkai/platform';
import { idleProcessors } from '../../support/idle-processors.js';
import { MailServer } from '../../support/mail-server.js';
import { atTheCounter, refusalOf, type Office } from '../casework/office.js';
import { ReminderOffice } from '../casework/reminder-office.js';

let room: ReminderOffice;
let office: Office;
let server: MailServer;
let mailer: Mailer;
beforeAll(async () => {
  room = await ReminderOffice.open();
  office = room.office;
  server = await MailServer.open();
  mailer = new Mailer(server.url, 'gongkai@office.example.org');
});
afterAll(async () => {
  mailer.close();
  await server.close();
  await office.close();
});

/** Does every job of that name that is open, twice, as a worker might. */
async function work(job: string): Promise<void> {
  const parts = { laws: office.laws, clock: office.clock, mailer, publicUrl: 'https://office.example.org' };
  const runner = new JobRunner({
    pool: office.pool,
    processors: {
      ...idleProcessors,
      'case-changed': async (change, { read }) => [
        ...(await tellNews(change, read, parts)),
        ...(await tellWatchers(change, read, parts)),
      ],
      'deliver-notification': ({ notificationId }, run) => deliver(notificationId, run, parts),
    },
    onError: (error) => {
      throw error;
    },
  });
  const rows = await office.rows<{ id: string }>('SELECT id FROM outbox WHERE job = $1 AND done_at IS NULL', [job]);
  for (const { id } of [...rows, ...rows]) await runner.run({ id, deaths: 0 });
}

test('whom a note names is told in the program and by mail, as far as they may see the case', async () => {
  office.on('2026-03-02');
  const { id } = await office.log(atTheCounter('2026-03-02'), 'clerk.street');
  await office.step(id, 'clerk.street', { type: 'register' });
  await office.step(id, 'caseworker.street', { type: 'claim' });
  await office.rows('DELETE FROM outbox');
  const note = (...names: string[]) =>
    office.step(id, 'caseworker.street', { type: 'note', text: '@…', mentions: names.map((name) => office.person(name).id) });
  await expect(note('legal.street', 'legal.bureau')).rejects.toMatchObject({
    fields: [{ path: 'mentions.1', code: 'cannot-see-case' }],
  });
  await note('legal.street', 'supervisor.district', 'caseworker.street');
  const { items } = await office.queries.journal(office.person('caseworker.street'), id, { limit: 50 });
  const { people } = await office.queries.view(office.person('clerk.street'), id, 'en');
  expect(people[office.person('legal.street').id]).toBe(office.person('legal.street').name);
  const seeing = await office.queries.people(office.person('caseworker.street'), id);
  expect(seeing.map(({ organ, roles }) => `${organ} ${roles.join()}`)).toContain('district supervisor');
  await work('case-changed');
  await work('deliver-notification');
  const news = await office.rows(
    `SELECT username AS who, delivery FROM notification JOIN person ON person.id = person_id
      WHERE case_id = $1 AND subject = 'mentioned' ORDER BY username`,
    [id],
  );
  expect(news).toEqual([
    { who: 'legal.street', delivery: 'sent' },
    { who: 'supervisor.district', delivery: 'sent' },
  ]);
  const told = await new Notifications(office).list(office.person('legal.street'), { limit: 50 });
  expect(told.items).toMatchObject([{ news: 'mentioned', entryId: items.find(({ type }) => type === 'NOTED')?.id }]);
  const letter = server.letters.map(({ text }) => text ?? '').find((text) => text.includes(id)) ?? '';
  expect(letter).toContain('同事在备注中提到了你');
  expect(letter).toContain(`/case/${id}#entry-${String(items.find(({ type }) => type === 'NOTED')?.id)}`);
  expect(letter).not.toContain('@…');
});

test('who watches a case is told of its steps in one line that counts them, as long as they may see it', async () => {
  office.on('2026-03-02');
  const { id } = await office.log(atTheCounter('2026-03-02'), 'clerk.street');
  await office.rows('DELETE FROM outbox');
  const [clerk, above] = [office.person('clerk.street'), office.person('supervisor.district')];
  const watching = new Watching(office);
  await watching.watch(clerk, id);
  await watching.watch(above, id);
  await expect(watching.watch(office.person('caseworker.bureau'), id)).rejects.toMatchObject({ code: 'case-not-found' });
  expect((await watching.watchers(clerk, id)).items.map(({ person }) => person.name)).toEqual(
    expect.arrayContaining([clerk.name, above.name]),
  );
  await office.step(id, 'clerk.street', { type: 'register' });
  await office.rows('UPDATE post SET valid_to = $2 WHERE person_id = $1', [above.id, '2026-03-01']);
  await office.step(id, 'caseworker.street', { type: 'claim' });
  await office.step(id, 'caseworker.street', { type: 'note', text: '已看' });
  await work('case-changed');
  const notifications = new Notifications(office);
  const newsOf = async (person: typeof clerk) =>
    (await notifications.list(person, { limit: 50 })).items.filter(({ news }) => news === 'watched');
  expect(await newsOf(clerk)).toMatchObject([{ case: { id }, steps: 2 }]);
  // Sight is asked for when they are told: whoever has lost it meanwhile hears nothing.
  const rows = await office.rows(`SELECT key FROM notification WHERE person_id = $1 AND subject = 'watched'`, [above.id]);
  expect(rows).toEqual([]);
  const mine = parseInput(CaseFilters, { watched: 'me' });
  expect((await office.queries.list(clerk, mine)).items.map((row) => row.id)).toEqual([id]);
  expect((await watching.unwatch(clerk, id)).mine).toBe(false);
  expect((await newsOf(clerk)).map(({ settled }) => settled)).toEqual([true]);
  expect((await office.queries.list(clerk, mine)).items).toEqual([]);
  await office.rows('UPDATE post SET valid_to = NULL WHERE person_id = $1', [above.id]);
});

test('an order is told before and on its day to who is to answer, then to who gave it too; closed by nobody whom it supervises', async () => {
  const id = await room.assigned();
  const order = { type: 'issueOrder', orderKind: 'explain', demand: '为何未检索', workingDays: 2 } as const;
  const { told } = await office.desk.preview(office.envelope(id, 'supervisor.district', order));
  expect(told).toEqual([{ who: 'caseworker', by: 'task', step: 'answerOrder' }]);
  await office.rows('DELETE FROM outbox');
  const { orders, people } = await office.step(id, 'supervisor.district', order);
  expect([orders[0]?.state, people[orders[0]?.demands[0]?.by ?? '']]).toEqual([
    'open',
    office.person('supervisor.district').name,
  ]);
  const listed = async (by: string, filters: OrderFiltersInput = {}) => {
    const { items, counts } = await office.queries.orders(office.person(by), parseInput(OrderFilters, filters));
    return [
      items
        .filter((one) => one.case.id === id)
        .map(({ state }) => state)
        .join(),
      counts,
    ] as const;
  };
  expect((await listed('caseworker.street', { to: 'me' }))[0]).toBe('open');
  expect((await listed('caseworker.bureau'))[0]).toBe('');
  await room.ringFrom('2026-03-03', 3);
  expect(await room.heard(id, 'orderDue')).toEqual([
    ['2026-03-03', 'orderDue', 'day_before', 'caseworker.street'],
    ['2026-03-04', 'orderDue', 'on_the_day', 'caseworker.street'],
    ['2026-03-05', 'orderDue', 'overdue', 'caseworker.street'],
    ['2026-03-05', 'orderDue', 'overdue', 'supervisor.district'],
  ]);
  office.on('2026-03-05');
  expect(await listed('supervisor.district', { state: 'overdue' })).toMatchObject(['overdue', { open: 0, overdue: 1 }]);
  const orderId = orders[0]?.id ?? '';
  await office.step(id, 'caseworker.street', { type: 'answerOrder', orderId, answer: '档案在移交，3月6日检索' });
  await room.ringFrom('2026-03-06', 1);
  expect(await room.heard(id, 'orderDue')).toHaveLength(4);
  await work('case-changed');
  expect(await toldOf(id)).toEqual(['order-answered supervisor.district', 'order-issued caseworker.street']);
  const close = { type: 'closeOrder', orderId } as const;
  expect(await refusalOf(office.handle(id, 'supervisor.street', close))).toMatchObject({
    fields: ['orderId order-from-above'],
  });
  expect(await listed('auditor.district')).toMatchObject(['answered', { answered: 1, closed: 0 }]);
  await office.step(id, 'supervisor.district', close);
  expect(await listed('supervisor.district', { state: 'closed' })).toMatchObject(['closed', { answered: 0, closed: 1 }]);
});

/** Who was told of what was done in a case. */
async function toldOf(caseId: string): Promise<readonly string[]> {
  const told = await office.rows<{ subject: string; who: string }>(
    `SELECT subject, username AS who FROM notification JOIN person ON person.id = person_id
      WHERE case_id = $1 AND kind = 'news' ORDER BY subject, username`,
    [caseId],
  );
  return told.map(({ subject, who }) => `${subject} ${who}`);
}

test('news of a case reaches whoever stands in for its holder on that day too, and says for whom', async () => {
  office.on('2026-03-02');
  const { id } = await office.log(atTheCounter('2026-03-02'), 'clerk.street');
  await office.step(id, 'caseworker.street', { type: 'accept' });
  await office.step(id, 'caseworker.street', { type: 'claim' });
  const [away, instead] = [office.person('caseworker.street'), office.person('reviewer.street')];
  await office.source.query(`INSERT INTO absence VALUES (gen_random_uuid(), $1, '2026-03-03', '2026-03-04', $2)`, [
    away.id,
    instead.id,
  ]);
  for (const day of ['2026-03-02', '2026-03-03']) {
    office.on(day);
    await office.rows('DELETE FROM outbox');
    await office.step(id, 'supervisor.district', { type: 'issueOrder', orderKind: 'explain', demand: day, workingDays: 2 });
    await work('case-changed');
  }
  const told = await office.rows(
    `SELECT username AS who, ring_on, for_person_id AS instead_of FROM notification JOIN person ON person.id = person_id
      WHERE case_id = $1 AND subject = 'order-issued' ORDER BY ring_on, username`,
    [id],
  );
  expect(told).toEqual([
    { who: 'caseworker.street', ring_on: '2026-03-02', instead_of: null },
    { who: 'caseworker.street', ring_on: '2026-03-03', instead_of: null },
    { who: 'reviewer.street', ring_on: '2026-03-03', instead_of: away.id },
  ]);
  await office.rows('DELETE FROM absence');
});
