import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { api } from '../api/api.js';
import { useWords } from '../i18n/use-words.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { PageTitle } from '../parts/page-title.js';
import './journal.css';

type Report = {
  readonly cases: number;
  readonly entries: number;
  readonly broken: readonly {
    readonly caseId: string;
    readonly number: string;
    readonly seq: number;
    readonly problem: 'content' | 'link' | 'end';
  }[];
};

/** Whether the journals are what was written. */
export function VerifyPage(): ReactNode {
  const t = useWords('search');
  const verify = useMutation({ mutationFn: () => api.get<Report>('/audit/verify') });
  return (
    <main id="content" className="page" tabIndex={-1}>
      <PageTitle title={t('verify')} sentence={t('verify.sentence')}>
        <Button type="primary" loading={verify.isPending} onClick={() => verify.mutate()}>
          {t('verify.run')}
        </Button>
      </PageTitle>
      <section className="card journal-card" aria-live="polite" aria-label={t('verify')}>
        {verify.isIdle ? <p className="muted">{t('verify.idle')}</p> : null}
        {verify.error === null ? null : <ErrorNotice error={verify.error} />}
        {verify.isPending ? <p>{t('verify.running')}</p> : null}
        {verify.data === undefined ? null : <Result report={verify.data} />}
      </section>
    </main>
  );
}

function Result({ report: { cases, entries, broken } }: { readonly report: Report }): ReactNode {
  const t = useWords('search');
  if (broken.length === 0) return <p>{t('verify.clean', { cases, count: entries })}</p>;
  return (
    <>
      <p className="strong">{t('verify.broken', { cases, count: broken.length })}</p>
      <table className="journal-table">
        <thead>
          <tr>
            <th scope="col">{t('verify.broken.number')}</th>
            <th scope="col">{t('verify.broken.seq')}</th>
            <th scope="col">{t('verify.broken.problem')}</th>
          </tr>
        </thead>
        <tbody>
          {broken.map(({ caseId, number, seq, problem }) => (
            <tr key={`${caseId}-${seq}-${problem}`}>
              <td>
                <Link to={`/journal?case=${caseId}`}>{number}</Link>
              </td>
              <td>{seq}</td>
              <td>{t(`problem.${problem}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
