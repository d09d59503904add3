import { stepTexts, type AnswersByLink, type CaseView, type Role } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { sentenceCase } from '../i18n/sentence-case.js';
import { useDays } from '../i18n/use-days.js';
import { useText, useWords } from '../i18n/use-words.js';
import { useSession } from '../session/session.js';
import { answerValues } from './answer-values.js';
import { OVER_PAGE } from './over-page.js';

type Answer = AnswersByLink['items'][number];
type Props = { readonly view: CaseView; readonly answer: Answer };

/** Somebody who is asked has answered by the link: it is looked at in the inbox, put to the case, and taken down. */
export function AnsweredMark({ view, answer }: Props): ReactNode {
  const t = useWords('case');
  const { listed } = useDays();
  const party = view.consultations.find(({ id }) => id === answer.consultationId)?.party ?? '';
  return (
    <li>
      <b>{t('mark.by-link')}</b>
      {t('mark.by-link.what', { party, day: listed(answer.arrivedOn), answer: t(`answer.${answer.answer}`) })}
      {answer.grounds === undefined ? t('mark.end') : t('mark.reason', { reason: answer.grounds })}
      {answer.waits ? <InInbox id={answer.incomingId} /> : <TakeDown view={view} answer={answer} />}
    </li>
  );
}

/** Who may look at the inbox, also where it is none of their sections. */
const LOOKS_INTO_INBOX: ReadonlySet<Role> = new Set<Role>(['clerk', 'caseworker']);

function InInbox({ id }: { readonly id: string }): ReactNode {
  const t = useWords('case');
  const { role } = useSession();
  return LOOKS_INTO_INBOX.has(role) ? <Link to={`/inbox?look=${id}`}>{t('mark.by-link.look')}</Link> : null;
}

function TakeDown({ view, answer }: Props): ReactNode {
  const text = useText();
  if (view.permitted.every(({ type }) => type !== 'recordAnswer')) return null;
  return (
    <Link to={`/case/${view.id}/step/recordAnswer`} state={{ ...OVER_PAGE, values: answerValues(answer, answer.arrivedOn) }}>
      {sentenceCase(text(stepTexts.recordAnswer))}
    </Link>
  );
}
