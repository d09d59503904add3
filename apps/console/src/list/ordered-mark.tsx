import type { CaseRow } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';

/** How the supervision order of a case stands that presses most; nothing where none is open. */
export function OrderedMark({ ordered }: Pick<CaseRow, 'ordered'>): ReactNode {
  const t = useWords('lists');
  return ordered === null ? null : <b data-ordered={ordered}>{t(`ordered.${ordered}`)}</b>;
}
