import type { JournalEntryView } from '@gongkai/contracts';
import { useDays } from '../../i18n/use-days.js';
import { useWords } from '../../i18n/use-words.js';
import { isKey } from '../../i18n/words.js';
import { correctedDays } from './days-of-entry.js';

/** What a correction changes, each as `name: from → to`; nothing for any other entry. */
export function useCorrected(journal: readonly JournalEntryView[]): (entry: JournalEntryView) => string[] {
  const t = useWords('step');
  const { full } = useDays();
  return (entry) =>
    correctedDays(entry, journal).map(({ name, before, after }) => {
      const key = `field.${name}`;
      const label = isKey('step', key) ? t(key) : name;
      const days = before === null ? full(after) : t('from-to', { before: full(before), after: full(after) });
      return `${label} ${days}`;
    });
}
