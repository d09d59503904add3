import {
  checkInboxRole,
  placeAmong,
  SORT_OF,
  type Arriving,
  type IncomingDesk,
  type Person,
  type Placed,
} from '@gongkai/casework';
import type { Language, WorkOrderRow, WorkOrdersView } from '@gongkai/contracts';
import { cellProblems, columnsOf, readTable, requireColumns, type Clock } from '@gongkai/platform';
import { readWorkOrder, WORK_ORDER_HEADINGS, type ReadWorkOrder } from './read-work-order.js';

type Parts = { readonly clock: Clock; readonly incoming: Pick<IncomingDesk, 'receive' | 'versions'> };

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

  /** Takes in what is new or says something else than before, and right. @throws Refusal of the table; then nothing is taken in */
  async take({ bytes, organId, actorId, language = 'zh-CN' }: WorkOrderTable): Promise<WorkOrdersView> {
    const rows = await this.#read(bytes, organId, language);
    const fresh = rows.filter(({ view }) => !view.known && view.problems.length === 0);
    for (const row of fresh) await this.#put(row, { organId, actorId: actorId ?? null });
    return told(rows);
  }

  async #put({ order, placed }: Seen, of: Pick<Arriving, 'organId' | 'actorId'>): Promise<void> {
    const { key: number, kind, arrivedAt, sender, text } = order;
    if (arrivedAt === null || kind === null) return;
    await this.parts.incoming.receive({
      ...{ ...of, source: 'hotline', key: placed.key, arrivedAt, sort: SORT_OF[kind], text },
      sender: sender === '' ? undefined : sender,
      subject: `${number} ${text.slice(0, SUBJECT)}`,
      follows: placed.follows?.id ?? null,
    });
  }

  async #read(bytes: Buffer, organId: string, language: Language): Promise<Seen[]> {
    const table = await readTable(bytes);
    const columns = columnsOf(table, WORK_ORDER_HEADINGS);
    requireColumns(columns, ['number', 'time', 'text'], WORK_ORDER_HEADINGS);
    const now = this.parts.clock.now();
    const orders = withoutTwins(table.rows.map((row) => readWorkOrder(row, columns, now)));
    const versions = await this.parts.incoming.versions(
      organId,
      orders.map(({ key }) => key),
    );
    return orders.map((order) => {
      const before = versions.get(order.key) ?? [];
      const placed = placeAmong(before, order.key, { text: order.text, fileIds: [] });
      const known = before.length > 0 && placed.follows === null;
      const { row, key, kind, time, sender, text } = order;
      const problems = cellProblems(order.problems, { table, columns, language });
      const told = { row, key, kind, arrivedAt: time, sender, text };
      return { order, placed, view: { ...told, known, before: placed.follows?.text ?? null, problems } };
    });
  }
}

type Seen = { readonly order: ReadWorkOrder; readonly placed: Placed; readonly view: WorkOrderRow };

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

function told(seen: readonly Seen[]): WorkOrdersView {
  const rows = seen.map(({ view }) => view);
  const right = rows.filter(({ problems }) => problems.length === 0);
  const known = right.filter((row) => row.known).length;
  const added = right.filter(({ before }) => before !== null).length;
  return { rows, fresh: right.length - known - added, known, added, wrong: rows.length - right.length };
}
