import { stepTexts, type CaseView, type LetterMail, type LetterMails } from '@gongkai/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { api } from '../api/api.js';
import { keys } from '../api/keys.js';
import { sentenceCase } from '../i18n/sentence-case.js';
import { useText, useWords } from '../i18n/use-words.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { useSession } from '../session/session.js';
import { useMoment } from '../settings/use-moment.js';
import { OVER_PAGE } from './over-page.js';

type Notice = CaseView['notices'][number];
type Mailed = { readonly view: CaseView; readonly mail: LetterMail };

/** Milliseconds between two looks at a mail that is on its way: its end changes nothing in the case. */
const SOON = 3000;

/** How the letters of a case stand that left by e-mail; asked for only where one did. */
function useLetterMails({ id, notices }: CaseView): LetterMails['items'] {
  const { data } = useQuery({
    queryKey: keys.cases.letterMails(id),
    queryFn: () => api.get<LetterMails>(`/cases/${id}/letter-mails`),
    enabled: notices.some(({ attempts }) => attempts.some(({ mode }) => mode === 'email')),
    refetchInterval: ({ state }) => (state.data?.items.some((one) => one.state === 'waiting') === true ? SOON : false),
  });
  return data?.items ?? [];
}

/** Those that have not gone out, and that nothing else has made good. */
function useLettersNotOut(view: CaseView): LetterMails['items'] {
  const mails = useLetterMails(view);
  const isOpen = ({ noticeId, id }: LetterMail): boolean => {
    const notice = view.notices.find((one) => one.id === noticeId);
    const isLast = mails.findLast((one) => one.noticeId === noticeId)?.id === id;
    return isLast && notice?.servedOn === null && notice.attempts.at(-1)?.cameBackOn === null;
  };
  return mails.filter((mail) => (mail.state === 'failed' || mail.state === 'waiting') && isOpen(mail));
}

/** Those of them that were given up. */
export const useLettersUnsent = (view: CaseView): LetterMails['items'] =>
  useLettersNotOut(view).filter(({ state }) => state === 'failed');

/** The documents they are, as a step names them: the reply by that word. */
export function useUnmailed(view: CaseView): readonly string[] {
  const nameOf = (id: string): string => (view.notices.find((one) => one.id === id)?.kind === 'reply' ? 'reply' : id);
  return useLettersNotOut(view).map(({ noticeId }) => nameOf(noticeId));
}

/** What became of the mails of a document, beside how it left. */
export function MailStates({ view, notice }: { readonly view: CaseView; readonly notice: Notice }): ReactNode {
  const t = useWords('case');
  const words = useStateWords();
  return useLetterMails(view)
    .filter(({ noticeId }) => noticeId === notice.id)
    .map((mail) => (
      <div key={mail.id} className="small muted" data-mail={mail.state}>
        {words(mail)}
        {mail.leftOut > 0 && <div>{t('letter-mail.left-out', { files: mail.leftOut })}</div>}
      </div>
    ));
}

function useStateWords(): (mail: LetterMail) => string {
  const t = useWords('case');
  const moment = useMoment();
  return ({ state, mailTo: to, tries, proof, sentAt }) => {
    if (state === 'waiting' && proof !== null) return t('letter-mail.tried', { tries, proof });
    return t(`letter-mail.${state}`, { to, proof: proof ?? '', at: sentAt === null ? '' : moment(sentAt) });
  };
}

/** A letter that could not be mailed: why, and what can be done. */
export function UnsentMark({ view, mail }: Mailed): ReactNode {
  const t = useWords('case');
  const terms = useWords('terms');
  const text = useText();
  const notice = view.notices.find(({ id }) => id === mail.noticeId);
  const name = notice === undefined ? '' : [terms(`notice.${notice.kind}`), notice.number ?? ''].join(' ').trim();
  const mayReturn = view.permitted.some(({ type }) => type === 'recordReturn');
  return (
    <li data-mail="failed">
      <b>{t('mark.letter-mail')}</b>
      {t('mark.letter-mail.what', { notice: name, to: mail.mailTo })} <span className="muted free-text">{mail.proof}</span>{' '}
      <SendAgain view={view} mail={mail} />{' '}
      {mayReturn && (
        <Link to={`/case/${view.id}/step/recordReturn`} state={OVER_PAGE}>
          {sentenceCase(text(stepTexts.recordReturn))}
        </Link>
      )}
    </li>
  );
}

function SendAgain({ view, mail }: Mailed): ReactNode {
  const t = useWords('case');
  const { user } = useSession();
  const client = useQueryClient();
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => api.post<LetterMails>(`/cases/${view.id}/letter-mails/${mail.id}/send`, {}),
    onSuccess: (mails) => client.setQueryData(keys.cases.letterMails(view.id), mails),
  });
  if (!user.roles.includes('caseworker')) return null;
  return (
    <>
      <Button size="small" loading={isPending} onClick={() => mutate()}>
        {t('letter-mail.again')}
      </Button>
      {error === null ? null : <ErrorNotice error={error} />}
    </>
  );
}
