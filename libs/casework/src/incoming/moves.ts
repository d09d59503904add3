import { Refusal, type AttachedAs, type IncomingState } from '@gongkai/contracts';
import type { Statement } from '@gongkai/platform';
import type { Person } from '../person.js';
import type { StoredIncoming } from './rows.js';

/** How something that came in stands after an act; what is left out stays. */
type Standing = {
  readonly state: IncomingState;
  readonly claimedBy: string | null;
  readonly caseId: string | null;
  readonly attachedAs: AttachedAs | null;
  readonly reason: string | null;
};

/** What is done with it. */
export type Move = {
  readonly act: 'claim' | 'release' | 'open' | 'attach' | 'dismiss' | 'answer' | 'complaint' | 'restore';
  /** The reason, the answer, or the number of the case. */
  readonly detail: string | null;
  readonly to: Standing;
};

const WAITING: Standing = { state: 'waiting', claimedBy: null, caseId: null, attachedAs: null, reason: null };

/** Somebody works on it; nobody else has it. @throws Refusal */
export const claimed = (row: StoredIncoming, actor: Person): Move => {
  refuseUnlessFree(row, actor);
  return { act: 'claim', detail: null, to: { ...WAITING, claimedBy: actor.id } };
};

/** It is put back. Anybody may: who had it may be ill. @throws Refusal */
export const released = (row: StoredIncoming): Move => {
  if (row.state !== 'waiting') throw new Refusal('incoming-settled');
  return { act: 'release', detail: row.claimed_name, to: WAITING };
};

/** It opened a case. @throws Refusal */
export const opened = (row: StoredIncoming, actor: Person, { caseId, number }: Case): Move => {
  refuseUnlessFree(row, actor);
  return { act: 'open', detail: number, to: { ...WAITING, state: 'opened', claimedBy: actor.id, caseId } };
};

/** It was put to a case. @throws Refusal */
export const attached = (
  row: StoredIncoming,
  actor: Person,
  { caseId, number, as }: Case & { readonly as: AttachedAs },
): Move => {
  refuseUnlessFree(row, actor);
  return { act: 'attach', detail: number, to: { ...WAITING, state: 'attached', claimedBy: actor.id, caseId, attachedAs: as } };
};

/** The answer that it is was recorded in the case: nothing is left to do, for whoever had it in hand either. */
export const takenUp = (actor: Person, { caseId, number }: Case): Move => ({
  act: 'attach',
  detail: number,
  to: { ...WAITING, state: 'attached', claimedBy: actor.id, caseId, attachedAs: 'consultation_answer' },
});

/** It is no application. @throws Refusal */
export const dismissed = (row: StoredIncoming, actor: Person, reason: string): Move => {
  refuseUnlessFree(row, actor);
  return { act: 'dismiss', detail: reason, to: { ...WAITING, state: 'dismissed', claimedBy: actor.id, reason } };
};

/** It was a question, and this was answered on the spot. @throws Refusal */
export const answered = (row: StoredIncoming, actor: Person, answer: string): Move => {
  refuseUnlessFree(row, actor);
  if (row.source !== 'hotline') throw new Refusal('invalid-request', [{ path: 'type', code: 'hotline-only' }]);
  return { act: 'answer', detail: answer, to: { ...WAITING, state: 'answered', claimedBy: actor.id, reason: answer } };
};

/** It is a complaint about disclosure, put aside for who supervises it. @throws Refusal */
export const putAside = (row: StoredIncoming, actor: Person, note: string | null): Move => {
  refuseUnlessFree(row, actor);
  return { act: 'complaint', detail: note, to: { ...WAITING, state: 'complaint', claimedBy: actor.id, reason: note } };
};

/**
 * What became of it is taken back. A case that it opened has to be void first: its number stays.
 * @param caseId of the case that it was put to when it was looked at; null where it was put to none
 * @throws Refusal
 */
export const restored = (row: StoredIncoming, caseId: string | null): Move => {
  if (row.state === 'waiting') throw new Refusal('incoming-waiting');
  if ((row.state === 'attached' ? row.case_id : null) !== caseId) throw new Refusal('incoming-settled');
  if (row.state === 'opened' && !row.case_voided)
    throw new Refusal('incoming-case-stands', [], { facts: { number: row.case_number ?? '' } });
  return { act: 'restore', detail: row.case_number ?? row.reason, to: WAITING };
};

type Case = { readonly caseId: string; readonly number: string };

function refuseUnlessFree({ state, claimed_by, claimed_name }: StoredIncoming, { id }: Person): void {
  if (state !== 'waiting') throw new Refusal('incoming-settled');
  if (claimed_by !== null && claimed_by !== id) throw new Refusal('incoming-held', [], { facts: { name: claimed_name ?? '' } });
}

/** The move, with its line in the history. */
export const moveStatements = (
  { id }: Pick<StoredIncoming, 'id'>,
  actor: Person,
  { act, detail, to }: Move,
  at: Date,
): Statement[] => [
  {
    name: 'incoming-move',
    text: 'UPDATE incoming SET state = $2, claimed_by = $3, case_id = $4, attached_as = $5, reason = $6 WHERE id = $1',
    values: [id, to.state, to.claimedBy, to.caseId, to.attachedAs, to.reason],
  },
  eventStatement({ id, at, actorId: actor.id, act, detail }),
];

type Event = {
  readonly id: string;
  readonly at: Date;
  readonly actorId: string | null;
  readonly act: Move['act'] | 'received' | 'came-again';
  readonly detail: string | null;
};

export const eventStatement = ({ id, at, actorId, act, detail }: Event): Statement => ({
  name: 'incoming-event',
  text: 'INSERT INTO incoming_event (incoming_id, at, actor_id, act, detail) VALUES ($1, $2, $3, $4, $5)',
  values: [id, at, actorId, act, detail],
});
