import type { LocalDate, WorkingDays } from '@gongkai/calendar';
import type { CaseRow, OrderState, OrderView } from '@gongkai/contracts';
import { demandOf, orderDue, type CaseFile, type OrderAnswer, type SupervisionOrder } from '@gongkai/lifecycle';

type Seeing = { readonly calendar: WorkingDays; readonly today: LocalDate };

/** An order as people see it on a day. */
export function orderView(order: SupervisionOrder, seeing: Seeing): OrderView {
  const { id, kind, person, demands, closed } = order;
  const { calendar } = seeing;
  return {
    ...{ id, kind, person, closed },
    state: stateOf(order, seeing),
    demands: demands.map(({ workingDays, answer, ...demand }) => {
      const due = calendar.add(demand.on, workingDays);
      return { ...demand, due, provisional: calendar.isProvisional(due), answer: answer && answerView(answer, due) };
    }),
  };
}

const answerView = ({ afterClosing, ...answer }: OrderAnswer, due: LocalDate) => ({
  ...answer,
  late: afterClosing === true || answer.on > due,
});

/** What presses most comes first. */
const PRESSING = ['overdue', 'open', 'answered'] as const;

/** The state of the order of a case that presses most; null where none is open. */
export function pressingOf({ orders }: Pick<CaseFile, 'orders'>, seeing: Seeing): CaseRow['ordered'] {
  const states = new Set(orders.map((order) => stateOf(order, seeing)));
  return PRESSING.find((state) => states.has(state)) ?? null;
}

function stateOf(order: SupervisionOrder, { calendar, today }: Seeing): OrderState {
  if (order.closed !== null) return 'closed';
  if (demandOf(order).answer !== null) return 'answered';
  return orderDue(order, calendar) < today ? 'overdue' : 'open';
}
