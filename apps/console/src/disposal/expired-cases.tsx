import type { ExpiredCase } from '@gongkai/contracts';
import { Button, Input, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import { useDays } from '../i18n/use-days.js';
import { useWords } from '../i18n/use-words.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { LoadingRows } from '../parts/loading-rows.js';
import { TableHead } from '../parts/table-head.js';
import { lacksReason, linesOf, NOTHING_SAID, VERDICTS, type Appraisal, type Said } from './appraisal.js';
import { useDrawUp, useExpired } from './use-disposals.js';

/** Cases that were kept long enough: of each it is said what becomes of it, and all that was said goes to approval as a list. */
export function ExpiredCases(): ReactNode {
  const t = useWords('disposal');
  const { data: cases, error, refetch } = useExpired(true);
  return (
    <section className="card" aria-label={t('expired')}>
      <header className="card-head">
        <h2>{t('expired')}</h2>
      </header>
      {error === null ? null : <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {cases === undefined && error === null ? <LoadingRows rows={3} /> : null}
      {cases?.length === 0 ? <p className="set-empty">{t('expired.none')}</p> : null}
      {cases === undefined || cases.length === 0 ? null : <Appraise cases={cases} />}
    </section>
  );
}

function Appraise({ cases }: { readonly cases: readonly ExpiredCase[] }): ReactNode {
  const t = useWords('disposal');
  const go = useNavigate();
  const [said, setSaid] = useState<Appraisal>({});
  const drawUp = useDrawUp(({ id }) => void go(`/disposals/${id}`));
  const lines = linesOf(cases, said);
  const destroy = lines.filter(({ verdict }) => verdict === 'destroy').length;
  const lacking = Object.values(said).filter(lacksReason).length;
  return (
    <>
      <div className="set-scroll" tabIndex={0} role="region" aria-label={t('expired')}>
        <table className="set-table">
          <TableHead
            columns={(['number', 'subject', 'filed', 'retention', 'kept-until', 'documents', 'verdict'] as const).map((column) =>
              t(column),
            )}
          />
          <tbody>
            {cases.map((one) => (
              <Row
                key={one.caseId}
                one={one}
                said={said[one.caseId] ?? NOTHING_SAID}
                onSay={(next) => setSaid({ ...said, [one.caseId]: next })}
              />
            ))}
          </tbody>
        </table>
      </div>
      {drawUp.error === null ? null : <ErrorNotice error={drawUp.error} />}
      <div className="disposal-acts">
        <p className="muted dense" role="status">
          {lacking > 0 ? t('lacking', { count: lacking }) : t('what-next')}
        </p>
        <Button
          type="primary"
          disabled={lines.length === 0 || lacking > 0}
          loading={drawUp.isPending}
          onClick={() => drawUp.mutate({ lines })}
        >
          {t('draw-up', { destroy, keep: lines.length - destroy })}
        </Button>
      </div>
    </>
  );
}

type RowProps = { readonly one: ExpiredCase; readonly said: Said; readonly onSay: (said: Said) => void };

function Row({ one: { caseId, number, subject, filedOn, retention, keptUntil, documents }, said, onSay }: RowProps): ReactNode {
  const t = useWords('disposal');
  const { short } = useDays();
  const keeps = said.verdict !== 'later' && said.verdict !== 'destroy';
  return (
    <tr data-case={caseId}>
      <td className="no-wrap">
        <Link to={`/case/${caseId}`}>{number}</Link>
      </td>
      <td>{subject}</td>
      <td className="no-wrap">{short(filedOn)}</td>
      <td className="no-wrap">{t(`retention.${retention}`)}</td>
      <td className="no-wrap">{short(keptUntil)}</td>
      <td>{documents}</td>
      <td className="disposal-verdict">
        <Select
          aria-label={t('verdict-of', { number })}
          value={said.verdict}
          options={VERDICTS.map((value) => ({ value, label: t(`verdict.${value}`) }))}
          onChange={(verdict) => onSay({ ...said, verdict })}
        />
        {keeps ? (
          <Input
            aria-label={t('reason-of', { number })}
            placeholder={t('reason')}
            maxLength={1000}
            status={lacksReason(said) ? 'warning' : ''}
            value={said.reason}
            onChange={({ target }) => onSay({ ...said, reason: target.value })}
          />
        ) : null}
      </td>
    </tr>
  );
}
