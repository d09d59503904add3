import { stepTexts, type CaseView, type CommandType, type JournalEntryView } from '@gongkai/contracts';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useDays } from '../i18n/use-days.js';
import { sentenceCase } from '../i18n/sentence-case.js';
import { useText, useWords } from '../i18n/use-words.js';
import { isEstimate, recordedDue } from '../clock/earlier-values.js';
import { useSession } from '../session/session.js';
import { factWords } from './history/fact-words.js';
import { withoutAPerson } from './history/without-a-person.js';

type Props = {
  readonly view: CaseView;
  readonly journal: readonly JournalEntryView[];
  /** The step that this person took last; null where the page does not know. */
  readonly taken: CommandType | null;
};

/**
 * Says what has just changed: the result of one's own step, or what somebody else did meanwhile; once the case and its journal, read
 * apart, are of the same moment. Each step makes a version, and one entry.
 */
export function ChangeNotice({ view, journal, taken }: Props): ReactNode {
  const [opened] = useState(journal.length);
  const last = journal.length > opened && journal.length === view.version ? journal.at(-1) : undefined;
  const { user } = useSession();
  const place = useRef<HTMLDivElement>(null);
  const own = last?.actor === user.id ? last.id : undefined;
  // A step may have been taken far down the page: its result is above.
  useEffect(() => {
    if (own !== undefined) place.current?.scrollIntoView({ block: 'nearest' });
  }, [own]);
  return (
    <div ref={place} aria-live="polite" className={last === undefined ? 'unseen' : 'change-notice dense'}>
      {last !== undefined && <Said view={view} last={last} taken={taken} />}
      {last !== undefined && <DueMoved journal={journal} />}
    </div>
  );
}

function Said({ view, last, taken }: Pick<Props, 'view' | 'taken'> & { readonly last: JournalEntryView }): ReactNode {
  const t = useWords('case');
  const terms = useWords('terms');
  const text = useText();
  const { user } = useSession();
  const what = factWords(last, view, undefined).title;
  if (last.actor !== user.id)
    return t('changed-by', {
      who: view.people[last.actor] ?? t(withoutAPerson(last.type)),
      what,
    });
  return t('done', { step: taken === null ? what : sentenceCase(text(stepTexts[taken])), state: terms(`state.${view.state}`) });
}

/** The reply date before and after the last entry, where it moved. */
function DueMoved({ journal }: Pick<Props, 'journal'>): ReactNode {
  const t = useWords('case');
  const { full, short } = useDays();
  const clock = useWords('clock');
  const [before = null, after = null] = journal.slice(-2).map(recordedDue);
  const last = journal.at(-1);
  if (before === after || after === null || last === undefined) return null;
  const mark = isEstimate(last) ? clock('tab.provisional') : '';
  return t('done.due', { before: before === null ? t('no-date') : short(before), after: `${full(after)}${mark}` });
}
