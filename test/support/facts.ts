import type { DeadlineEvent, DeadlinesRequest } from '@gongkai/contracts';
import type { z } from 'zod';

/** The facts of a case as they are written in JSON. */
export type Event = z.input<typeof DeadlineEvent> & {
  /** Of a payment: nothing was paid, since nothing was to be paid any more, or (`in_error`) nothing ever was. Only the case itself knows. */
  readonly lifted?: true | 'in_error';
};
export type EventOf<T extends Event['type']> = Extract<Event, { type: T }>;
export type Receipt = z.input<typeof DeadlinesRequest>['receipt'];
export type Facts = { readonly receipt: Receipt; readonly events: readonly Event[] };

/** The events of one type. */
export const eventsOf = <T extends Event['type']>(events: readonly Event[], type: T): EventOf<T>[] =>
  events.filter((event): event is EventOf<T> => event.type === type);
