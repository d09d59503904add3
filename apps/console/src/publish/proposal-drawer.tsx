import type { EntryProposal } from '@gongkai/contracts';
import { Button, Checkbox, Drawer, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { useFocusBack } from '../parts/use-focus-back.js';
import { FindingsTable } from './findings-table.js';
import { useProposalMove } from './use-proposals.js';
import '../settings/settings.css';
import './publish.css';

type Props = { readonly proposal: EntryProposal; readonly onClose: () => void };

/** A proposal as its second person looks at it: every word of it, its file, and what was found in them. */
export function ProposalDrawer({ proposal, onClose }: Props): ReactNode {
  const t = useWords('publish');
  const { title, summary, indexNumber, url, file, read, hash } = proposal;
  useFocusBack();
  return (
    <Drawer open title={t('proposal.of', { title })} onClose={onClose} size={640}>
      <div className="publish-proposal">
        <p className="strong publish-text">{title}</p>
        <p className="muted">{indexNumber}</p>
        {summary === '' ? null : <p className="publish-text">{summary}</p>}
        {url === null ? null : <p className="publish-text">{url}</p>}
        <p>
          <a href={`/api/v1/files/${file.id}`} target="_blank" rel="noreferrer">
            {t('proposal.open', { name: file.name })}
          </a>
        </p>
        {read.total === 0 ? <p role="note">{t('proposal.unread')}</p> : null}
        <FindingsTable draft={proposal} />
        <p className="muted small">{t('hash', { hash: hash.slice(0, 12) })}</p>
        <Acts proposal={proposal} onClose={onClose} />
      </div>
    </Drawer>
  );
}

function Acts({ proposal: { id, may, hash }, onClose }: Props): ReactNode {
  const t = useWords('publish');
  const move = useProposalMove(id, ({ state }) => (state === 'waiting' ? undefined : onClose()));
  const [words, setWords] = useState('');
  const [isSure, setSure] = useState(false);
  const [missing, setMissing] = useState<'sure' | 'words' | null>(null);
  const said = words.trim();
  const giveBack = (): void => (said === '' ? setMissing('words') : move.mutate({ move: 'return', reason: said }));
  const confirm = (): void => (isSure ? move.mutate({ move: 'confirm', hash }) : setMissing('sure'));
  return (
    <>
      {move.error === null ? null : <ErrorNotice error={move.error} />}
      {may.includes('read') ? (
        <Button loading={move.isPending} onClick={() => move.mutate({ move: 'read' })}>
          {t('act.read')}
        </Button>
      ) : null}
      {may.includes('confirm') ? (
        <p>
          <Checkbox checked={isSure} onChange={({ target }) => setSure(target.checked)}>
            {t('proposal.sure')}
          </Checkbox>
        </p>
      ) : null}
      {may.includes('return') ? (
        <p>
          <label htmlFor="proposal-words">{t('act.words')}</label>
          <Input id="proposal-words" value={words} maxLength={500} onChange={({ target }) => setWords(target.value)} />
        </p>
      ) : null}
      {missing === null ? null : (
        <p className="publish-problem" role="alert">
          {t(missing === 'sure' ? 'proposal.sure.missing' : 'act.words.missing')}
        </p>
      )}
      <Buttons may={may} isPending={move.isPending} onReturn={giveBack} onConfirm={confirm} />
    </>
  );
}

type ButtonsProps = Pick<EntryProposal, 'may'> & {
  readonly isPending: boolean;
  readonly onReturn: () => void;
  readonly onConfirm: () => void;
};

function Buttons({ may, isPending, onReturn, onConfirm }: ButtonsProps): ReactNode {
  const t = useWords('publish');
  return (
    <div className="set-acts">
      {may.includes('return') ? (
        <Button disabled={isPending} onClick={onReturn}>
          {t('act.return')}
        </Button>
      ) : null}
      {may.includes('confirm') ? (
        <Button type="primary" loading={isPending} onClick={onConfirm}>
          {t('act.confirm')}
        </Button>
      ) : null}
    </div>
  );
}
