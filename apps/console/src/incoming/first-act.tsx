import type { IncomingView } from '@gongkai/contracts';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { answerValues } from '../case/answer-values.js';
import { useWords } from '../i18n/use-words.js';
import { useKeys } from '../keys/use-keys.js';
import { useSession } from '../session/session.js';
import { firstActOf } from './meant-as.js';

type Props = { readonly view: IncomingView; readonly onAttach: () => void };

/** What is mostly done with what waits, by its button and by its key: whoever records answers goes to the step, with what was said. */
export function FirstAct({ view, onAttach }: Props): ReactNode {
  const { id, meantFor, arrivedOn } = view;
  const t = useWords('incoming');
  const navigate = useNavigate();
  const act = firstActOf(view, useSession().role);
  const record = (): void => {
    if (meantFor?.answer === undefined) return;
    const values = answerValues(meantFor.answer, arrivedOn);
    void navigate(`/case/${meantFor.id}/step/recordAnswer`, { state: { values } });
  };
  const run = { log: () => void navigate(`/log?incoming=${id}`), record, attach: onAttach }[act];
  const does = t(act === 'log' ? 'log' : 'take-down');
  useKeys([{ keys: ['N'], does, bar: 5, run }]);
  return (
    <Button type="primary" onClick={run}>
      {does} <kbd>N</kbd>
    </Button>
  );
}
