import { deliver, lawShelf, type DeliveryRun } from '@gongkai/casework';
import type { NotificationList } from '@gongkai/contracts';
import type { Mail } from '@gongkai/platform';
import type { TestApi } from './api.js';
import type { Officer } from './officer.js';

/** What somebody was told of an assessment or of what has to be put right, and has not read yet, by name; with the id of what it is about. */
export async function organNewsOf(officer: Officer): Promise<string[]> {
  const { items } = (await officer.get('/notifications?unread=true')).body as NotificationList;
  return items
    .filter(({ about }) => about !== undefined)
    .map(({ news, about = '', organ }) => `${organ?.code ?? ''} ${news ?? ''} ${about}`)
    .sort();
}

/** What goes to the mailbox of somebody of what waits for them, each letter as its subject and where it leads to. */
async function mailsTo(api: TestApi, username: string): Promise<string[]> {
  const { pool, source } = api.services;
  await source.query('UPDATE person SET email = $2 WHERE username = $1', [username, `${username}@example.org`]);
  const waiting: { id: string }[] = await source.query(
    `SELECT notification.id FROM notification JOIN person ON person.id = person_id
      WHERE username = $1 AND delivery = 'waiting' AND kind = 'news' AND case_id IS NULL ORDER BY created_at, subject`,
    [username],
  );
  const mails: Mail[] = [];
  const mailer = { send: (mail: Mail) => Promise.resolve(`250 ${String(mails.push(mail))}`) };
  const run: DeliveryRun = { attempt: 1, read: async (statement) => (await pool.query<never>(statement)).rows };
  for (const { id } of waiting)
    await deliver(id, run, { laws: lawShelf('config'), clock: api.clock, publicUrl: 'http://console', mailer });
  return mails.map(({ subject, text }) => `${subject} ${/http\S+/.exec(text)?.[0] ?? ''}`);
}

/** The subdistrict is told by mail that its assessment is settled, and what it has to put right. */
export const expectStreetMailed = async (api: TestApi, assessment: string): Promise<void> =>
  expect(await mailsTo(api, 'supervisor.street')).toEqual([
    `清河区柳荫街道办事处 考核结果已定稿 http://console/assessments/${assessment}/street`,
    `清河区柳荫街道办事处 收到整改要求，请看整改清单 http://console/rectifications?organ=street`,
  ]);
