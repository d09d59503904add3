import type { OrderView, People, PersonRef } from '@gongkai/contracts';
import type { Say } from '../i18n/i18n.js';
import type { DayWords } from '../i18n/days.js';

type Said = { readonly by: string; readonly on: string; readonly text: string };

/** What an order is told with: words, the way to write a day, names by id. */
export type OrderSpeech = { readonly t: Say<'orders'>; readonly listed: DayWords['listed']; readonly people: People };

export type OrderWords = {
  readonly due: (demand: OrderView['demands'][number]) => string;
  readonly answer: (said: Said & { readonly late: boolean }) => string;
  readonly closed: (closed: NonNullable<OrderView['closed']>) => string;
  readonly who: (by: string, on: string) => string;
  readonly named: (order: Pick<OrderView, 'person'>, assignee: PersonRef | null) => string;
};

/** An order in words: by when and by whom it is to be answered, and what was said. */
export function orderWords({ t, listed, people }: OrderSpeech): OrderWords {
  const who = (by: string, on: string): string => t('by-on', { name: people[by] ?? '', day: listed(on) });
  return {
    who,
    named: ({ person }, assignee) => (person === null ? (assignee?.name ?? t('nobody')) : (people[person] ?? '')),
    due: ({ due, provisional }) => (provisional ? t('due.provisional', { day: listed(due) }) : listed(due)),
    answer: ({ by, on, text, late }) => t(late ? 'answered.late' : 'answered', { who: who(by, on), text }),
    closed: ({ by, on, remark }) =>
      remark === null ? t('closed', { who: who(by, on) }) : t('closed.remark', { who: who(by, on), text: remark }),
  };
}
