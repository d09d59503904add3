import type { CaseView, JournalEntryView } from '@gongkai/contracts';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../../i18n/use-words.js';
import { factWords } from '../history/fact-words.js';
import { useGrounds } from '../use-case.js';

type Props = {
  readonly journal: readonly JournalEntryView[];
  /** The version the form was opened for. */
  readonly since: number;
  readonly view: CaseView;
  /** The step is still possible: it goes on with the newest. */
  readonly isOpen: boolean;
  readonly onSeen: () => void;
};

/** Somebody changed the case while the form was open: what they did. What was filled in stays. */
export function ChangedMeanwhile({ journal, since, view, isOpen, onSeen }: Props): ReactNode {
  const t = useWords('step');
  const grounds = useGrounds();
  const newer = journal.slice(-Math.max(1, view.version - since));
  return (
    <div className="changed-meanwhile" role="status">
      <p>{t('changed')}</p>
      <ul>
        {newer.map((entry) => (
          <li key={entry.id}>
            {view.people[entry.actor] ?? ''} {factWords(entry, view, grounds).title}
          </li>
        ))}
      </ul>
      {isOpen && (
        <Button size="small" onClick={onSeen}>
          {t('changed.seen')}
        </Button>
      )}
    </div>
  );
}
