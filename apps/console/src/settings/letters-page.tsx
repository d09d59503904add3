import { deadlineTexts, type SentAgain, type Text, type UndeliveredLetter, type UndeliveredLetters } from '@gongkai/contracts';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { api } from '../api/api.js';
import { useDays } from '../i18n/use-days.js';
import { useText, useWords } from '../i18n/use-words.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { ReasonDialog } from '../parts/reason-dialog.js';
import { TableHead } from '../parts/table-head.js';
import { ConfirmAct } from './confirm-act.js';
import { ADMIN, useChange } from './queries.js';
import { useMoment } from './use-moment.js';
import { useOrganName } from './use-names.js';
import './settings.css';

const useLetters = () =>
  useQuery({ queryKey: [ADMIN, 'undelivered'], queryFn: () => api.get<UndeliveredLetters>('/admin/undelivered') });

/** What one sends again, or all where none is named. */
const useSend = (onDone: () => void) =>
  useChange((id: string | undefined) => api.post<SentAgain>('/admin/undelivered/send', id === undefined ? {} : { id }), onDone);

/** Sends one no more, with a reason. */
const useAside = (id: string, onDone: () => void) =>
  useChange((reason: string) => api.post<unknown>('/admin/undelivered/aside', { id, reason }), onDone);

/** Reminders that reached neither a mailbox nor a reader: whose, why, and once more. */
export function LettersPage(): ReactNode {
  const t = useWords('settings');
  const { data, error, refetch } = useLetters();
  const [isSendingAll, setIsSendingAll] = useState(false);
  return (
    <section className="card">
      <header className="card-head">
        <h1>{t('page.letters')}</h1>
        <p className="muted dense">{t('letters-what')}</p>
        <span className="spring" />
        {data !== undefined && data.total > 1 ? (
          <Button onClick={() => setIsSendingAll(true)}>{t('letter.again-all')}</Button>
        ) : null}
      </header>
      {error === null ? null : <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {data === undefined ? null : <Letters {...data} />}
      {isSendingAll ? <SendAll total={data?.total ?? 0} onClose={() => setIsSendingAll(false)} /> : null}
    </section>
  );
}

function SendAll({ total, onClose }: { readonly total: number; readonly onClose: () => void }): ReactNode {
  const t = useWords('settings');
  const { mutate, isPending, error } = useSend(onClose);
  return (
    <ConfirmAct
      title={t('letter.again-title', { count: total })}
      consequences={[t('letter.again-1'), t('letter.again-2')]}
      act={t('letter.again-all')}
      onAct={() => mutate(undefined)}
      onClose={onClose}
      isPending={isPending}
      error={error}
    />
  );
}

function Letters({ items, total }: UndeliveredLetters): ReactNode {
  const t = useWords('settings');
  const { mutate, error } = useSend(() => undefined);
  const [aside, setAside] = useState<UndeliveredLetter | null>(null);
  return (
    <>
      {error === null ? null : <ErrorNotice error={error} />}
      {total === 0 ? (
        <p className="set-empty">{t('letters-none')}</p>
      ) : (
        <LetterTable letters={items} onSend={mutate} onAside={setAside} />
      )}
      {aside === null ? null : <Aside letter={aside} onClose={() => setAside(null)} />}
      {total > items.length ? <p className="muted dense">{t('letters.shown', { shown: items.length, total })}</p> : null}
    </>
  );
}

/** Who will not get it by mail any more, and why. */
function Aside({ letter, onClose }: { readonly letter: UndeliveredLetter; readonly onClose: () => void }): ReactNode {
  const t = useWords('settings');
  const act = useAside(letter.id, onClose);
  const words = {
    ...{ title: t('letter.aside.of', { name: letter.person.name }), reason: t('letter.aside.reason') },
    ...{ what: t('letter.aside.what'), act: t('letter.aside'), leave: t('letter.aside.leave') },
  };
  return <ReasonDialog words={words} act={act} onClose={onClose} />;
}

type TableProps = {
  readonly letters: readonly UndeliveredLetter[];
  readonly onSend: (id: string) => void;
  readonly onAside: (letter: UndeliveredLetter) => void;
};

function LetterTable({ letters, onSend, onAside }: TableProps): ReactNode {
  const t = useWords('settings');
  const moment = useMoment();
  const organName = useOrganName();
  const about = useAbout();
  return (
    <div className="set-scroll">
      <table className="set-table">
        <TableHead
          columns={(['at', 'person', 'organ', 'about', 'mail', 'proof'] as const).map((column) => t(`letter.${column}`))}
        >
          <td />
        </TableHead>
        <tbody>
          {letters.map((letter) => (
            <tr key={letter.id} data-letter={letter.id}>
              <td>{moment(letter.at)}</td>
              <th scope="row">
                <Link to={`/settings/people?person=${letter.person.id}`}>{letter.person.name}</Link>
              </th>
              <td className="set-loose">{organName(letter.organ)}</td>
              <td className="set-loose">{[letter.caseNumber, letter.about, about(letter)].filter(Boolean).join(' ')}</td>
              <td className="set-loose set-proof">
                <span className="muted">{t(`letter.channel.${letter.channel}`)}</span> {letter.mailTo}
              </td>
              <td className="set-loose set-proof">{letter.proof}</td>
              <td>
                <Button size="small" onClick={() => onSend(letter.id)} aria-label={`${t('letter.again')}: ${letter.person.name}`}>
                  {t('letter.again')}
                </Button>{' '}
                <Button
                  size="small"
                  onClick={() => onAside(letter)}
                  aria-label={t('letter.aside.of', { name: letter.person.name })}
                >
                  {t('letter.aside')}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What a letter is about, in a few words. */
function useAbout(): (letter: UndeliveredLetter) => string {
  const t = useWords('settings');
  const textOf = useText();
  const { listed } = useDays();
  return ({ kind, deadline, due }) => {
    // Its name stands beside the number.
    if (kind === 'letter') return '';
    if (kind !== 'reminder') return t(`letter.${kind}`);
    const texts: Readonly<Record<string, Text>> = deadlineTexts;
    const text = texts[deadline ?? ''];
    return t('letter.due', { deadline: text === undefined ? '' : textOf(text), day: due === null ? '' : listed(due) });
  };
}
