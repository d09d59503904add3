import type { OrderView, People, PersonRef } from '@gongkai/contracts';
import { useDays } from '../i18n/use-days.js';
import { useWords } from '../i18n/use-words.js';

type Said = { readonly by: string; readonly on: string; readonly text: string };

/** An order in words: by when and by whom it is to be answered, and what was said. @param people names by id */
export function useOrderWords(people: People): {
  readonly due: (demand: OrderView['demands'][number]) => string;
  readonly answer: (said: Said) => string;
  readonly closed: (closed: NonNullable<OrderView['closed']>) => string;
  readonly who: (by: string, on: string) => string;
  readonly named: (order: Pick<OrderView, 'person'>, assignee: PersonRef | null) => string;
} {
  const t = useWords('orders');
  const { listed } = useDays();
  const who = (by: string, on: string): string => t('by-on', { name: people[by] ?? '', day: listed(on) });
  return {
    who,
    named: ({ person }, assignee) => (person === null ? (assignee?.name ?? t('nobody')) : (people[person] ?? '')),
    due: ({ due, provisional }) => (provisional ? t('due.provisional', { day: listed(due) }) : listed(due)),
    answer: ({ by, on, text }) => t('answered', { who: who(by, on), text }),
    closed: ({ by, on, remark }) =>
      remark === null ? t('closed', { who: who(by, on) }) : t('closed.remark', { who: who(by, on), text: remark }),
  };
}
