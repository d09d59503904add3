import type { AnswersByLink, CaseView, CommandType } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { useDays } from '../../i18n/use-days.js';
import { useWords } from '../../i18n/use-words.js';
import { useAnswersByLink } from '../use-case.js';
import { isSubject, type StepValues } from './step-values.js';

type Letter = CaseView['consultations'][number];
type Props = { readonly type: CommandType; readonly view: CaseView; readonly values: StepValues };

/** Where the form that records an answer has its words from, and what the letter lacks that is answered. Neither stands in the way. */
export function AnswerNotice({ type, view, values }: Props): ReactNode {
  const answers = useAnswersByLink(view);
  const { consultationId: chosen } = values;
  const letter = view.consultations.find(({ id }) => isSubject(chosen) && id === chosen.id);
  if (type !== 'recordAnswer' || letter === undefined) return null;
  return (
    <>
      {answers
        .filter(({ consultationId }) => consultationId === letter.id)
        .map((said) => (
          <ByLink key={said.incomingId} letter={letter} said={said} answer={values.answer} />
        ))}
      <Unserved letter={letter} view={view} />
    </>
  );
}

type ByLinkProps = {
  readonly letter: Letter;
  readonly said: AnswersByLink['items'][number];
  /** As it is filled in. */
  readonly answer: unknown;
};

/** While an answer waits the server refuses another one, and says so in the preview; of one that was put to the case it is said here. */
function ByLink({ letter, said, answer }: ByLinkProps): ReactNode {
  const t = useWords('step');
  const named = useWords('case');
  const { listed } = useDays();
  const facts = { party: letter.party, day: listed(said.arrivedOn), answer: named(`answer.${said.answer}`) };
  const isOther = !said.waits && answer !== undefined && answer !== said.answer;
  return isOther ? (
    <p className="changed-meanwhile dense" role="alert">
      {t('answer.other', facts)}
    </p>
  ) : (
    <p className="small muted" role="note">
      {t('answer.by-link', facts)}
    </p>
  );
}

function Unserved({ letter, view }: { readonly letter: Letter; readonly view: CaseView }): ReactNode {
  const t = useWords('step');
  const lacks = view.notices.find(({ id }) => id === letter.id)?.lacks ?? [];
  if (letter.servedOn !== null && lacks.length === 0) return null;
  return (
    <p className="changed-meanwhile dense" role="alert">
      {t(letter.servedOn === null ? 'answer.unserved' : 'answer.unproven', { party: letter.party })}
    </p>
  );
}
