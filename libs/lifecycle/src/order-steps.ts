import type { CaseFile } from './case-file.js';
import type { DayCheck } from './day-check.js';
import type { Establishes } from './establish-step.js';
import type { Folds } from './fold-step.js';
import type { OrderDemand, SupervisionOrder } from './supervision-order.js';
import { demandOf, ordersAnswerable, ordersOpen } from './supervision-orders.js';

export const establishOrder: Establishes<'issueOrder' | 'answerOrder' | 'repeatOrder' | 'closeOrder'> = {
  issueOrder: ({ orderKind, demand, workingDays, person }, { days, file, newId, today: on }) => {
    days.knows(orderKind !== 'hurry' || isInHand(file), 'orderKind', 'nothing-to-hurry');
    return { type: 'ORDER_ISSUED', orderId: newId(), on, orderKind, demand, workingDays, person };
  },
  answerOrder: ({ orderId, answer }, { days, file, today: on }) => {
    const order = known(ordersAnswerable(file), orderId, days);
    return { type: 'ORDER_ANSWERED', on, orderId, answer, askedBy: order === undefined ? '' : demandOf(order).by };
  },
  repeatOrder: ({ orderId, demand, workingDays }, { days, file, today: on }) => {
    const ordered = known(ordersOpen(file), orderId, days)?.person ?? null;
    return { type: 'ORDER_REPEATED', on, orderId, demand, workingDays, ordered };
  },
  closeOrder: ({ orderId, remark }, { days, file, today: on }) => {
    const order = known(ordersOpen(file), orderId, days);
    const isAnswered = order === undefined || demandOf(order).answer !== null;
    days.knows(isAnswered || remark !== undefined, 'remark', 'closed-unanswered');
    return { type: 'ORDER_CLOSED', on, orderId, remark, ordered: order?.person ?? null };
  },
};

/** Whether something of the case is still to be done: what is filed is over, but for a remedy and for a suggestion to publish (REG 44, 45, 51). */
const isInHand = ({ filedOn, remedies, publication }: CaseFile): boolean =>
  filedOn === null || publication === 'suggested' || remedies.some(({ closedOn }) => closedOn === null);

function known(orders: readonly SupervisionOrder[], orderId: string, days: DayCheck): SupervisionOrder | undefined {
  const order = orders.find(({ id }) => id === orderId);
  days.knows(order !== undefined, 'orderId', 'unknown-order');
  return order;
}

type OrderFact = 'ORDER_ISSUED' | 'ORDER_ANSWERED' | 'ORDER_REPEATED' | 'ORDER_CLOSED';

export const foldOrders: Folds<OrderFact> = {
  ORDER_ISSUED: (file, { orderId: id, orderKind: kind, person = null, demand: text, on, workingDays }, { actorId: by }) => ({
    ...file,
    orders: [...file.orders, { id, kind, person, demands: [{ text, by, on, workingDays, answer: null }], closed: null }],
  }),
  ORDER_ANSWERED: (file, { orderId, answer: text, on }, { actorId: by }) =>
    changed(file, orderId, (order) => ({
      ...order,
      demands: answered(order, { text, by, on, ...(order.closed === null ? {} : { afterClosing: true }) }),
    })),
  ORDER_REPEATED: (file, { orderId, demand: text, on, workingDays }, { actorId: by }) =>
    changed(file, orderId, (order) => ({
      ...order,
      demands: [...order.demands, { text, by, on, workingDays, answer: null }],
    })),
  ORDER_CLOSED: (file, { orderId, on, remark = null }, { actorId: by }) =>
    changed(file, orderId, (order) => ({ ...order, closed: { by, on, remark } })),
};

const changed = (file: CaseFile, id: string, change: (order: SupervisionOrder) => SupervisionOrder): CaseFile => ({
  ...file,
  orders: file.orders.map((order) => (order.id === id ? change(order) : order)),
});

/** The answer stands with what was demanded last. */
function answered({ demands }: SupervisionOrder, answer: OrderDemand['answer']): SupervisionOrder['demands'] {
  const [first, ...others] = demands;
  const last = others.at(-1);
  if (last === undefined) return [{ ...first, answer }];
  return [first, ...others.slice(0, -1), { ...last, answer }];
}
