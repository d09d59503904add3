import { localDate } from '@gongkai/calendar';
import { deliver, tellConfirmation, tellNews, tellTurn, Undelivered } from '@gongkai/casework';
import type { Command } from '@gongkai/contracts';
import { JobRunner, Mailer } from '@gongkai/platform';
import { idleProcessors } from '../../support/idle-processors.js';
import { MailServer } from '../../support/mail-server.js';
import { atTheCounter, type Office } from '../casework/office.js';
import { ReminderOffice } from '../casework/reminder-office.js';

let room: ReminderOffice;
let office: Office;
let server: MailServer;
let mailer: Mailer;
let errors: string[] = [];

beforeAll(async () => {
  room = await ReminderOffice.open();
  office = room.office;
  server = await MailServer.open();
  mailer = new Mailer(server.url, 'gongkai@office.example.org');
});
afterEach(async () => {
  await room.silence();
  await office.rows('DELETE FROM outbox');
  server.refusal = null;
  server.letters.splice(0);
  errors = [];
});
afterAll(async () => {
  mailer.close();
  await server.close();
  await office.close();
});

type Working = { readonly sender?: Mailer | null; readonly times?: number };

/** Does every job of that name that is open, as a worker would; how often each was sent does not matter. */
async function work(job: string, { sender = mailer, times = 1 }: Working = {}): Promise<void> {
  const parts = { laws: office.laws, clock: office.clock, mailer: sender, publicUrl: 'https://office.example.org' };
  const runner = new JobRunner({
    pool: office.pool,
    processors: {
      ...idleProcessors,
      'case-changed': (change, { read }) => tellNews(change, read, parts),
      'turn-changed': (turn, { read }) => tellTurn(turn, read, parts),
      'confirmation-changed': (waiting, { read }) => tellConfirmation(waiting, read, parts),
      'deliver-notification': ({ notificationId }, run) => deliver(notificationId, run, parts),
    },
    onError: (error) => errors.push(String(error)),
  });
  const rows = await office.rows<{ id: string }>('SELECT id FROM outbox WHERE job = $1 AND done_at IS NULL', [job]);
  for (let time = 0; time < times; time += 1) await Promise.all(rows.map(({ id }) => runner.run({ id, deaths: 0 })));
}
const remindersOf = async (caseId: string) => (await office.queries.reminders(office.person('caseworker.street'), caseId)).items;

function letterTo(address: string): MailServer['letters'][number] {
  const letter = server.letters.find(({ to }) => JSON.stringify(to).includes(address));
  if (letter === undefined) throw new Error(`Nothing came to ${address}`);
  return letter;
}

