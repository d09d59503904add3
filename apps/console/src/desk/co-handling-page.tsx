import type { HelpAsked } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useDays } from '../i18n/use-days.js';
import { useLanguage, useWords } from '../i18n/use-words.js';
import { EmptyState } from '../parts/empty-state.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { LoadingRows } from '../parts/loading-rows.js';
import { PageTitle } from '../parts/page-title.js';
import { TableHead } from '../parts/table-head.js';
import { HelpAnswerForm } from './help-answer-form.js';
import { useAsked } from './use-asked.js';
import '../case/case-page.css';

const COLUMNS = ['unit', 'task', 'about', 'due', 'answer'] as const;

/** What waits for the answer of the reader's unit, with what is applied for; the case itself opens only for who may see it. */
export function CoHandlingPage(): ReactNode {
  const t = useWords('desk');
  const { data, error, refetch } = useAsked();
  return (
    <main id="content" className="page" tabIndex={-1}>
      <PageTitle title={t('co-handling')} />
      {error === null ? null : <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {data === undefined ? error === null && <LoadingRows /> : <AllAsked items={data.items} />}
    </main>
  );
}

function AllAsked({ items }: { readonly items: readonly HelpAsked[] }): ReactNode {
  const t = useWords('desk');
  if (items.length === 0) return <EmptyState text={t('co-handling.empty')} />;
  return (
    <table className="case-table card" aria-label={t('co-handling')}>
      <TableHead columns={COLUMNS.map((column) => t(`co-handling.${column}`))} />
      <tbody>
        {items.map((asked) => (
          <Asked key={asked.id} asked={asked} />
        ))}
      </tbody>
    </table>
  );
}

function Asked({ asked }: { readonly asked: HelpAsked }): ReactNode {
  const t = useWords('desk');
  const { listed } = useDays();
  const { case: about, organ, unit, task, items, due, provisional, replyDue, inSteadOf } = asked;
  const organName = organ.name[useLanguage()];
  return (
    <tr data-case={about.id}>
      <td className="free-text">
        {unit}
        {inSteadOf !== null && <div className="muted small">{t('co-handling.instead', { name: inSteadOf.name })}</div>}
      </td>
      <td className="free-text">{task}</td>
      <td className="free-text">
        {about.inSight ? <Link to={`/case/${about.id}`}>{about.number}</Link> : about.number}
        <div className="muted small">{organName}</div>
        {items.map((item) => (
          <div key={item}>{item}</div>
        ))}
      </td>
      <td className="no-wrap">
        {provisional ? t('co-handling.estimated', { day: listed(due) }) : listed(due)}
        {replyDue !== null && <div className="muted small">{t('co-handling.reply-due', { day: listed(replyDue) })}</div>}
      </td>
      <td>
        <HelpAnswerForm asked={asked} />
      </td>
    </tr>
  );
}
