import type { CaseRow } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import { CaseList, type QuickView } from '../list/case-list.js';
import type { ColumnName } from '../list/case-columns.js';
import { useAllCases } from '../list/use-cases.js';
import { OrdersToAnswer } from '../orders/order-count.js';
import { EmptyState } from '../parts/empty-state.js';
import { RedactionsToCheckLink } from '../redact/checks-link.js';
import { CoHandlingLink } from './co-handling-link.js';
import { DeskAside } from './desk-aside.js';
import { deskFilters } from './desk-filters.js';
import { TakeNext } from './take-next.js';
import { useDeskSentence } from './use-desk-sentence.js';

const COLUMNS: readonly ColumnName[] = ['left', 'due', 'used', 'number', 'subject', 'link', 'turn', 'next'];

/** What is here is in my hand, or in that of a colleague in whose place I act: the turn of either is mine. */
const isMine = ({ turn, assignee }: CaseRow): boolean => assignee !== null && turn.who?.person?.id === assignee.id;

/** Somebody who was consulted has answered by link, and nobody has looked at it. */
const isAnswered = ({ answeredByLink }: CaseRow): boolean => answeredByLink;

/** What I have in hand, what is due first on top. */
export function DeskPage(): ReactNode {
  const t = useWords('desk');
  const cases = useAllCases(deskFilters);
  const views: readonly QuickView[] = [
    { name: 'all', label: t('view.all'), has: () => true },
    { name: 'mine', label: t('view.mine'), has: isMine },
    { name: 'others', label: t('view.others'), has: (row) => !isMine(row) },
    ...((cases.data ?? []).some(isAnswered) ? [{ name: 'answered', label: t('view.answered'), has: isAnswered }] : []),
  ];
  return (
    <CaseList
      name="desk"
      title={t('desk')}
      sentence={useDeskSentence(cases.data)}
      cases={cases}
      columns={COLUMNS}
      views={views}
      empty={<EmptyState text={t('desk.empty')} />}
      actions={
        <>
          <OrdersToAnswer />
          <CoHandlingLink />
          <RedactionsToCheckLink />
          <TakeNext />
        </>
      }
      aside={<DeskAside rows={cases.data ?? []} />}
    />
  );
}
