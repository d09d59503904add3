import { z } from 'zod';
import { Day } from './day.js';
import { ReportRow, ReportRowView } from './item-view.js';
import { CaseDeadlines } from './ledger-view.js';
import { NoticeView } from './notice-view.js';
import { SuitOrder } from './remedy-view.js';
import { CaseClock } from './views.js';
import { CaseState, Light, NoticeKind } from './vocabulary.js';

const DateChange = z.object({
  deadline: z.string(),
  before: Day.nullable(),
  after: Day.nullable(),
  /** `after` is an estimate: it depends on a year whose calendar is not published. */
  provisional: z.literal(true).optional(),
  /** The day on which the step does what was due. */
  metOn: Day.optional(),
});

/** What was counted in a tier of the processing fee, numbered from 1, both ends included. */
const FeeTier = z.object({ from: z.int(), to: z.int(), units: z.int(), yuanEach: z.int(), yuan: z.int() });

/** What a step would bring about. */
export const PreviewView = z
  .object({
    state: CaseState,
    light: Light,
    clock: CaseClock,
    deadlines: CaseDeadlines,
    /** Where the case would count in the annual report, where the step says so or changes it. */
    reportRow: ReportRowView.nullable(),
    /** The rows that decisions of the step would count in by themselves, by item. */
    itemRows: z.array(ReportRow.extend({ itemId: z.string() })),
    /** Dates that this step sets, moves or meets. */
    changes: z.array(DateChange),
    /** Dates that will move if what this step proposes is approved and sent in time. */
    ifApproved: z.array(DateChange),
    notices: z.array(NoticeView),
    /**
     * What a fee notice asks for, in yuan, and how the fee follows from the tariff; no lines where the amount was typed. What was paid of that
     * fee before (`paidBefore`) is taken off.
     */
    fee: z
      .object({
        basis: z.enum(['per_item', 'per_volume']),
        amount: z.number(),
        paidBefore: z.number().optional(),
        lines: z.array(FeeTier),
      })
      .nullable(),
    /** With a suit: what stands against it in the order of the ways, as it is told with the step; null of every other step. */
    suitOrder: SuitOrder.nullable(),
    /** Cases that the step opens, each with the items it takes along; the number is given with the step. */
    opens: z.array(z.object({ items: z.array(z.string()) })),
    /** Cases that were taken out of this one and change with it, each with its dates. */
    follows: z.array(z.object({ id: z.string(), number: z.string(), changes: z.array(DateChange) })),
    /** With a draft that is submitted: what would stand against its signature, in words, so that it is mended before; left out where nothing does. */
    foreseen: z.array(z.string()).optional(),
    /** Who learns of it: outside by a notice, inside by a task where the case is passed on or waits for another step. */
    told: z.array(
      z.object({ who: z.string(), by: z.enum(['notice', 'task']), kind: NoticeKind.optional(), step: z.string().optional() }),
    ),
  })
  .meta({ id: 'PreviewView' });
export type PreviewView = z.infer<typeof PreviewView>;
