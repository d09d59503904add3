import type { CaseAtRisk, ForecastView } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useDays } from '../i18n/use-days.js';
import { useWords } from '../i18n/use-words.js';
import { CompactLight } from '../list/compact-light.js';
import { DueCell } from '../list/due-cell.js';
import { useSpeech } from '../list/speech.js';
import { holderOf } from '../list/turn-cell.js';
import { TableHead } from '../parts/table-head.js';
import { chanceOf } from './figures.js';

/** What the columns of the cases at risk are called. */
const RISK_COLUMNS = [
  'forecast.case',
  'forecast.organ',
  'forecast.turn',
  'forecast.day',
  'forecast.left',
  'forecast.late',
  'forecast.overrun',
  'forecast.reply',
  'forecast.like',
] as const;

/** Open cases that may well be late, the greatest chance first: what supervisors order or hand on before it is too late. */
export function RiskCard({ view: { items, atRisk, atLeast, learnt } }: { readonly view: ForecastView }): ReactNode {
  const t = useWords('trends');
  const percent = chanceOf(atLeast);
  if (learnt.cases === 0) return null;
  return (
    <section className="card" aria-labelledby="at-risk">
      <header className="card-head">
        <h2 id="at-risk">{t('forecast.risk')}</h2>
        <b>{atRisk}</b>
        <span className="muted small">{t('forecast.risk.from', { percent })}</span>
      </header>
      {items.length === 0 ? (
        <p className="trends-text">{t('forecast.risk.none', { percent })}</p>
      ) : (
        <div className="trends-scroll">
          <table className="trends-table trends-risk" aria-labelledby="at-risk">
            <TableHead columns={RISK_COLUMNS.map((name) => t(name))} />
            <tbody>
              {items.map((item) => (
                <RiskRow key={item.case.id} item={item} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {atRisk > items.length ? (
        <p className="trends-text">{t('forecast.risk.more', { count: atRisk, shown: items.length })}</p>
      ) : null}
    </section>
  );
}

function RiskRow({ item }: { readonly item: CaseAtRisk }): ReactNode {
  const { case: row, late, low, high, overrun, reply, like } = item;
  const t = useWords('trends');
  const speech = useSpeech();
  const { short, range } = useDays();
  return (
    <tr data-case={row.id}>
      <th scope="row" className="no-wrap">
        <Link to={`/case/${row.id}`}>{row.number}</Link>
      </th>
      <td>{speech.organName(row.organ)}</td>
      <td>{holderOf(row)}</td>
      <td>
        <DueCell row={row} />
      </td>
      <td>
        <CompactLight row={row} />
      </td>
      <td className="no-wrap">
        <b>{t('rate', { percent: chanceOf(late) })}</b>{' '}
        <span className="muted">{t('span.percent', { low: chanceOf(low), high: chanceOf(high) })}</span>
      </td>
      <td>{t('rate', { percent: chanceOf(overrun) })}</td>
      {reply === null ? (
        <td className="muted">{t('forecast.too-few', { count: like })}</td>
      ) : (
        <td className="no-wrap">
          {short(reply.on)} <span className="muted">{range(reply.earliest, reply.latest)}</span>
        </td>
      )}
      <td>{like}</td>
    </tr>
  );
}
