import type { CaseList } from '@gongkai/contracts';
import { useQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import type { ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import { api } from '../api/api.js';
import { keys } from '../api/keys.js';
import { useDays } from '../i18n/use-days.js';
import { useWords } from '../i18n/use-words.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { useSession } from '../session/session.js';
import './inbox-page.css';
import './page-head.css';

const SHOWN = 50;

/** Finds a case to print its receipt; at first those that were logged last. */
export function ReceiptsPage(): ReactNode {
  const t = useWords('receipt');
  const { user } = useSession();
  const [params, setParams] = useSearchParams();
  const q = params.get('q') ?? '';
  const filters = { organ: user.organ, sort: '-openedOn' as const, limit: SHOWN, ...(q.trim() === '' ? {} : { q: q.trim() }) };
  const { data, error, refetch } = useQuery({
    queryKey: keys.cases.list(filters),
    queryFn: () => api.get<CaseList>('/cases', filters),
  });
  return (
    <main id="content" className="page">
      <div className="page-head">
        <h1>{t('page')}</h1>
        <span className="muted dense">{t('page.why')}</span>
        <span className="spring" />
        <Input.Search
          aria-label={t('find')}
          placeholder={t('find')}
          defaultValue={q}
          onSearch={(text) => setParams(text.trim() === '' ? {} : { q: text.trim() }, { replace: true })}
          style={{ width: 280 }}
          autoFocus
        />
      </div>
      {error === null ? null : <ErrorNotice error={error} onRetry={() => void refetch()} />}
      <section className="card">
        {data?.items.length === 0 ? <p className="inbox-empty">{t('none')}</p> : null}
        <Found rows={data?.items ?? []} />
      </section>
    </main>
  );
}

function Found({ rows }: { readonly rows: CaseList['items'] }): ReactNode {
  const { short } = useDays();
  const t = useWords('inbox');
  if (rows.length === 0) return null;
  return (
    <table className="inbox-table">
      <thead>
        <tr>
          <th className="is-long-number">{t('number')}</th>
          <th className="is-day">{t('register.opened')}</th>
          <th className="is-name">{t('applicant')}</th>
          <th>{t('subject')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, number, openedOn, applicantName, subject }) => (
          <tr key={id}>
            <td>
              <Link to={`/receipt/${id}`}>{number}</Link>
            </td>
            <td>{short(openedOn)}</td>
            <td className="one-line">{applicantName}</td>
            <td className="one-line" title={subject}>
              {subject}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
