import { randomUUID } from 'node:crypto';
import { ROLES, type JobPayload, type Role } from '@gongkai/contracts';
import type { Clock, Statement } from '@gongkai/platform';
import { CHANNELS } from '@gongkai/statutes';
import type { LawShelf } from '../law-shelf.js';
import { Colleagues, readColleagues, type Told } from './colleagues.js';
import { addNotifications, notificationsJson, type NewNotification } from './new-notifications.js';

export type TurnParts = { readonly laws: LawShelf; readonly clock: Clock };
export type Read = <Row extends object>(statement: Statement) => Promise<Row[]>;

const isRole = (role: string | null): role is Exclude<Role, 'assessor'> => role !== 'assessor' && ROLES.includes(role as Role);

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
  const { caseId, organId, role, personId, title } = turn;
  const settled = settleTurns(caseId, parts.clock.now());
  if (!isRole(role) || (await read(stillWaits(turn))).length === 0) return [settled];
  const today = parts.clock.today();
  const { reminders } = parts.laws.lawOf(parts.laws.statute, today);
  const colleagues = new Colleagues(await read(readColleagues([organId], today)));
  const ladders = { ...reminders, recipients: { [role]: { role, of: 'case' as const } } };
  const told = colleagues.toldBy([role], ladders, { path: [organId], assigneeId: personId, title });
  const others = told.filter(({ personId: id }) => id !== turn.actorId);
  return [settled, tellStep(others, { caseId, step: turn.step ?? '', key: `turn ${caseId} ${turn.version}` }, parts)];
}

/** The entries of a case that wait for a second person. */
const waitingEntries = (caseId: string): Statement => ({
  name: 'waiting-entries',
  text: `SELECT entry ->> 'by' AS by FROM case_file, jsonb_array_elements(file -> 'toConfirm') AS entry WHERE id = $1`,
  values: [caseId],
});

/**
 * Tells the approvers that an entry waits for them; who wrote all that waits cannot confirm any of it. Once nothing waits, what
 * was told no longer matters.
 * @returns what is to be written
 */
export async function tellConfirmation(
  { caseId, organId, version }: JobPayload<'confirmation-changed'>,
  read: Read,
  parts: TurnParts,
): Promise<readonly Statement[]> {
  const settled = settleConfirmations(caseId, parts.clock.now());
  const entries = await read<{ by: string }>(waitingEntries(caseId));
  if (entries.length === 0) return [settled];
  const today = parts.clock.today();
  const { reminders } = parts.laws.lawOf(parts.laws.statute, today);
  const colleagues = new Colleagues(await read(readColleagues([organId], today)));
  const ladders = { ...reminders, recipients: { approver: { role: 'approver', of: 'organ' } as const } };
  const told = colleagues.toldBy(['approver'], ladders, { path: [organId], assigneeId: null });
  const able = told.filter(({ personId }) => entries.some(({ by }) => by !== personId));
  return [settled, tellStep(able, { caseId, step: 'confirmFact', key: `confirm ${caseId} ${String(version)}` }, parts)];
}

export type Telling = { readonly caseId: string; readonly kind?: 'turn' | 'news'; readonly step: string; readonly key: string };

/** People are told, in the program, of a step that waits for them, or of news. */
export const tellStep = (told: readonly Told[], telling: Telling, parts: Pick<TurnParts, 'clock'>): Statement => ({
  text: addNotifications(),
  values: [notificationsJson(newsRows(told, telling, parts))],
});

/** What is told of a step or of news, one row to a person: shown at once, mailed to nobody. */
export function newsRows(
  told: readonly Told[],
  { caseId, kind = 'turn', step, key }: Telling,
  { clock }: Pick<TurnParts, 'clock'>,
): NewNotification[] {
  const now = clock.now();
  return told.map((one): NewNotification => ({
    ...{ id: randomUUID(), key, person_id: one.personId, for_person_id: one.forPersonId },
    ...{ told_as: one.toldAs, case_id: caseId, kind, subject: step, due: null, provisional: false },
    ...{ rung: null, working_days: null, ring_on: clock.today(), attempt: 0, acknowledge: false },
    ...{ created_at: now, not_before: now, repeat_at: null, delivery: 'shown', channels: CHANNELS },
  }));
}

const settleWhere = (which: string, caseId: string, now: Date): Statement => ({
  text: `
    UPDATE notification SET acknowledged_at = $2
     WHERE case_id = $1 AND kind = 'turn' AND subject ${which} 'confirmFact' AND acknowledged_at IS NULL`,
  values: [caseId, now],
});
const settleTurns = (caseId: string, now: Date): Statement => settleWhere('<>', caseId, now);
const settleConfirmations = (caseId: string, now: Date): Statement => settleWhere('=', caseId, now);
