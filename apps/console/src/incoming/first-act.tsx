import type { IncomingView } from '@gongkai/contracts';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { answerValues } from '../case/answer-values.js';
import { useWords } from '../i18n/use-words.js';
import { useSession } from '../session/session.js';

type Props = { readonly view: IncomingView; readonly onAttach: () => void };

/**
 * What is mostly done with what came in: an application is logged. An answer of somebody who was asked is recorded in the case that asked:
 * whoever records answers goes to the step, with what was said; a clerk puts it to the case, where the caseworker records it.
 */
export function FirstAct({ view: { id, meantFor, arrivedOn }, onAttach }: Props): ReactNode {
  const t = useWords('incoming');
  const navigate = useNavigate();
  const { role } = useSession();
  if (meantFor?.answer === undefined)
    return (
      <Button type="primary" onClick={() => void navigate(`/log?incoming=${id}`)}>
        {t('log')} <kbd>N</kbd>
      </Button>
    );
  const values = answerValues(meantFor.answer, arrivedOn);
  const record = (): void => void navigate(`/case/${meantFor.id}/step/recordAnswer`, { state: { values } });
  return (
    <Button type="primary" onClick={role === 'caseworker' ? record : onAttach}>
      {t('take-down')}
    </Button>
  );
}
