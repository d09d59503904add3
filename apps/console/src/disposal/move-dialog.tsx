import type { DisposalMove } from '@gongkai/contracts';
import { Button, Input, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { useFocusBack } from '../parts/use-focus-back.js';
import { useMove } from './use-disposals.js';

export type Move = DisposalMove['move'];

type Props = {
  readonly id: string;
  readonly move: Move;
  /** How many cases the list destroys. */
  readonly count: number;
  readonly onClose: () => void;
};

/** The shortest name or reason that is taken. */
const SHORTEST = 2;

/** Asks what a decision about a list needs, and says what comes of it. */
export function MoveDialog({ id, move, count, onClose }: Props): ReactNode {
  const t = useWords('disposal');
  const [text, setText] = useState('');
  const act = useMove(id, onClose);
  useFocusBack();
  const said = text.trim();
  const asks = move !== 'approve';
  return (
    <Modal open title={t(`move.${move}`)} onCancel={onClose} footer={null} width={520}>
      <p>{t(`move.${move}.what`, { count })}</p>
      {asks ? (
        <>
          <label htmlFor="disposal-said">{t(`move.${move}.asks`)}</label>
          <Input
            id="disposal-said"
            autoFocus
            maxLength={move === 'carry-out' ? 100 : 1000}
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
        </>
      ) : null}
      {act.error === null ? null : <ErrorNotice error={act.error} />}
      <div className="disposal-acts">
        <Button onClick={onClose}>{t('leave')}</Button>
        <Button
          type="primary"
          danger={move === 'carry-out'}
          autoFocus={!asks}
          disabled={asks && said.length < SHORTEST}
          loading={act.isPending}
          onClick={() => act.mutate(moveOf(move, said))}
        >
          {t(`move.${move}`)}
        </Button>
      </div>
    </Modal>
  );
}

function moveOf(move: Move, said: string): DisposalMove {
  if (move === 'approve') return { move };
  return move === 'send-back' ? { move, reason: said } : { move, witness: said };
}
