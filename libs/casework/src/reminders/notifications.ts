import { z } from 'zod';
import {
  Day,
  Refusal,
  type Acknowledged,
  type NotificationList,
  type NotificationQuery,
  type ReminderMails,
} from '@gongkai/contracts';
import { EVERYTHING, withSight, type Clock, type CommandPool } from '@gongkai/platform';
import type { LawShelf } from '../law-shelf.js';
import type { Person } from '../person.js';
import { cursorText, PlaceId, readCursor } from '../queries/cursor.js';
import { asUuid } from '../visibility.js';
import { NOTIFICATIONS, notificationView, type NotificationRow } from './notification-views.js';
import { choicesWithin, limitOf } from './put-off-limit.js';
import { isBack, STANDS } from './unread.js';

/** Where a page ended: acknowledged or not, when it is due, how new it is, and the notification. */
type Place = readonly [rank: number, due: string, age: number, id: string];

/** What each person was told; nobody sees what was told to others. What waits for the end of the quiet hours is not there yet. */
export class Notifications {
  constructor(private readonly parts: { readonly pool: CommandPool; readonly clock: Clock; readonly laws: LawShelf }) {}

  /** One page, the most urgent first, and how many are not acknowledged. @throws Refusal where the cursor is none */
  async list({ id }: Person, { unread, limit, cursor }: NotificationQuery): Promise<NotificationList> {
    const { pool, clock, laws } = this.parts;
    const after = cursor === undefined ? [null, null, null, null] : readCursor(cursor, Cursor);
    const today = clock.today();
    const calendarOf = ({ under_organ }: PlacedRow) => laws.lawOf(laws.statute, today, under_organ ?? undefined).calendar;
    const values = [id, clock.now(), unread === 'true', ...after, limit + 1, today];
    const [page, counted] = await Promise.all([
      // What somebody was told names its case, also that of an organ out of their sight: they were asked to help with it.
      withSight(EVERYTHING, () => pool.query<PlacedRow>({ name: 'notifications', text: PAGE, values })),
      pool.query<{ unread: number }>({ name: 'unread', text: UNREAD, values: [id, clock.now()] }),
    ]);
    return {
      items: page.rows.slice(0, limit).map((row) =>
        notificationView(row, {
          today,
          daysTo: (due) => calendarOf(row).count(today, due),
          mayPutOff: () => this.#mayPutOff(row),
        }),
      ),
      nextCursor: page.rows.length > limit ? cursorOf(page.rows[limit - 1]) : null,
      unread: counted.rows[0]?.unread ?? 0,
    };
  }

  /** Of an unread reminder: whether any moment is left to which it can be put off. */
  #mayPutOff({ rank, kind, subject, due, case_statute, under_organ }: PlacedRow): boolean {
    if (rank !== 0 || kind !== 'reminder') return false;
    const { clock, laws } = this.parts;
    const law = laws.lawOf(case_statute ?? laws.statute, clock.today(), under_organ ?? undefined);
    return choicesWithin(limitOf({ subject, due, stands: true }, law, clock.today()), clock.now()).length > 0;
  }

  /** Confirms that one was read; a second time changes nothing. @throws Refusal `not-found` where the person has no such one */
  async acknowledge(person: Person, id: string): Promise<void> {
    const { pool, clock } = this.parts;
    const { rowCount } = await pool.query({
      text: `
        UPDATE notification SET acknowledged_at = coalesce(acknowledged_at, $3), acknowledged_by = coalesce(acknowledged_by, $2),
               repeat_at = NULL
         WHERE id = $1 AND person_id = $2 AND not_before <= $3`,
      values: [asUuid(id), person.id, clock.now()],
    });
    if (rowCount === 0) throw new Refusal('not-found');
  }

  /** Confirms that everything was read that is there now; what was put off is not. */
  async acknowledgeAll(person: Person): Promise<Acknowledged> {
    const { pool, clock } = this.parts;
    const { rowCount } = await pool.query({
      text: `
        UPDATE notification SET acknowledged_at = $2, acknowledged_by = $1, repeat_at = NULL
         WHERE person_id = $1 AND acknowledged_at IS NULL AND not_before <= $2 AND ${isBack('$2')}`,
      values: [person.id, clock.now()],
    });
    return { acknowledged: rowCount ?? 0 };
  }

  /** How the person has reminders mailed. */
  async mails({ id }: Person): Promise<ReminderMails> {
    const { rows } = await this.parts.pool.query<ReminderMails>({
      text: 'SELECT reminder_mails AS mails FROM person WHERE id = $1',
      values: [id],
    });
    return rows[0] ?? { mails: 'digest' };
  }

  /** The person has them mailed otherwise from now on; what is shown in the program stays one by one. */
  async setMails(person: Person, { mails }: ReminderMails): Promise<ReminderMails> {
    await this.parts.pool.query({ text: 'UPDATE person SET reminder_mails = $2 WHERE id = $1', values: [person.id, mails] });
    return this.mails(person);
  }
}

/** It is to be read now. */
const IS_UNREAD = `${STANDS} AND ${isBack('$2')}`;

/** An answer that has lapsed is owed by nobody: it presses no more than what has no day. */
const PRESSES = `${IS_UNREAD} AND NOT (told.subject LIKE 'answerDue:%' AND told.due < $9::date)`;

/** What is read comes after what is not, and tells of no day any more. */
const PLACE = `
  CASE WHEN ${IS_UNREAD} THEN 0 ELSE 1 END AS rank,
  CASE WHEN ${PRESSES} THEN coalesce(told.due, '9999-12-31') ELSE '9999-12-31' END AS day,
  -extract(epoch FROM told.not_before)::float8 AS age`;

type PlacedRow = NotificationRow & { readonly rank: number; readonly day: string; readonly age: number };

const PAGE = `
  SELECT * FROM (${NOTIFICATIONS.replace('SELECT', `SELECT ${PLACE},`)} WHERE told.person_id = $1 AND told.not_before <= $2) AS placed
   WHERE (NOT $3::boolean OR rank = 0)
     AND ($4::int IS NULL OR (rank, day, age, id) > ($4::int, $5::date, $6::float8, $7::uuid))
   ORDER BY rank, day, age, id LIMIT $8`;
const UNREAD = `
  SELECT count(*)::int AS unread FROM notification AS told WHERE told.person_id = $1 AND told.not_before <= $2 AND ${IS_UNREAD}`;

const cursorOf = (last: PlacedRow | undefined): string => cursorText([last?.rank, last?.day, last?.age, last?.id]);

const Cursor: z.ZodType<Place> = z.tuple([z.int(), Day, z.number(), PlaceId]);
