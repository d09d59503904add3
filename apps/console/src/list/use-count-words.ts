import type { CaseCount } from '@gongkai/contracts';
import { useWords } from '../i18n/use-words.js';

/** Says how many cases there are; nothing while that is not known. */
export function useCountWords(): (count: Pick<CaseCount, 'total' | 'atLeast'> | undefined) => string {
  const lists = useWords('lists');
  return (count) => {
    if (count === undefined) return '';
    return count.atLeast ? lists('cases.at-least', { total: count.total }) : lists('cases', { count: count.total });
  };
}
