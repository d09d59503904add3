import { randomUUID } from 'node:crypto';
import { ROLES, type JobPayload, type Role } from '@gongkai/contracts';
import type { Clock, Statement } from '@gongkai/platform';
import type { LawShelf } from '../law-shelf.js';
import { Colleagues, readColleagues } from './colleagues.js';
import { addNotifications, notificationsJson, type NewNotification } from './new-notifications.js';

export type TurnParts = { readonly laws: LawShelf; readonly clock: Clock };
type Read = <Row extends object>(statement: Statement) => Promise<Row[]>;

const isRole = (role: string | null): role is Role => ROLES.includes(role as Role);

/** Whether the case still waits for the same. */
const stillWaits = ({ caseId, role }: JobPayload<'turn-changed'>): Statement => ({
  name: 'turn-still-waits',
  text: 'SELECT id FROM case_file WHERE id = $1 AND turn_role = $2 FOR KEY SHARE',
  values: [caseId, role],
});

/**
 * Tells whoever holds a case now that it is their turn: the person, or everybody with that role in the organ; not who has just
 * passed it on. What was told of earlier turns of the case no longer matters.
 * @returns what is to be written
 */
export async function tellTurn(turn: JobPayload<'turn-changed'>, read: Read, parts: TurnParts): Promise<readonly Statement[]> {
  const { caseId, organId, role, personId } = turn;
  const settled = settleTurns(caseId, parts.clock.now());
  if (!isRole(role) || (await read(stillWaits(turn))).length === 0) return [settled];
  const today = parts.clock.today();
  const { reminders } = parts.laws.lawOf(parts.laws.statute, today);
  const colleagues = new Colleagues(await read(readColleagues([organId], today)));
  const ladders = { ...reminders, recipients: { [role]: { role, of: 'case' as const } } };
  const told = colleagues.toldBy([role], ladders, { organId, parentId: null, assigneeId: personId });
  const now = parts.clock.now();
  const rows = told
    .filter(({ personId: id }) => id !== turn.actorId)
    .map((one): NewNotification => ({
      ...{ id: randomUUID(), key: `turn ${caseId} ${turn.version}`, person_id: one.personId, for_person_id: one.forPersonId },
      ...{ told_as: one.toldAs, case_id: caseId, kind: 'turn', subject: turn.step ?? '', due: null, provisional: false },
      ...{ rung: null, working_days: null, ring_on: today, attempt: 0, acknowledge: false },
      ...{ created_at: now, not_before: now, repeat_at: null, delivery: 'shown' },
    }));
  return [settled, { text: addNotifications(), values: [notificationsJson(rows)] }];
}

const settleTurns = (caseId: string, now: Date): Statement => ({
  text: `
    UPDATE notification SET acknowledged_at = $2 WHERE case_id = $1 AND kind = 'turn' AND acknowledged_at IS NULL`,
  values: [caseId, now],
});
