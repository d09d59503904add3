import type { JobPayload, PersonRef } from '@gongkai/contracts';
import type { Statement } from '@gongkai/platform';
import { readSeeing } from '../queries/seeing.js';
import { addNotifications, notificationsJson } from './new-notifications.js';
import { newsRows, type Read, type TurnParts } from './turns.js';

type Watcher = { readonly personId: string; readonly seq: number };

/** Who watches the case of an entry since before it, and did not write it. */
const readWatchers = (caseId: string, entryId: string): Statement => ({
  name: 'watchers-of-entry',
  text: `
    SELECT case_watch.person_id AS "personId", journal.seq FROM case_watch JOIN journal ON journal.case_id = case_watch.case_id
     WHERE case_watch.case_id = $1 AND journal.id = $2 AND case_watch.person_id::text <> journal.actor_id
       AND case_watch.since <= journal.at`,
  values: [caseId, entryId],
});

/** They have not read what they were told of the case before: the line that stands there counts this step too. */
const STANDS_ALREADY = `EXISTS (
  SELECT FROM notification AS before
   WHERE before.case_id = fresh.case_id AND before.person_id = fresh.person_id
     AND before.kind = 'news' AND before.subject = 'watched' AND before.acknowledged_at IS NULL)`;

/**
 * Tells who watches a case that something was done in it: as `config/reminders.yaml` has it, one line until it is read, or every step.
 * @returns what is to be written
 */
export async function tellWatchers(
  { caseId, entryId, type }: JobPayload<'case-changed'>,
  read: Read,
  parts: TurnParts,
): Promise<readonly Statement[]> {
  // A calendar moves many cases at once: who holds them is told of all of them together.
  if (entryId === undefined || type === 'CALENDAR_CHANGED') return [];
  const watchers = await read<Watcher>(readWatchers(caseId, entryId));
  const [first] = watchers;
  if (first === undefined) return [];
  const today = parts.clock.today();
  const { watching } = parts.laws.lawOf(parts.laws.statute, today).reminders;
  const seeing = await read<PersonRef>(
    readSeeing(
      caseId,
      today,
      watchers.map(({ personId }) => personId),
    ),
  );
  const told = seeing.map(({ id }) => ({ personId: id, forPersonId: null, toldAs: 'watcher' }));
  const key = watchedKey(caseId, first.seq);
  const rows = newsRows(told, { caseId, kind: 'news', step: 'watched', key }, parts);
  const only = watching.steps === 'collected' ? `NOT ${STANDS_ALREADY}` : 'true';
  return [{ text: addNotifications(only), values: [notificationsJson(rows)] }];
}

const watchedKey = (caseId: string, seq: number): string => `watched ${caseId} ${String(seq)}`;

/** How many steps of others such a line tells of, as SQL on a row called `told`; null of every other notification. */
export const STEPS_WATCHED = `
  CASE WHEN told.kind = 'news' AND told.subject = 'watched' THEN (
    SELECT count(*)::int FROM journal
     WHERE journal.case_id = told.case_id AND journal.seq >= split_part(told.key, ' ', 3)::int
       AND journal.actor_id <> told.person_id::text
       AND (told.acknowledged_at IS NULL OR journal.at <= told.acknowledged_at)) END`;
