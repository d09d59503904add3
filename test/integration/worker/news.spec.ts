import { deliver, Notifications, tellNews, tellWatchers, Watching } from '@gongkai/casework';
import { CaseFilters, parseInput } from '@gongkai/contracts';
import { JobRunner, Mailer } from '@gongkai/platform';
import { idleProcessors } from '../../support/idle-processors.js';
import { MailServer } from '../../support/mail-server.js';
import { atTheCounter, type Office } from '../casework/office.js';
import { ReminderOffice } from '../casework/reminder-office.js';

let office: Office;
let server: MailServer;
let mailer: Mailer;
beforeAll(async () => {
  office = (await ReminderOffice.open()).office;
  server = await MailServer.open();
  mailer = new Mailer(server.url, 'gongkai@office.example.org');
}, 60_000);
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
  await office.rows('DELETE FROM outbox');
  const note = (...names: string[]) =>
    office.step(id, 'caseworker.street', { type: 'note', text: '@…', mentions: names.map((name) => office.person(name).id) });
  await expect(note('legal.street', 'legal.bureau')).rejects.toMatchObject({
    fields: [{ path: 'mentions.1', code: 'cannot-see-case' }],
  });
  await note('legal.street', 'supervisor.district', 'caseworker.street');
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
  const letter = server.letters.map(({ text }) => text ?? '').find((text) => text.includes(id)) ?? '';
  expect(letter).toContain('同事在备注中提到了你');
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
