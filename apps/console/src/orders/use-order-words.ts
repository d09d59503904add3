import type { People } from '@gongkai/contracts';
import { useDays } from '../i18n/use-days.js';
import { useWords } from '../i18n/use-words.js';
import { orderWords, type OrderWords } from './order-words.js';

/** An order in words, in the language of the screen. @param people names by id */
export function useOrderWords(people: People): OrderWords {
  const t = useWords('orders');
  const { listed } = useDays();
  return orderWords({ t, listed, people });
}
