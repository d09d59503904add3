import type { FieldProblem } from '@gongkai/contracts';
import type { Statement } from '@gongkai/platform';
import type { Person } from '../person.js';
import { asUuid } from '../visibility.js';

/** The organ of the supervisor who gave an order, from the top of the tree down; no row where there is no such order. */
export const readGiver = (caseId: string, orderId: string): Statement => ({
  name: 'order-giver',
  text: `
    SELECT organ.path FROM journal
      JOIN person ON person.id::text = journal.actor_id JOIN organ ON organ.id = person.organ_id
     WHERE journal.case_id = $1 AND journal.type = 'ORDER_ISSUED' AND journal.fact ->> 'orderId' = $2`,
  values: [asUuid(caseId), orderId],
});

/** Whoever is supervised lifts no order from above: it belongs to the organ that gave it, and to those over it. */
export function giverProblems(rows: readonly unknown[], actor: Person | 'clock'): readonly FieldProblem[] {
  const [giver] = rows as readonly { readonly path: readonly string[] }[];
  const belongs = giver === undefined || actor === 'clock' || giver.path.includes(actor.organId);
  return belongs ? [] : [{ path: 'orderId', code: 'order-from-above' }];
}
