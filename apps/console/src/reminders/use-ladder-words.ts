import type { LadderRung } from '@gongkai/contracts';
import { useDeadlineWord } from '../i18n/use-deadline-word.js';
import { useWords } from '../i18n/use-words.js';
import { isKey } from '../i18n/i18n.js';
import { useWho } from './use-who.js';

type Rung = Pick<LadderRung, 'at' | 'every'>;

/** Ladders, their deadlines and rungs in words. */
export function useLadderWords() {
  const t = useWords('reminders');
  const who = useWho();
  const separator = useWords('settings')('list-separator');
  const deadline = useDeadlineWord();
  const when = ({ at, every }: Rung): string => {
    const first = at === 0 ? t('ladder.on-day') : t(at < 0 ? 'ladder.before' : 'ladder.after', { count: Math.abs(at) });
    return every === null ? first : `${first}${t('ladder.then-every', { count: every })}`;
  };
  return {
    deadline,
    separator,
    when,
    /** One that an installation has added is called as its deadlines are. */
    name: (ladder: string, deadlines: readonly string[]): string => {
      const key = `ladder-name.${ladder}`;
      return isKey('reminders', key) ? t(key) : deadlines.map(deadline).join(separator);
    },
    all: (names: readonly string[]): string => names.map(who).join(separator),
    ways: (by: readonly LadderRung['by'][number][]): string =>
      [t('way.program'), ...by.map((way) => t(`way.${way}`))].join(separator),
  };
}
