import { open, step } from './applications.js';
import type { Officer } from './officer.js';

/** The people a case needs. */
export type Staff = Readonly<Record<'clerk' | 'caseworker' | 'approver' | 'archivist', Officer>>;

type Step = readonly [role: keyof Staff, command: Readonly<Record<string, unknown>>];

const before = (itemId: string): readonly Step[] => [
  ['clerk', { type: 'register' }],
  ['caseworker', { type: 'accept' }],
  ['caseworker', { type: 'claim' }],
  ['caseworker', { type: 'recordSearch', where: '档案室', words: '拆除', result: '未找到' }],
  ['caseworker', { type: 'decideItem', itemId, code: 'not_existing' }],
  ['caseworker', { type: 'submitForApproval' }],
  ['approver', { type: 'approve' }],
  ['approver', { type: 'signReply' }],
  ['caseworker', { type: 'dispatch', mode: 'in_person', signedBy: '本人' }],
  ['archivist', { type: 'file', unproven: 'the slips lie in the paper folder', unkept: 'the letters lie there as well' }],
];

/** Leads a case from the counter to the archive, in one day. @param first steps before all others @returns its entries in the journal */
export async function mainRoad(staff: Staff, first: readonly Step[] = []): Promise<number> {
  const { id, items } = await open(staff.clerk);
  const steps = [...first, ...before(items[0]?.id ?? '')];
  for (const [role, command] of steps) await step(staff[role], id, command);
  return steps.length + 1;
}