describe('a reminder by mail', () => {
  it('is handed to the mail server once, and the case keeps its answer as proof', async () => {
    const id = await room.assigned();
    await room.at('2026-03-27T09:00');
    await work('deliver-notification', { times: 2 });
    expect(server.letters).toHaveLength(2);
    const letter = letterTo('caseworker.street@example.org');
    const text = letter.text ?? '';
    expect(letter.subject).toMatch(/^【红灯】柳荫依申请〔2026〕\d+号 答复期限还剩1个工作日（3月30日 周一）$/);
    expect(text).toContain('答复期限：2026年3月30日（周一），还剩1个工作日');
    expect(text).toContain('现在轮到：承办人 周知行');
    expect(text).toContain(`https://office.example.org/case/${id}`);
    expect(text).toContain('须在办件系统中点“知悉”，否则再次提醒。');
    // Nothing of the applicant leaves the house.
    expect(JSON.stringify(letter)).not.toMatch(/沈致远|13800000000/);
    const [first] = await remindersOf(id);
    expect(first).toMatchObject({ delivery: 'sent', mailTo: 'caseworker.street@example.org', messageId: letter.messageId });
    expect(first?.proof).toMatch(/^250 .*taken as \d/);
    expect(first?.sentAt).toBe('2026-03-27T01:00:00.000Z');
  });

  it('waits in its row for the end of the quiet hours', async () => {
    await room.assigned();
    await room.at('2026-03-23T00:00');
    const rows = await office.rows<{ hours: number }>(
      `SELECT round(extract(epoch FROM next_at - now()) / 3600)::int AS hours FROM outbox WHERE job = 'deliver-notification'`,
    );
    expect(rows).toEqual([{ hours: 8 }]);
  });

  it('rung at night goes to who holds the case in the morning, and not to who held it before', async () => {
    await office.rows(
      `INSERT INTO post (id, person_id, organ_id, role, valid_from) VALUES (gen_random_uuid(), $1, $2, 'caseworker', '2019-01-01')`,
      [office.person('legal.street').id, office.person('legal.street').organId],
    );
    const id = await room.assigned();
    await room.at('2026-03-23T02:00');
    await office.step(id, 'supervisor.street', { type: 'assign', assignee: office.person('legal.street').id });
    await room.at('2026-03-23T02:01');
    await room.at('2026-03-23T02:02');
    await room.at('2026-03-23T09:00');
    await work('deliver-notification');
    expect(server.letters.map(({ to }) => JSON.stringify(to))).toEqual([expect.stringContaining('legal.street@example.org')]);
    expect((await remindersOf(id)).map(({ toldAs, delivery, proof }) => [toldAs, delivery, proof])).toEqual(
      expect.arrayContaining([
        ['caseworker', 'shown', 'the case was passed on before it was sent'],
        ['caseworker', 'sent', expect.stringMatching(/^250/)],
      ]),
    );
    await office.rows(`DELETE FROM post WHERE person_id = $1 AND role = 'caseworker'`, [office.person('legal.street').id]);
  });

  it('is tried again while the server is away, and keeps its Message-ID', async () => {
    const id = await room.assigned();
    await room.at('2026-03-23T09:00');
    server.refusal = { code: 451, words: 'come again' };
    await work('deliver-notification');
    expect(errors).toEqual([expect.stringContaining('It will be tried again')]);
    expect(await remindersOf(id)).toMatchObject([{ delivery: 'waiting', proof: null }]);
    server.refusal = null;
    await work('deliver-notification');
    const [first] = await remindersOf(id);
    expect(first?.messageId).toBe(`<${first?.id ?? ''}@office.example.org>`);
    expect(server.letters.map(({ messageId }) => messageId)).toEqual([first?.messageId]);
  });

  it('that the server will not take is noted with its words, and not tried again', async () => {
    const id = await room.assigned();
    await room.at('2026-03-23T09:00');
    server.refusal = { code: 550, words: 'no such user' };
    await work('deliver-notification', { times: 3 });
    expect(await remindersOf(id)).toMatchObject([
      { delivery: 'failed', proof: expect.stringContaining('no such user') as string },
    ]);
    expect(errors).toEqual([]);
  });

  it('that was given up is shown to whoever administers the place, and sent again to the address that was mended', async () => {
    await office.rows('UPDATE notification SET acknowledged_at = created_at');
    await room.assigned();
    await room.at('2026-03-23T09:00');
    server.refusal = { code: 550, words: 'no such user' };
    await work('deliver-notification');
    const [letters, admin] = [new Undelivered({ pool: office.pool, clock: office.clock }), office.person('admin.street')];
    const { items, total } = await letters.list(admin);
    expect(total).toBe(1);
    expect(items).toEqual([expect.objectContaining({ organ: 'street', deadline: 'finalDue', due: '2026-03-30' })]);
    expect(items[0]?.proof).toContain('no such user');
    await expect(letters.list(office.person('clerk.street'))).rejects.toMatchObject({ code: 'role-missing' });
    expect((await letters.list(office.person('admin.bureau'))).items).toEqual([]);
    await expect(letters.sendAgain(office.person('admin.bureau'), items[0]?.id)).rejects.toMatchObject({ code: 'not-found' });
    server.refusal = null;
    await office.rows(`UPDATE person SET email = 'mended@example.org' WHERE username = 'caseworker.street'`);
    expect(await letters.sendAgain(admin)).toEqual({ letters: 1 });
    await work('deliver-notification');
    await office.rows(`UPDATE person SET email = 'caseworker.street@example.org' WHERE username = 'caseworker.street'`);
    expect(server.letters.map(({ to }) => JSON.stringify(to))).toEqual([expect.stringContaining('mended@')]);
    expect(await letters.list(admin)).toEqual({ items: [], total: 0 });
    await expect(letters.sendAgain(admin, items[0]?.id)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('that waited until its deadline was met, or until a later one told the same, goes out no more, and its row says so', async () => {
    const [met, late] = [await room.assigned(), await room.assigned()];
    await room.at('2026-03-23T00:00');
    await office.step(met, 'caseworker.street', { type: 'withdraw', how: '书面' });
    await room.at('2026-03-27T09:00');
    await work('deliver-notification');
    expect(await remindersOf(met)).toMatchObject([{ delivery: 'shown', proof: 'settled before it was sent', mailTo: null }]);
    const rows = (await remindersOf(late)).map(({ ring, delivery, proof }) => [ring.on, delivery, proof?.slice(0, 4)]);
    expect(new Set(rows.map(String))).toEqual(new Set(['2026-03-23,shown,a la', '2026-03-27,sent,250 ']));
    expect(server.letters.every(({ subject }) => subject?.includes('还剩1个工作日'))).toBe(true);
  });

  it('without a server or an address is told in the program alone, and the case says so', async () => {
    const [noServer, noAddress] = [await room.assigned(), await room.assigned()];
    await room.at('2026-03-23T09:00');
    await office.rows(
      `UPDATE outbox SET done_at = now() WHERE payload ->> 'notificationId' IN (SELECT id::text FROM notification WHERE case_id = $1)`,
      [noAddress],
    );
    await office.rows(`UPDATE person SET reminder_mails = 'each'`);
    await work('deliver-notification', { sender: null });
    await office.rows(`UPDATE outbox SET done_at = CASE WHEN done_at IS NULL THEN now() END`);
    await office.rows(`UPDATE person SET email = NULL WHERE username = 'caseworker.street'`);
    await work('deliver-notification');
    await office.rows(`UPDATE person SET reminder_mails = 'digest', email = username || '@example.org'`);
    expect(await remindersOf(noServer)).toMatchObject([{ delivery: 'shown', proof: 'no mail server', messageId: null }]);
    expect(await remindersOf(noAddress)).toMatchObject([{ delivery: 'shown', proof: 'no mail address' }]);
    expect(server.letters).toEqual([]);
  });

  it('of several cases is one letter, the most urgent first; the case of each keeps the proof', async () => {
    const ids = [await room.assigned('2026-03-03'), await room.assigned()];
    await room.at('2026-03-30T09:00');
    await work('deliver-notification', { times: 2 });
    const [letter, ...more] = server.letters.filter(({ to }) => JSON.stringify(to).includes('caseworker.street@'));
    expect(more).toEqual([]);
    expect(letter?.subject).toMatch(/^【红灯】.*答复期限今天期满（3月30日 周一）等2项提醒$/);
    expect(letter?.text?.match(/case\/\S+/g)).toEqual([`case/${ids[1]}`, `case/${ids[0]}`]);
    for (const id of ids) expect((await remindersOf(id))[0]).toMatchObject({ delivery: 'sent', messageId: letter?.messageId });
  });

  it('an overdue reply, a stand-in and a repetition have their words', async () => {
    await room.assigned();
    await room.away('caseworker.street', '2026-03-31', '2026-03-31', 'clerk.street');
    await room.at('2026-03-31T08:00');
    await work('deliver-notification');
    await room.at('2026-03-31T10:00');
    await work('deliver-notification');
    const texts = server.letters.filter(({ to }) => JSON.stringify(to).includes('clerk.street@'));
    expect(texts.map(({ subject }) => subject?.slice(0, 4))).toEqual(['【逾期】', '【逾期】']);
    expect(texts[0]?.text).toContain('已逾期1个工作日');
    expect(texts[0]?.text).toContain('本提醒原送周知行');
    expect(texts.some(({ text }) => text?.includes('此前已提醒1次，未确认知悉。'))).toBe(true);
  });
});

describe('a turn', () => {
  const turns = (caseId: string): Promise<unknown[]> =>
    office.rows(
      `SELECT username AS who, subject AS step, acknowledged_at IS NOT NULL AS settled FROM notification
         JOIN person ON person.id = person_id WHERE case_id = $1 AND kind = 'turn' ORDER BY notification.created_at, username`,
      [caseId],
    );

  it('is told to whoever holds the case now, not to who has passed it on; the one before no longer matters', async () => {
    office.on('2026-03-02');
    const { id } = await office.log(atTheCounter('2026-03-02'), 'clerk.street');
    await work('turn-changed');
    expect(await turns(id)).toEqual([{ who: 'caseworker.street', step: 'accept', settled: false }]);
    await office.step(id, 'caseworker.street', { type: 'claim' });
    await office.step(id, 'caseworker.street', { type: 'accept' });
    await work('turn-changed', { times: 2 });
    expect(await turns(id)).toEqual([{ who: 'caseworker.street', step: 'accept', settled: true }]);
  });

  it('of a case that its applicant withdraws goes to the archive, and its holder is told; who writes the withdrawal down knows', async () => {
    office.on('2026-03-02');
    const held = async (): Promise<string> => {
      const { id } = await office.log(atTheCounter('2026-03-02'), 'clerk.street');
      await office.step(id, 'caseworker.street', { type: 'claim' });
      return id;
    };
    const [own, theirs] = [await held(), await held()];
    await office.rows('DELETE FROM outbox');
    await office.step(own, 'caseworker.street', { type: 'withdraw', how: '来信' });
    const applicant = { ...office.person('caseworker.street'), id: 'applicant' };
    await office.step(theirs, 'caseworker.street', { type: 'withdraw', how: '申请人在网上撤回' }, { actor: applicant });
    await work('case-changed', { times: 2 });
    await work('turn-changed');
    const news = await office.rows(
      `SELECT case_id AS id, username AS who, subject, acknowledged_at FROM notification JOIN person ON person.id = person_id
        WHERE kind = 'news'`,
    );
    expect(news).toEqual([{ id: theirs, who: 'caseworker.street', subject: 'withdrawn', acknowledged_at: null }]);
  });

  it('of a case that is handed back goes to the pool; who assigned it is told, or the supervisor where it was claimed', async () => {
    office.on('2026-03-02');
    const handedBack = async (by: string, command: Command): Promise<string> => {
      const { id } = await office.log(atTheCounter('2026-03-02'), 'clerk.street');
      await office.step(id, by, command);
      await office.rows('DELETE FROM outbox');
      await office.step(id, 'caseworker.street', { type: 'handBack', reason: '不属本科职责' });
      await work('case-changed');
      return id;
    };
    const told = (id: string) =>
      office.rows(
        `SELECT username AS who, subject FROM notification JOIN person ON person.id = person_id WHERE case_id = $1 AND kind = 'news'`,
        [id],
      );
    const assignee = office.person('caseworker.street').id;
    const assigned = await handedBack('supervisor.district', { type: 'assign', assignee });
    expect(await told(assigned)).toEqual([{ who: 'supervisor.district', subject: 'handed-back' }]);
    const claimed = await handedBack('caseworker.street', { type: 'claim' });
    expect(await told(claimed)).toEqual([{ who: 'supervisor.street', subject: 'handed-back' }]);
  });

  it('an entry that waits for a second person is told to the approvers until one has confirmed it', async () => {
    office.on('2026-03-03');
    const ems = { channel: 'ems', signedOn: localDate('2026-03-02') } as const;
    const { id } = await office.log(atTheCounter('2026-03-02', { receipt: ems }), 'clerk.street');
    office.on('2026-03-05');
    const { items } = await office.queries.journal(office.person('clerk.street'), id, { limit: 10 });
    const { toConfirm } = await office.step(id, 'caseworker.street', {
      type: 'correctFact',
      entryId: items[0]?.id ?? '',
      fields: { receipt: { ...ems, signedOn: '2026-03-03' } },
      reason: '回执上是3日',
    });
    await work('confirmation-changed', { times: 2 });
    const [told, ...more] = await turns(id);
    expect([told, more]).toEqual([{ who: 'approver.street', step: 'confirmFact', settled: false }, []]);
    await office.step(id, 'approver.street', { type: 'confirmFact', entryId: toConfirm[0]?.entryId ?? '' });
    await work('confirmation-changed');
    expect(await turns(id)).toEqual([{ who: 'approver.street', step: 'confirmFact', settled: true }]);
  });
});
