import { checkInboxRole, SORT_OF, type IncomingDesk, type Person } from '@gongkai/casework';
import type { Language, WorkOrderRow, WorkOrdersView } from '@gongkai/contracts';
import {
  cellProblems,
  columnsOf,
  readTable,
  requireColumns,
  type Clock,
  type CommandPool,
  type Statement,
} from '@gongkai/platform';
import { readWorkOrder, WORK_ORDER_HEADINGS, type ReadWorkOrder } from './read-work-order.js';

type Parts = { readonly pool: CommandPool; readonly clock: Clock; readonly incoming: Pick<IncomingDesk, 'receive'> };

/** A table that the hotline exports, and whose inbox it is for. */
export type WorkOrderTable = {
  readonly bytes: Buffer;
  readonly organId: string;
  /** Who hands it in; nobody at the command line. */
  readonly actorId?: string;
  readonly language?: Language;
};

/** Work orders of the hotline (12345), as tables: they come into the inbox, each once, whatever is wrong with others. */
export class WorkOrders {
  constructor(private readonly parts: Parts) {}

  /** By a person, for the own organ. @throws Refusal `role-missing`, or of the table */
  async byPerson(actor: Person, bytes: Buffer, { isPreview, language }: { isPreview: boolean; language: Language }) {
    checkInboxRole(actor);
    const table = { bytes, language, organId: actor.organId, actorId: actor.id };
    return isPreview ? this.look(table) : this.take(table);
  }

  /** What a table holds, and what is wrong with it by row and column. @throws Refusal of the table */
  async look({ bytes, organId, language = 'zh-CN' }: WorkOrderTable): Promise<WorkOrdersView> {
    return told(await this.#read(bytes, organId, language));
  }

  /** Takes in what is new and right. @throws Refusal of the table; then nothing is taken in */
  async take({ bytes, organId, actorId, language = 'zh-CN' }: WorkOrderTable): Promise<WorkOrdersView> {
    const rows = await this.#read(bytes, organId, language);
    const fresh = rows.filter(({ view }) => !view.known && view.problems.length === 0);
    for (const { order } of fresh) {
      const { key, kind, arrivedAt, sender, text } = order;
      if (arrivedAt === null || kind === null) continue;
      await this.parts.incoming.receive({
        ...{ organId, source: 'hotline', key, arrivedAt, sort: SORT_OF[kind], text },
        sender: sender === '' ? undefined : sender,
        subject: `${key} ${text.slice(0, SUBJECT)}`,
        actorId: actorId ?? null,
      });
    }
    return told(rows);
  }

  async #read(bytes: Buffer, organId: string, language: Language): Promise<Seen[]> {
    const table = await readTable(bytes);
    const columns = columnsOf(table, WORK_ORDER_HEADINGS);
    requireColumns(columns, ['number', 'time', 'text'], WORK_ORDER_HEADINGS);
    const now = this.parts.clock.now();
    const orders = withoutTwins(table.rows.map((row) => readWorkOrder(row, columns, now)));
    const { rows } = await this.parts.pool.query<{ key: string }>(knownOf(organId, orders));
    const known = new Set(rows.map(({ key }) => key));
    return orders.map((order) => {
      const { row, key, kind, time, sender, text } = order;
      const problems = cellProblems(order.problems, { table, columns, language });
      return { order, view: { row, key, kind, arrivedAt: time, sender, text, known: known.has(key), problems } };
    });
  }
}

type Seen = { readonly order: ReadWorkOrder; readonly view: WorkOrderRow };

/** Signs of the text that the list shows. */
const SUBJECT = 60;

/** Of two rows with one number, the second is wrong. */
function withoutTwins(orders: readonly ReadWorkOrder[]): ReadWorkOrder[] {
  const first = new Map<string, number>();
  return orders.map((order) => {
    const row = order.key === '' ? undefined : first.get(order.key);
    if (row === undefined) first.set(order.key, order.row);
    return row === undefined
      ? order
      : { ...order, problems: [...order.problems, { path: 'number', code: 'twice-in-table', facts: { row } }] };
  });
}

const knownOf = (organId: string, orders: readonly ReadWorkOrder[]): Statement => ({
  name: 'work-orders-known',
  text: `SELECT key FROM incoming WHERE organ_id = $1 AND source = 'hotline' AND key = ANY ($2)`,
  values: [organId, orders.map(({ key }) => key)],
});

function told(seen: readonly Seen[]): WorkOrdersView {
  const rows = seen.map(({ view }) => view);
  const wrong = rows.filter(({ problems }) => problems.length > 0);
  const known = rows.filter((row) => row.known && row.problems.length === 0);
  return { rows, fresh: rows.length - wrong.length - known.length, known: known.length, wrong: wrong.length };
}
