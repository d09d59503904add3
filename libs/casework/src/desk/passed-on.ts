import type { CaseFile } from '@gongkai/lifecycle';
import type { ReminderLadders } from '@gongkai/statutes';

/** What is told to whoever holds a case, and who holds it now. */
export type PassedOnRow = {
  readonly person_id: string;
  /** Name of the list of recipients. */
  readonly told_as: string;
  /** What it is about; null: whatever it is. */
  readonly subject: string | null;
};

type Held = Pick<CaseFile, 'assignee' | 'orders'>;

/**
 * Which reminders go with a case to its new holder: those of its deadlines, and those of supervision orders that name nobody.
 * @returns nothing where it stays with who held it, or goes to nobody
 */
export function passedOn(before: Held, after: Held, { recipients }: ReminderLadders): PassedOnRow[] {
  const { assignee } = after;
  if (assignee === null || assignee === before.assignee) return [];
  const openOrders = after.orders.filter(({ person }) => person === null).map(({ id }) => `orderDue:${id}`);
  const subjects = { case: [null], asked: openOrders } as const;
  return Object.entries(recipients).flatMap(([toldAs, { of }]) =>
    of === 'case' || of === 'asked' ? subjects[of].map((subject) => ({ person_id: assignee, told_as: toldAs, subject })) : [],
  );
}
