import { articleText, suitOrderArticles, type CaseView, type CommandType } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { useLanguage, useWords } from '../../i18n/use-words.js';

/** A suit that comes before its turn can be recorded, for its court decides; whoever records it is told first. */
export function SuitWarning({ type, view }: { readonly type: CommandType; readonly view: CaseView }): ReactNode {
  const t = useWords('step');
  const language = useLanguage();
  if (type !== 'recordSuitCopy' || view.suitOrder === null) return null;
  return (
    <p role="alert" className="changed-meanwhile dense">
      {t(`suit.${view.suitOrder}`, { article: articleText(suitOrderArticles[view.suitOrder], language) })}
    </p>
  );
}
