import type { CaseView, DocumentsView, JournalEntryView } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { useDays } from '../i18n/use-days.js';
import { useWords } from '../i18n/use-words.js';
import { RedactButton } from '../redact/redact-button.js';
import { Attempts, Served } from './attempts.js';
import { placesOf } from './consulted-items.js';
import { Empty } from './empty.js';
import { MailStates } from './letter-mail.js';
import { LinkMail } from './link-mail.js';
import { PartyCell } from './party-cell.js';
import { officeDay } from '../i18n/office-time.js';
import { addressOfFile } from '../parts/file-address.js';

type Props = { readonly view: CaseView };
type StoredFile = Extract<DocumentsView['items'][number], { type: 'file' }>;

/** Who was asked, when, and what became of it. */
export function ConsultationsTable({ view }: Props): ReactNode {
  const t = useWords('case');
  const terms = useWords('terms');
  const { listed } = useDays();
  if (view.consultations.length === 0) return <Empty>{t('consultations.empty')}</Empty>;
  return (
    <table className="case-table">
      <thead>
        <tr>
          <th scope="col">{t('consultation.party')}</th>
          <th scope="col">{t('consultation.kind')}</th>
          <th scope="col">{t('item')}</th>
          <th scope="col">{t('sent')}</th>
          <th scope="col">{t('served')}</th>
          <th scope="col">{t('consultation.due')}</th>
          <th scope="col">{t('consultation.answer')}</th>
        </tr>
      </thead>
      <tbody>
        {view.consultations.map((one) => (
          <tr key={one.id}>
            <td className="free-text">
              <PartyCell view={view} letter={one} />
            </td>
            <td>{terms(`consultation.${one.kind}`)}</td>
            <td>{t('item.number', { number: placesOf(view, one.itemIds) })}</td>
            <td className="no-wrap">{one.dispatchedOn === null ? t('not-sent') : listed(one.dispatchedOn)}</td>
            <td className="no-wrap">{one.servedOn === null ? '—' : listed(one.servedOn)}</td>
            <td className="no-wrap">{answerDueOf(one, t, listed)}</td>
            <td>
              {answerOf(one, t, listed)}
              {one.setAside.length > 0 && t('answer.overridden', { items: placesOf(view, one.setAside) })}{' '}
              <LinkMail caseId={view.id} consultation={one} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function answerDueOf(
  { answerDue, provisionalAnswerDue }: CaseView['consultations'][number],
  t: ReturnType<typeof useWords<'case'>>,
  listed: (date: string) => string,
): string {
  if (answerDue !== null) return listed(answerDue);
  return provisionalAnswerDue === undefined ? '—' : t('consultation.due.provisional', { date: listed(provisionalAnswerDue) });
}

function answerOf(
  { answeredOn, answer, cameOn, closedOn, elsewhereFrom, isAwaited }: CaseView['consultations'][number],
  t: ReturnType<typeof useWords<'case'>>,
  listed: (date: string) => string,
): string {
  if (isAwaited) return t('answer.open');
  if (cameOn !== undefined) return t('answer.came', { date: listed(cameOn) });
  if (elsewhereFrom !== null && answeredOn === null) return t('answer.elsewhere', { date: listed(elsewhereFrom) });
  if (answeredOn === null) return closedOn === null ? t('answer.settled') : t('answer.lapsed', { date: listed(closedOn) });
  return t('answer.on', { date: listed(answeredOn), answer: answer === null ? '' : t(`answer.${answer}`) });
}

/** What went out: made, sent, served. */
export function NoticesTable({ view, files, journal }: Props & Folder): ReactNode {
  const t = useWords('case');
  if (view.notices.length === 0) return <Empty>{t('notices.empty')}</Empty>;
  return (
    <table className="case-table">
      <thead>
        <tr>
          <th scope="col">{t('notice')}</th>
          <th scope="col">{t('notice.number')}</th>
          <th scope="col">{t('made')}</th>
          <th scope="col">{t('sent')}</th>
          <th scope="col">{t('notice.mode')}</th>
          <th scope="col">{t('served')}</th>
        </tr>
      </thead>
      <tbody>
        {view.notices.map((notice, i) => (
          <NoticeRow
            key={notice.id}
            view={view}
            notice={notice}
            papers={papersOf(notice, { files, journal })}
            isSentBack={isSentBack(view, i)}
          />
        ))}
      </tbody>
    </table>
  );
}

type Notice = CaseView['notices'][number];
type Folder = { readonly files: readonly StoredFile[]; readonly journal: readonly JournalEntryView[] };
type NoticeProps = Props & { readonly notice: Notice; readonly papers: readonly StoredFile[]; readonly isSentBack: boolean };

/** The document itself, in each form: what the entry brought that made it, and neither proves its delivery nor shows its stamp. */
function papersOf({ id, proofs, stamped }: Notice, { files, journal }: Folder): readonly StoredFile[] {
  const entries = new Set(journal.filter(({ fact }) => fact.noticeId === id).map(({ seq }) => seq));
  return files.filter((file) => entries.has(file.entry) && !proofs.includes(file.id) && !stamped.includes(file.id));
}

function NoticeRow({ view, notice, papers, isSentBack: wasSentBack }: NoticeProps): ReactNode {
  const t = useWords('case');
  const terms = useWords('terms');
  const { listed } = useDays();
  const { kind, number, round, madeOn, dispatchedOn } = notice;
  const day = (date: string | null, none: string): string => (date === null ? none : listed(date));
  return (
    <tr>
      <td>
        {terms(`notice.${kind}`)}
        {round < view.round && <span className="muted">{t('round.of', { round })}</span>}
      </td>
      <td>
        {number ?? '—'}
        {papers.length > 0 && (
          <div className="paper-forms">
            {papers.map((file) => (
              <a key={file.id} className="dense" href={addressOfFile(file)} target="_blank" rel="noreferrer">
                {formOf(file)}
              </a>
            ))}
          </div>
        )}
        {notice.stamped.map((id) => (
          <div key={id}>
            <a className="dense" href={addressOfFile({ id })} target="_blank" rel="noreferrer">
              {t('notice.stamped')}
            </a>
          </div>
        ))}
      </td>
      <td className="no-wrap">{day(madeBefore(madeOn, dispatchedOn), '—')}</td>
      <td className="no-wrap">{day(dispatchedOn, t(wasSentBack ? 'sent-back-unsent' : 'not-sent'))}</td>
      <td className="free-text">
        <Attempts notice={notice} />
        <MailStates view={view} notice={notice} />
      </td>
      <td className="no-wrap">
        <Served notice={notice} />
      </td>
    </tr>
  );
}

/** PDF, DOCX: what comes after the last dot of its name. */
const formOf = ({ name }: StoredFile): string => (/\.([^.]+)$/.exec(name)?.[1] ?? name).toUpperCase();

/** A reply that was signed and sent back keeps its number and never leaves. */
function isSentBack({ notices, state }: CaseView, place: number): boolean {
  const isReply = notices[place]?.kind === 'reply';
  const isLast = !notices.slice(place + 1).some(({ kind }) => kind === 'reply');
  return isReply && !(isLast && state === 'signed');
}

/** The day it was made; one that was typed in after it went out was made on a day nobody wrote down. */
const madeBefore = (madeOn: string, dispatchedOn: string | null): string | null =>
  dispatchedOn !== null && dispatchedOn < madeOn ? null : madeOn;

/** Of which document a file is the stamped copy. */
function StampedCopy({ view, fileId }: Props & { readonly fileId: string }): ReactNode {
  const t = useWords('case');
  const terms = useWords('terms');
  const notice = view.notices.find(({ stamped }) => stamped.includes(fileId));
  if (notice === undefined) return null;
  const name = [terms(`notice.${notice.kind}`), notice.number].filter(Boolean).join(' ');
  return <span className="muted">{t('file.stamped', { notice: name })}</span>;
}

const KB = 1024;

/** The files that came with the case or were made for it. */
export function FilesTable({ view, files }: Props & { readonly files: readonly StoredFile[] }): ReactNode {
  const t = useWords('case');
  const { short } = useDays();
  if (files.length === 0) return <Empty>{t('files.empty')}</Empty>;
  const itemOf = (id: string | null): string => {
    const index = view.items.findIndex((item) => item.id === id);
    return index < 0 ? '—' : t('item.number', { number: index + 1 });
  };
  return (
    <table className="case-table">
      <thead>
        <tr>
          <th scope="col">{t('file')}</th>
          <th scope="col">{t('file.size')}</th>
          <th scope="col">{t('file.added')}</th>
          <th scope="col">{t('item')}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {files.map((file) => (
          <tr key={file.id}>
            <td className="free-text">
              <a href={addressOfFile(file)} target="_blank" rel="noreferrer">
                {file.name}
              </a>
              {file.id === view.receipt.envelopeFileId && <span className="muted">{t('file.envelope')}</span>}
              <StampedCopy view={view} fileId={file.id} />
              {file.id === view.applicant.powerOfAttorneyFileId && <span className="muted">{t('file.power-of-attorney')}</span>}
            </td>
            <td className="no-wrap">{Math.max(1, Math.round(file.size / KB))} KB</td>
            <td className="no-wrap">{short(officeDay(file.uploadedAt))}</td>
            <td>{itemOf(file.itemId)}</td>
            <td>
              <RedactButton caseId={view.id} file={file} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
