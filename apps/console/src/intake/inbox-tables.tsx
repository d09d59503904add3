import type { ArrivalRow, CaseRow, ContactAttempt } from '@gongkai/contracts';
import { Button } from 'antd';
import type { MouseEvent, ReactNode } from 'react';
import { useDays } from '../i18n/use-days.js';
import { useLanguage, useWords } from '../i18n/use-words.js';
import { DueCell } from '../list/due-cell.js';
import { NumberCell, shortNumber } from '../list/number-cell.js';
import { LoadingRows } from '../parts/loading-rows.js';
import { Light } from '../parts/light.js';
import type { PanelAct } from './arrival-panel.js';
import { useContactWords } from './use-contact-words.js';

type Choosing = { readonly chosen: string | undefined; readonly onChoose: (id: string) => void };
type RowsProps<Row> = {
  readonly rows: readonly Row[] | undefined;
  readonly empty: string;
  readonly children: (rows: readonly Row[]) => ReactNode;
};

/** The table once its rows are known and there are any; before that bars, and with none of them the sentence for it. */
function Rows<Row>({ rows, empty, children }: RowsProps<Row>): ReactNode {
  if (rows === undefined) return <LoadingRows rows={2} />;
  return rows.length === 0 ? <p className="inbox-empty">{empty}</p> : children(rows);
}

type ArrivalProps = Choosing & {
  readonly rows: readonly ArrivalRow[] | undefined;
  readonly onAct: (act: PanelAct, id: string) => void;
};

/** Arrivals without a date of receipt: how long they wait, and who was called. */
export function ArrivalTable({ rows, chosen, onChoose, onAct }: ArrivalProps): ReactNode {
  const t = useWords('inbox');
  return (
    <section className="card inbox-waiting" aria-labelledby="waiting">
      <div className="card-head">
        <h2 id="waiting">
          <Light light="none">{t('waiting')}</Light>
        </h2>
        <span className="muted dense one-line">{t('waiting.why')}</span>
      </div>
      <Rows rows={rows} empty={t('waiting.empty')}>
        {(shown) => (
          <table className="inbox-table">
            <thead>
              <tr>
                <th className="is-number">{t('number')}</th>
                <th className="is-channel">{t('channel')}</th>
                <th className="is-arrival">{t('arrived')}</th>
                <th className="is-name">{t('applicant')}</th>
                <th>{t('subject')}</th>
                <th className="is-act">{t('todo')}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((row) => (
                <WaitingRow key={row.id} row={row} isChosen={row.id === chosen} onChoose={onChoose} onAct={onAct} />
              ))}
            </tbody>
          </table>
        )}
      </Rows>
    </section>
  );
}

type WaitingProps = Pick<ArrivalProps, 'onChoose' | 'onAct'> & { readonly row: ArrivalRow; readonly isChosen: boolean };

function WaitingRow({ row, isChosen, onChoose, onAct }: WaitingProps): ReactNode {
  const t = useWords('inbox');
  const terms = useWords('terms');
  const isEnglish = useLanguage() === 'en';
  const { listed } = useDays();
  const contact = (event: MouseEvent): void => {
    event.stopPropagation();
    onAct('contact', row.id);
  };
  return (
    <>
      <tr aria-selected={isChosen} onClick={() => onChoose(row.id)}>
        <td>{shortNumber(row.number, isEnglish, row.serial)}</td>
        <td>{terms(`channel.${row.channel}`)}</td>
        <td>
          {listed(row.arrivedOn)} <Waited days={row.waitedDays} />
        </td>
        <td className="one-line">{row.applicantName}</td>
        <td className="one-line" title={row.subject}>
          {row.misaddressed ? <span className="inbox-tag">{t('misaddressed')}</span> : null}
          {row.subject}
        </td>
        <td>
          <Button type="link" size="small" onClick={contact}>
            {t(row.attempts.length === 0 ? 'todo.first' : 'todo.again')}
          </Button>
        </td>
      </tr>
      <tr className="inbox-attempts" aria-selected={isChosen} onClick={() => onChoose(row.id)}>
        <td colSpan={2} />
        <td colSpan={4}>
          <Attempts attempts={row.attempts} />
        </td>
      </tr>
    </>
  );
}

function Waited({ days }: { readonly days: number | null }): ReactNode {
  const t = useWords('inbox');
  if (days === null) return null;
  return <span className="inbox-waited">{days === 0 ? t('waited.today') : t('waited', { count: days })}</span>;
}

function Attempts({ attempts }: { readonly attempts: readonly ContactAttempt[] }): ReactNode {
  const t = useWords('inbox');
  const { listed } = useDays();
  const words = useContactWords();
  if (attempts.length === 0) return <span>{t('attempts.none')}</span>;
  return (
    <ol>
      {attempts.map(({ on, how, result, by }, i) => (
        <li key={i}>{t('attempt', { day: listed(on), how: words(how), result: words(result), by })}</li>
      ))}
    </ol>
  );
}

/** Logged, with a date of receipt, and nobody has taken it up. */
export function RegisteredTable({
  rows,
  chosen,
  onChoose,
}: Choosing & { readonly rows: readonly CaseRow[] | undefined }): ReactNode {
  const t = useWords('inbox');
  return (
    <section className="card inbox-registered" aria-labelledby="registered">
      <div className="card-head">
        <h2 id="registered">{t('registered')}</h2>
        <span className="muted dense one-line">{t('registered.why')}</span>
      </div>
      <Rows rows={rows} empty={t('registered.empty')}>
        {(shown) => (
          <table className="inbox-table">
            <thead>
              <tr>
                <th className="is-number">{t('number')}</th>
                <th className="is-channel">{t('channel')}</th>
                <th className="is-day">{t('received')}</th>
                <th className="is-name">{t('applicant')}</th>
                <th>{t('subject')}</th>
                <th className="is-due">{t('due')}</th>
                <th className="is-act">{t('holder')}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((row) => (
                <RegisteredRow key={row.id} row={row} isChosen={row.id === chosen} onChoose={onChoose} />
              ))}
            </tbody>
          </table>
        )}
      </Rows>
    </section>
  );
}

type RegisteredProps = Pick<Choosing, 'onChoose'> & { readonly row: CaseRow; readonly isChosen: boolean };

function RegisteredRow({ row, isChosen, onChoose }: RegisteredProps): ReactNode {
  const t = useWords('inbox');
  const terms = useWords('terms');
  const { listed } = useDays();
  return (
    <tr aria-selected={isChosen} onClick={() => onChoose(row.id)}>
      <td>
        <NumberCell row={row} />
      </td>
      <td>{terms(`channel.${row.channel}`)}</td>
      <td>{row.receivedOn === null ? '' : listed(row.receivedOn)}</td>
      <td className="one-line">{row.applicantName}</td>
      <td className="one-line" title={row.subject}>
        {row.subject}
      </td>
      <td>
        <DueCell row={row} />
      </td>
      <td className="muted">{row.assignee?.name ?? t('holder.none')}</td>
    </tr>
  );
}
