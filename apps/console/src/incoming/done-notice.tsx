import type { IncomingView } from '@gongkai/contracts';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import { useKeys } from '../keys/use-keys.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { CaseLinks } from './case-links.js';
import { useIncomingAct } from './use-incoming.js';

type Props = { readonly view: IncomingView; readonly onUndone: (view: IncomingView) => void };

/** What was just said of one, and the way back. */
export function DoneNotice({ view, onUndone }: Props): ReactNode {
  const t = useWords('incoming');
  const act = useIncomingAct(view.id, onUndone);
  const undo = (): void => {
    if (!act.isPending) act.mutate({ type: 'restore' });
  };
  const isDone = view.state !== 'waiting';
  useKeys(isDone ? [{ keys: ['Ctrl+Z'], does: t('restore'), bar: 7, run: undo }] : []);
  const said = useSaid(view);
  if (said === null) return null;
  return (
    <div className="card incoming-done" role="status">
      <span>{said}</span>
      {isDone ? (
        <>
          <CaseLinks view={view} />
          <Button size="small" loading={act.isPending} onClick={undo}>
            {t('restore')} <kbd>Ctrl</kbd> <kbd>Z</kbd>
          </Button>
        </>
      ) : null}
      {act.error === null ? null : <ErrorNotice error={act.error} />}
    </div>
  );
}

/** What was done, in one sentence; nothing of a claim, which is seen in the list. */
function useSaid({ state, case: found, history }: IncomingView): string | null {
  const t = useWords('incoming');
  if (state !== 'waiting') return t(`done.${state}`, { number: found?.number ?? '' });
  return history.at(-1)?.act === 'restore' ? t('done.restored') : null;
}
