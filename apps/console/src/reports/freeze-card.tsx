import type { AnnualReport, FrozenReport } from '@gongkai/contracts';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { officeDay } from '../i18n/office-time.js';
import { useDays } from '../i18n/use-days.js';
import { useLanguage, useWords } from '../i18n/use-words.js';
import { useAddress } from '../list/use-address.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { TableHead } from '../parts/table-head.js';
import { useFreeze } from './use-report.js';

type Props = { readonly report: AnnualReport };

/** Puts the report down for good; once that is done, by whom and when, and what has changed since. */
export function FreezeCard({ report }: Props): ReactNode {
  const t = useWords('reports');
  return (
    <section className="card reports-card" aria-label={t('freeze.title')}>
      <h2>{t('freeze.title')}</h2>
      {report.frozen === null ? (
        <Freezing key={`${String(report.year)} ${report.organ.code} ${report.scope}`} report={report} />
      ) : (
        <Frozen frozen={report.frozen} />
      )}
    </section>
  );
}

/** Who is sure is sure of one report: another that is chosen meanwhile is asked about anew. */
function Freezing({ report }: Props): ReactNode {
  const { may, to, today, checks, entry } = report;
  const t = useWords('reports');
  const { listed } = useDays();
  const [isSure, setSure] = useState(false);
  const freeze = useFreeze(report);
  const stands = checks.filter(({ kind, result }) => kind === 'hard' && result === 'differs');
  if (today > to && entry !== 'approved') return <p className="dense muted">{t('freeze.not-approved')}</p>;
  if (!may.includes('freeze')) return <p className="dense muted">{t('freeze.not-yet', { day: listed(to) })}</p>;
  if (stands.length > 0)
    return <p className="dense">{t('freeze.stands', { identities: stands.map(({ id }) => id).join(', ') })}</p>;
  return (
    <>
      <p className="dense" role="status">
        {t(isSure ? 'freeze.sure' : 'freeze.what')}
      </p>
      {freeze.error === null ? null : <ErrorNotice error={freeze.error} />}
      <div>
        <Button loading={freeze.isPending} onClick={() => (isSure ? freeze.mutate() : setSure(true))}>
          {t(isSure ? 'freeze.yes' : 'freeze')}
        </Button>
      </div>
    </>
  );
}

function Frozen({ frozen: { at, by, hash, intact, changes } }: { readonly frozen: FrozenReport }): ReactNode {
  const t = useWords('reports');
  const { listed } = useDays();
  const [address, setAddress] = useAddress();
  const isCurrent = address('current') === 'true';
  return (
    <>
      <p className="dense" role="status">
        {t('frozen', { day: listed(officeDay(at)), name: by.name })}
      </p>
      <p className="muted small reports-hash">{t(intact ? 'frozen.hash' : 'frozen.broken', { hash: hash.slice(0, 16) })}</p>
      <p className="dense">{changes.length === 0 ? t('changes.none') : t('changes.some', { count: changes.length })}</p>
      {changes.length === 0 ? null : <Changes changes={changes} />}
      <div>
        <Button onClick={() => setAddress({ current: isCurrent ? '' : 'true', cell: '' })}>
          {t(isCurrent ? 'show.frozen' : 'show.current')}
        </Button>
      </div>
    </>
  );
}

function Changes({ changes }: Pick<FrozenReport, 'changes'>): ReactNode {
  const t = useWords('reports');
  const language = useLanguage();
  return (
    <table className="reports-list">
      <TableHead columns={(['cell', 'then', 'now', 'added', 'gone'] as const).map((column) => t(`changes.${column}`))} />
      <tbody>
        {changes.map(({ cell, name, frozen, now, added, gone }) => (
          <tr key={cell} data-change={cell}>
            <td>{name[language]}</td>
            <td>{frozen}</td>
            <td>{now}</td>
            <td>{added.join(' ')}</td>
            <td>{gone.join(' ')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
