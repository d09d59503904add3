import type { LocalDate } from '@gongkai/calendar';
import type { OrderKind } from '@gongkai/contracts';

/** What was demanded, so many working days ahead, and what was said to it. */
export type OrderDemand = {
  readonly text: string;
  readonly by: string;
  readonly on: LocalDate;
  readonly workingDays: number;
  readonly answer: OrderAnswer | null;
};

export type OrderAnswer = {
  readonly text: string;
  readonly by: string;
  readonly on: LocalDate;
  /** It came once the order had been closed without it. */
  readonly afterClosing?: true;
};

/** A supervision order (督办): whoever handles the case explains, hurries or puts right (REG 46, 47). It moves no date of the law. */
export type SupervisionOrder = {
  readonly id: string;
  readonly kind: OrderKind;
  /** Who is to answer, where one person is named; else whoever holds the case. */
  readonly person: string | null;
  /** The first demand and each time it was demanded again. */
  readonly demands: readonly [OrderDemand, ...OrderDemand[]];
  readonly closed: { readonly by: string; readonly on: LocalDate; readonly remark: string | null } | null;
};
