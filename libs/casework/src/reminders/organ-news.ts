import { randomUUID } from 'node:crypto';
import type { OrganNewsName, Role } from '@gongkai/contracts';
import { officeDay, type Clock, type CommandPool, type Statement } from '@gongkai/platform';
import { ladderFor, type ReminderLadders } from '@gongkai/statutes';
import type { LawShelf } from '../law-shelf.js';
import { Colleagues, readColleagues } from './colleagues.js';
import { loudHours } from './loud-hours.js';
import { addNotifications, notificationsJson, sendAdded, type NewNotification } from './new-notifications.js';

/** What somebody else has done that an organ has to know of at once, and that is about no case. */
export type OrganNews = {
  readonly organId: string;
  readonly news: OrganNewsName;
  /** The id of what it is about. */
  readonly about: string;
  /** Counts on with each that is told of it: nobody is told the same twice. */
  readonly time: number;
  /** Who of the organ is told, where it is not who puts right what was found: those with one of these posts, and never who has done it. */
  readonly whom?: { readonly roles: readonly Exclude<Role, 'assessor'>[]; readonly except: string };
};

type Parts = { readonly pool: CommandPool; readonly laws: LawShelf; readonly clock: Clock };

const PATH = 'SELECT path FROM organ WHERE id = $1';
const TELL = `WITH told AS (${addNotifications()}), ${sendAdded} SELECT person_id FROM told`;

/**
 * Tells those whom the first rung of what has to be put right names (整改), or whom the news names, by its ways: in the program at once, by mail after the quiet
 * hours.
 * @returns what is to be written together with what was done
 */
export async function organNews(
  { organId, news, about, time, whom }: OrganNews,
  { pool, laws, clock }: Parts,
): Promise<Statement> {
  const today = clock.today();
  const { reminders } = laws.lawOf(laws.statute, today, organId);
  const [first] = ladderFor(reminders, 'rectificationDue').rungs;
  const { notBefore } = loudHours(laws, clock);
  const { rows: found } = await pool.query<{ path: readonly string[] }>({ text: PATH, values: [organId] });
  const path = found[0]?.path ?? [organId];
  const { rows: people } = await pool.query(readColleagues(path, officeDay(notBefore)));
  const recipients = whom === undefined ? reminders.recipients : ofOrgan(whom.roles);
  const told = new Colleagues(people)
    .toldBy(whom?.roles ?? first?.tell ?? [], { ...reminders, recipients }, { path, assigneeId: null })
    .filter(({ personId }) => personId !== whom?.except);
  const rows = told.map(({ personId, forPersonId, toldAs }): NewNotification => ({
    ...{ id: randomUUID(), key: `${news} ${about} ${String(time)}`, person_id: personId, for_person_id: forPersonId },
    ...{ told_as: toldAs, case_id: null, organ_id: organId, kind: 'news', subject: `${news}:${about}`, due: null },
    ...{ provisional: false, rung: null, working_days: null, ring_on: today, attempt: 0, acknowledge: false },
    ...{ created_at: clock.now(), not_before: notBefore, repeat_at: null, delivery: 'waiting', channels: first?.by ?? [] },
  }));
  return { text: TELL, values: [notificationsJson(rows)] };
}

/** Everybody in the organ itself with each of these posts. */
const ofOrgan = (roles: readonly Exclude<Role, 'assessor'>[]): ReminderLadders['recipients'] =>
  Object.fromEntries(roles.map((role) => [role, { role, of: 'organ' } as const]));

/** What was told an organ of it presses nobody any more: it is answered, or something newer takes its place. */
export const organNewsOver = (
  { organId, about }: Pick<OrganNews, 'organId' | 'about'>,
  news: readonly OrganNewsName[],
  now: Date,
): Statement => ({
  text: `UPDATE notification SET acknowledged_at = $3 WHERE organ_id = $1 AND subject = ANY ($2::text[]) AND kind = 'news' AND acknowledged_at IS NULL`,
  values: [organId, news.map((one) => `${one}:${about}`), now],
});
