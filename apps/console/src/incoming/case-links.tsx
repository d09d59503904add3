import type { IncomingView } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { answerValues } from '../case/answer-values.js';
import { useWords } from '../i18n/use-words.js';

/** The step that papers of a kind are mostly followed by. */
const STEP_OF = {
  correction: 'receiveCorrection',
  power_of_attorney: 'changeAgent',
  consultation_answer: 'recordAnswer',
  payment_proof: 'recordPayment',
} as const;

/** The case it opened or was put to, and what is to be done there next. */
export function CaseLinks({ view }: { readonly view: IncomingView }): ReactNode {
  const t = useWords('incoming');
  const { case: found, attachedAs } = view;
  if (found === null) return null;
  const follows = attachedAs !== null && attachedAs in STEP_OF ? (attachedAs as keyof typeof STEP_OF) : null;
  return (
    <>
      {follows === null ? null : (
        <Link to={`/case/${found.id}/step/${STEP_OF[follows]}`} state={filledIn(view)}>
          {t(`step.${follows}`)}
        </Link>
      )}
      <Link to={`/case/${found.id}`}>{t('case-open')}</Link>
    </>
  );
}

/** What an answer by link says, for the case that it is for; of anything else nothing is known. */
function filledIn({ case: found, attachedAs, meantFor, arrivedOn }: IncomingView) {
  const isMeant = attachedAs === 'consultation_answer' && found?.id === meantFor?.id;
  return isMeant && meantFor?.answer !== undefined ? { values: answerValues(meantFor.answer, arrivedOn) } : undefined;
}
