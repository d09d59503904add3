import { ForwardOnly } from './forward-only.js';

/** Cases with supervision orders are found by the entries that gave them, few of all there are. */
export class Orders1795837000000 extends ForwardOnly {
  readonly name = 'Orders1795837000000';
  protected readonly statements = [`CREATE INDEX journal_orders ON journal (case_id) WHERE type = 'ORDER_ISSUED'`];
}
