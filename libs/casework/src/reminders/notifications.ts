import { Refusal, type Acknowledged, type NotificationList, type NotificationQuery } from '@gongkai/contracts';
import type { Clock, CommandPool } from '@gongkai/platform';
import type { Person } from '../person.js';
import { asUuid } from '../visibility.js';
import { NOTIFICATIONS, notificationView, type NotificationRow } from './notification-views.js';

/** Where a page ended: the moment, and the notification. */
type Place = readonly [at: string, id: string];

/** What each person was told; nobody sees what was told to others. What waits for the end of the quiet hours is not there yet. */
export class Notifications {
  constructor(private readonly parts: { readonly pool: CommandPool; readonly clock: Clock }) {}

  /** One page, newest first, and how many are not acknowledged. @throws Refusal where the cursor is none */
  async list({ id }: Person, { unread, limit, cursor }: NotificationQuery): Promise<NotificationList> {
    const { pool, clock } = this.parts;
    const after = cursor === undefined ? [null, null] : placeOf(cursor);
    const values = [id, clock.now(), unread === 'true', ...after, limit + 1];
    const [page, counted] = await Promise.all([
      pool.query<NotificationRow>({ name: 'notifications', text: PAGE, values }),
      pool.query<{ unread: number }>({ name: 'unread', text: UNREAD, values: [id, clock.now()] }),
    ]);
    return {
      items: page.rows.slice(0, limit).map(notificationView),
      nextCursor: page.rows.length > limit ? cursorOf(page.rows[limit - 1]) : null,
      unread: counted.rows[0]?.unread ?? 0,
    };
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

  /** Confirms that everything was read that is there now. */
  async acknowledgeAll(person: Person): Promise<Acknowledged> {
    const { pool, clock } = this.parts;
    const { rowCount } = await pool.query({
      text: `
        UPDATE notification SET acknowledged_at = $2, acknowledged_by = $1, repeat_at = NULL
         WHERE person_id = $1 AND acknowledged_at IS NULL AND not_before <= $2`,
      values: [person.id, clock.now()],
    });
    return { acknowledged: rowCount ?? 0 };
  }
}

const PAGE = `${NOTIFICATIONS}
  WHERE told.person_id = $1 AND told.not_before <= $2 AND (NOT $3::boolean OR told.acknowledged_at IS NULL)
    AND ($4::timestamptz IS NULL OR (told.not_before, told.id) < ($4::timestamptz, $5::uuid))
  ORDER BY told.not_before DESC, told.id DESC LIMIT $6`;
const UNREAD = `
  SELECT count(*)::int AS unread FROM notification
   WHERE person_id = $1 AND acknowledged_at IS NULL AND not_before <= $2`;

const cursorOf = (last: NotificationRow | undefined): string =>
  Buffer.from(JSON.stringify([last?.not_before.toISOString(), last?.id])).toString('base64url');

function placeOf(cursor: string): Place {
  try {
    const [at, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[];
    if (typeof at === 'string' && !Number.isNaN(Date.parse(at)) && typeof id === 'string' && asUuid(id) === id) return [at, id];
  } catch {
    // Not of our making: told below.
  }
  throw new Refusal('invalid-request', [{ path: 'cursor', code: 'invalid-value', facts: { expected: 'nextCursor' } }]);
}
