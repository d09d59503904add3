import type { IncomingRow } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import { Choice } from '../parts/choice.js';
import { LoadingRows } from '../parts/loading-rows.js';
import { useMomentSeen } from './use-moment-seen.js';
import { useIncomingWords } from './use-incoming-words.js';
import { SHOWN, type Shown } from './use-incoming.js';

type Props = {
  readonly rows: readonly IncomingRow[] | undefined;
  readonly shown: Shown;
  readonly onShow: (shown: Shown) => void;
  readonly chosen: string | undefined;
  readonly onChoose: (id: string) => void;
};

/** What came in and is to be said what it is; what was said already; what cannot be read. */
export function IncomingTable({ rows, shown, onShow, ...choosing }: Props): ReactNode {
  const t = useWords('incoming');
  const options = SHOWN.map((value) => ({ value, label: t(`shown.${value}`) }));
  return (
    <section className="card inbox-incoming" aria-labelledby="incoming">
      <div className="card-head">
        <h2 id="incoming">{t('title')}</h2>
        <span className="muted dense one-line">{t('why')}</span>
        <span className="spring" />
        <Choice label={t('shown')} options={options} value={shown} onChange={onShow} />
      </div>
      {rows === undefined ? <LoadingRows rows={2} /> : null}
      {rows?.length === 0 ? <p className="inbox-empty">{t(`empty.${shown}`)}</p> : null}
      {rows === undefined || rows.length === 0 ? null : <Table rows={rows} {...choosing} />}
    </section>
  );
}

type TableProps = Pick<Props, 'chosen' | 'onChoose'> & { readonly rows: readonly IncomingRow[] };

function Table({ rows, chosen, onChoose }: TableProps): ReactNode {
  const t = useWords('incoming');
  const words = useIncomingWords();
  const moment = useMomentSeen();
  return (
    <table className="inbox-table">
      <thead>
        <tr>
          <th className="is-channel">{t('source')}</th>
          <th className="is-day">{t('arrived')}</th>
          <th className="is-sender">{t('sender')}</th>
          <th>{t('content')}</th>
          <th className="is-act">{t('holder')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} data-incoming={row.id} aria-selected={row.id === chosen} onClick={() => onChoose(row.id)}>
            <td>{t(`source.${row.source}`)}</td>
            <td>{moment(row.arrivedAt)}</td>
            <td className="one-line">{row.sender}</td>
            <td className="one-line" title={words.content(row)}>
              {words.content(row)}
            </td>
            <td className="muted one-line">{row.claimedBy?.name ?? t('holder.none')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
