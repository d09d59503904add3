import type { JournalEntryView } from '@gongkai/contracts';
import { useDays } from '../../i18n/use-days.js';
import { useWords } from '../../i18n/use-words.js';
import { useGrounds } from '../use-case.js';
import { dayOf, type HistoryCase } from './events.js';
import { factWords } from './fact-words.js';
import { joined } from './joined.js';
import { officeTime } from '../../i18n/office-time.js';

const PARTICULARS = 2;

/** Names an entry of the journal so that two of the same kind can be told apart: the day it tells of, what it says, when it was entered. */
export function useEntryName(view: HistoryCase): (entry: JournalEntryView) => string {
  const t = useWords('history');
  const { listed, short } = useDays();
  const grounds = useGrounds();
  return (entry) => {
    const { title, particulars } = factWords(entry, view, grounds);
    return t('entry', {
      day: listed(dayOf(entry)),
      what: title,
      entered: `${short(entry.on)} ${officeTime(entry.at)}`,
      particulars: joined(particulars.slice(0, PARTICULARS), t('comma')),
    }).trim();
  };
}
