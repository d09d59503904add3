import type { CaseView, DocumentsView } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { useDocuments } from '../case/use-case.js';
import { CheckList, type Check } from '../decide/check-list.js';
import type { Say } from '../i18n/i18n.js';
import { useWords } from '../i18n/use-words.js';

/** Whether the papers of a case are all there: the application, what went out with its proof, what was released. */
export function Completeness({ view }: { readonly view: CaseView }): ReactNode {
  const t = useWords('decide');
  const { data } = useDocuments(view.id);
  const files = (data?.items ?? []).filter(({ type }) => type === 'file').length;
  return <CheckList title={t('completeness')} checks={checksOf(view, files, t)} />;
}

type Notice = CaseView['notices'][number] | Extract<DocumentsView['items'][number], { type: 'notice' }>;
const isUnserved = ({ dispatchedOn, servedOn }: Notice): boolean => dispatchedOn !== null && servedOn === null;

function checksOf({ notices, items, remedies }: CaseView, files: number, t: Say<'decide'>): readonly Check[] {
  const unsent = notices.filter(({ dispatchedOn }) => dispatchedOn === null);
  const unserved = notices.filter(isUnserved);
  const released = items.filter(({ review }) => review !== null);
  const open = remedies.filter(({ closedOn }) => closedOn === null);
  return [
    { passed: files > 0, name: t('complete.files'), note: t('complete.files.note', { count: files }) },
    { passed: unsent.length === 0, name: t('complete.sent'), note: t('complete.notices', { count: notices.length }) },
    { passed: unserved.length === 0, name: t('complete.served'), note: t('complete.unserved', { count: unserved.length }) },
    {
      passed: released.every(({ review }) => review?.status === 'passed'),
      name: t('complete.reviewed'),
      note: t('complete.released', { count: released.length }),
    },
    { passed: open.length === 0, name: t('complete.remedies'), note: t('complete.open', { count: open.length }) },
  ];
}
