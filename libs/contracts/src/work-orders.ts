import { z } from 'zod';
import { WorkOrderKind } from './incoming.js';

/** What is wrong with a cell: the column as the table names it, and why. */
export const CellProblem = z.object({ column: z.string(), code: z.string(), message: z.string() }).meta({ id: 'CellProblem' });
export type CellProblem = z.infer<typeof CellProblem>;

/** A work order of the hotline (热线工单) as its row tells it. */
export const WorkOrderRow = z
  .object({
    /** Of the table, from 1; the headings stand in the first. */
    row: z.int(),
    key: z.string(),
    kind: WorkOrderKind.nullable(),
    arrivedAt: z.string(),
    sender: z.string(),
    text: z.string(),
    /** It came in before. */
    known: z.boolean(),
    /** What it said when it came before; null where it is new, or says the same. */
    before: z.string().nullable(),
    problems: z.array(CellProblem),
  })
  .meta({ id: 'WorkOrderRow' });
export type WorkOrderRow = z.infer<typeof WorkOrderRow>;

/** A table of work orders: its rows, and what became of them. */
export const WorkOrdersView = z
  .object({
    rows: z.array(WorkOrderRow),
    /** Rows that came into the inbox now; in a preview those that would. */
    fresh: z.int(),
    known: z.int(),
    /** Rows that came before and say something else now: they came into the inbox as additions. */
    added: z.int(),
    /** Rows left out because something is wrong with them. */
    wrong: z.int(),
  })
  .meta({ id: 'WorkOrdersView' });
export type WorkOrdersView = z.infer<typeof WorkOrdersView>;
