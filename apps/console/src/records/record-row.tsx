import { stepTexts, type RecordCorrection, type RecordStepName } from '@gongkai/contracts';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { BundleButton } from '../case/bundle-button.js';
import { useDays } from '../i18n/use-days.js';
import { useText, useWords } from '../i18n/use-words.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { addressOfFile } from '../parts/file-address.js';
import { RecordRemedies } from './record-remedies.js';
import { isRemedyStep, useStepName } from './record-words.js';
import { useRecordDraft } from './use-records.js';

type Props = { readonly item: RecordCorrection; readonly onStep: (step: RecordStepName) => void };
type Of = Pick<Props, 'item'>;

/** A request: where it stands, by when and by which article, what is asked, what was answered, and what comes next. */
export function RecordRow({ item, onStep }: Props): ReactNode {
  const t = useWords('records');
  const nameOf = useStepName();
  const remedies = useWords('remedies');
  const words = { name: remedies('bundle'), what: t('bundle.what') };
  const { state, number, applicant, record, wrong, wanted, proof, files, may, challenges } = item;
  return (
    <tr data-record={number}>
      <td className="no-wrap">
        <span className="strong">{t(`state.${state}`)}</span>
        <div className="muted small">{number}</div>
      </td>
      <Due item={item} />
      <td>
        {applicant.name}
        {applicant.agent === undefined ? null : <div className="muted small">{t('agent.is', { name: applicant.agent })}</div>}
        <div className="muted small">{[applicant.phone, applicant.address, applicant.email].filter(Boolean).join(' · ')}</div>
      </td>
      <td>
        <div>{t('asked.record', { text: record })}</div>
        <div>{t('asked.wrong', { text: wrong })}</div>
        <div>{t('asked.wanted', { text: wanted })}</div>
        {proof === null ? null : <div className="muted small">{t('asked.proof', { text: proof })}</div>}
        {files.map((file) => (
          <a key={file.id} className="small" href={addressOfFile(file)} target="_blank" rel="noreferrer">
            {file.name}{' '}
          </a>
        ))}
      </td>
      <td>
        <Answer item={item} />
        <RecordRemedies challenges={challenges} />
        {challenges.length === 0 ? null : <BundleButton view={item} at="/record-corrections" words={words} />}
        <History item={item} />
        {may.map((step) => (
          <Button key={step} size="small" className="no-print" onClick={() => onStep(step)}>
            {nameOf(step)}
          </Button>
        ))}
      </td>
    </tr>
  );
}

function Due({ item: { due, receivedOn, state } }: Of): ReactNode {
  const t = useWords('records');
  const { listed } = useDays();
  const why = useWhy();
  const day = listed(due.on);
  return (
    <td>
      <span className={state === 'overdue' ? 'strong no-wrap' : 'no-wrap'}>
        {due.provisional ? t('due.provisional', { day }) : day}
      </span>
      <div className="muted small">{why({ due, receivedOn })}</div>
      {due.daysLeft === null ? null : (
        <div className="small">
          {due.daysLeft < 0 ? t('due.late', { count: -due.daysLeft }) : t('due.left', { count: due.daysLeft })}
        </div>
      )}
    </td>
  );
}

/** What the period runs from: the receipt, or the decision or judgment that orders to act anew. */
function useWhy(): (of: Pick<RecordCorrection, 'due' | 'receivedOn'>) => string {
  const [t, remedies] = [useWords('records'), useWords('remedies')];
  const { listed } = useDays();
  return ({ due: { order, length: days, article }, receivedOn }) => {
    if (order === null) return t('due.why', { day: listed(receivedOn), days, article });
    const by = [order.before, remedies(`kind.${order.kind}`), order.number].filter(Boolean).join(' ');
    return t('due.ordered', { day: listed(order.on), by, days, article });
  };
}

function Answer({ item }: Of): ReactNode {
  const t = useWords('records');
  const { listed } = useDays();
  const { decision, notice, remedies } = item;
  return (
    <>
      {decision === null ? null : (
        <div>
          <span className="strong">{t(`outcome.${decision.outcome}`)}</span> {decision.text}
          {decision.otherOrgan === null ? null : <div className="small">{decision.otherOrgan}</div>}
        </div>
      )}
      {notice === null ? null : (
        <div className="small">
          {notice.number} <a href={addressOfFile(notice.pdf)}>PDF</a> <a href={addressOfFile(notice.docx)}>DOCX</a>
        </div>
      )}
      {decision === null || notice !== null || item.state === 'withdrawn' ? null : <Draft key={item.version} item={item} />}
      {remedies.map(({ remedy, until, provisional }) => (
        <div key={`${remedy} ${until}`} className="muted small">
          {t(`until.${remedy}`, { day: provisional ? t('due.provisional', { day: listed(until) }) : listed(until) })}
        </div>
      ))}
    </>
  );
}

/** The answer as it would go out: drawn when it is asked for. */
function Draft({ item }: Of): ReactNode {
  const t = useWords('records');
  const draft = useRecordDraft(item);
  const pdf = draft.data?.pdf;
  return (
    <>
      <Button size="small" className="no-print" loading={draft.isPending} onClick={() => draft.mutate()}>
        {t('draft')}
      </Button>
      {draft.error === null ? null : <ErrorNotice error={draft.error} />}
      {pdf === undefined ? null : (
        <a className="small" href={addressOfFile(pdf)} target="_blank" rel="noreferrer">
          {pdf.name}
        </a>
      )}
    </>
  );
}

function History({ item: { history } }: Of): ReactNode {
  const t = useWords('records');
  const saying = useText();
  const { listed } = useDays();
  return (
    <ul className="muted small assess-record">
      {history.map(({ did, on, by, text }, i) => (
        <li key={i}>
          {t('did.line', { day: listed(on), name: by, did: isRemedyStep(did) ? saying(stepTexts[did]) : t(`did.${did}`) })}
          {did === 'sendBack' || did === 'withdraw' ? ` ${text ?? ''}` : null}
        </li>
      ))}
    </ul>
  );
}
