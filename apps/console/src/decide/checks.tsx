import type { CaseView } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import { useDays } from '../i18n/use-days.js';
import { CheckList, type Check } from './check-list.js';

/** What can be told of a reply before it is signed, from the case as it is. */
export function Checks({ view }: { readonly view: CaseView }): ReactNode {
  const t = useWords('decide');
  return <CheckList title={t('checks')} checks={useChecks(view)} />;
}

function useChecks({ items, deadlines, light, refused }: CaseView): readonly Check[] {
  const t = useWords('decide');
  const { listed } = useDays();
  const decided = items.filter(({ decision }) => decision !== null);
  const reviewed = items.filter(({ review }) => review !== null);
  const open = reviewed.filter(({ review }) => review?.status !== 'passed');
  const own = refused.find(({ code }) => code === 'self-approval');
  const due = deadlines.finalDue;
  return [
    {
      passed: decided.length === items.length,
      name: t('check.decided'),
      note: t('check.decided.note', { decided: decided.length, total: items.length }),
    },
    {
      passed: open.length === 0,
      name: t('check.reviewed'),
      note: reviewed.length === 0 ? t('check.reviewed.none') : t('check.reviewed.note', { files: fingerprints(reviewed) }),
    },
    {
      passed: own === undefined,
      name: t('check.drafter'),
      note: own?.reason ?? t('check.drafter.note'),
    },
    {
      passed: light !== 'overdue',
      name: t('check.due'),
      note: due === null ? t('check.due.none') : t('check.due.note', { day: listed(due) }),
    },
  ];
}

const SHOWN = 8;

/** The first signs of the fingerprints that the review is bound to. */
const fingerprints = (items: CaseView['items']): string =>
  items
    .flatMap(({ review }) => review?.fileIds ?? [])
    .map((id) => id.slice(0, SHOWN))
    .join(' ') || '—';
