import type { CaseView, JournalEntryView } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { useDays } from '../../i18n/use-days.js';
import { useWords } from '../../i18n/use-words.js';
import { isKey } from '../../i18n/i18n.js';
import { changesOf } from '../history/changes-of.js';
import { daysIn } from '../history/days-of-entry.js';
import { useChangeWords } from '../history/use-change-words.js';
import { useEntryName } from '../history/use-entry-name.js';

type Props = { readonly entry: JournalEntryView; readonly view: CaseView; readonly journal: readonly JournalEntryView[] };

/** What there is to check of an entry: the days it tells, or those it changes and why; and who wrote it. */
export function EntryFacts({ entry, view, journal }: Props): ReactNode {
  const t = useWords('step');
  const { full } = useDays();
  const labelOf = useDayLabel();
  const nameOf = useEntryName(view);
  const corrected = journal.find(({ id }) => id === entry.fact.entryId);
  const changed = useChangeWords(view)(changesOf(entry, journal)).map(({ label, before, after }) => [
    label,
    before === null ? after : t('from-to', { before, after: after ?? t('entry.nothing') }),
  ]);
  const lines =
    corrected === undefined
      ? daysIn(entry.fact).map(({ name, day }) => [labelOf(name), full(day)])
      : [[t('entry.corrects'), nameOf(corrected)], ...changed];
  const { reason, lateReason } = entry.fact;
  const why = [reason, lateReason].find((text) => typeof text === 'string');
  return (
    <dl className="entry-facts dense">
      {lines.map(([label, text]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
      <div>
        <dt>{t('field.reason')}</dt>
        <dd>{typeof why === 'string' ? why : t('entry.no-reason')}</dd>
      </div>
      <div>
        <dt>{t('entry.by')}</dt>
        <dd>{view.people[entry.actor] ?? '—'}</dd>
      </div>
    </dl>
  );
}

/** What a day of an entry is called. */
export function useDayLabel(): (name: string) => string {
  const t = useWords('step');
  return (name) => {
    const key = `field.${name}`;
    return isKey('step', key) ? t(key) : name;
  };
}
