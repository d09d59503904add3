import type { LocalDate, WorkingDays } from '@gongkai/calendar';
import type { CaseFile } from './case-file.js';
import type { OrderDemand, SupervisionOrder } from './supervision-order.js';

/** What was demanded last; what was demanded before is history. */
export const demandOf = ({ demands }: SupervisionOrder): OrderDemand => demands.at(-1) ?? demands[0];

/** Orders that their supervisor has not closed. */
export const ordersOpen = ({ orders }: CaseFile): readonly SupervisionOrder[] => orders.filter(({ closed }) => closed === null);

/** Open orders to which nobody has answered what was demanded last. */
export const ordersToAnswer = (file: CaseFile): readonly SupervisionOrder[] =>
  ordersOpen(file).filter((order) => demandOf(order).answer === null);

/** Orders whose last demand nobody has answered, those first that somebody waits for: what comes after it was closed is kept as well. */
export const ordersAnswerable = (file: CaseFile): readonly SupervisionOrder[] => [
  ...ordersToAnswer(file),
  ...file.orders.filter((order) => order.closed !== null && demandOf(order).answer === null),
];

/** The last day for an answer: so many working days after it was demanded. */
export const orderDue = (order: SupervisionOrder, calendar: WorkingDays): LocalDate => {
  const { on, workingDays } = demandOf(order);
  return calendar.add(on, workingDays);
};
