import type { PublicationDraft } from '@gongkai/contracts';
import { Button, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { officeDay } from '../i18n/office-time.js';
import { useDays } from '../i18n/use-days.js';
import { useWords } from '../i18n/use-words.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { useMove } from './use-publications.js';

type Props = { readonly draft: PublicationDraft };

/** Where it stands, what was done to it, and what the reader can do now. */
export function MovesCard({ draft }: Props): ReactNode {
  const t = useWords('publish');
  return (
    <section className="card publish-card publish-side" aria-label={t('standing')}>
      <Standing draft={draft} />
      <ol className="dense muted">
        {draft.history.map((deed, place) => (
          <Deed key={place} deed={deed} />
        ))}
      </ol>
      <Acts draft={draft} />
    </section>
  );
}

function Standing({ draft: { state, address, withdrawn, hash } }: Props): ReactNode {
  const t = useWords('publish');
  return (
    <div role="status">
      <p className="strong">{t(`state.${state}`)}</p>
      {withdrawn === null ? null : <p className="publish-text">{t('withdrawn', { reason: withdrawn.reason })}</p>}
      {state === 'published' ? (
        <p className="publish-text">
          <a href={address} target="_blank" rel="noreferrer">
            {address}
          </a>
        </p>
      ) : null}
      <p className="muted small">{t('hash', { hash: hash.slice(0, 12) })}</p>
    </div>
  );
}

/** Acts without a word, and those that need one. */
const PLAIN = ['read', 'submit'] as const;
const WORDED = ['pass', 'return', 'drop'] as const;

function Acts({ draft }: Props): ReactNode {
  const t = useWords('publish');
  const [words, setWords] = useState('');
  const [isMissing, setMissing] = useState(false);
  const [isAsked, setAsked] = useState(false);
  const move = useMove(draft);
  const may = new Set(draft.may);
  const said = words.trim();
  const withReason = (name: 'return' | 'drop'): void =>
    said === '' ? setMissing(true) : move.mutate({ move: name, reason: said });
  const pass = (): void => move.mutate({ move: 'pass', hash: draft.hash, ...(said === '' ? {} : { opinion: said }) });
  const worded = WORDED.filter((name) => may.has(name));
  return (
    <>
      {move.error === null ? null : <ErrorNotice error={move.error} />}
      {PLAIN.filter((name) => may.has(name)).map((name) => (
        <Button key={name} type="primary" loading={move.isPending} onClick={() => move.mutate({ move: name })}>
          {t(`act.${name}`)}
        </Button>
      ))}
      {may.has('publish') ? (
        <>
          {isAsked ? <p role="status">{t('publish.sure')}</p> : null}
          <Button
            type="primary"
            loading={move.isPending}
            onClick={() => (isAsked ? move.mutate({ move: 'publish' }) : setAsked(true))}
          >
            {t(isAsked ? 'publish.yes' : 'act.publish')}
          </Button>
        </>
      ) : null}
      {worded.length === 0 ? null : (
        <>
          <label htmlFor="publish-words">{t('act.words')}</label>
          <Input id="publish-words" value={words} maxLength={500} onChange={({ target }) => setWords(target.value)} />
          {isMissing && said === '' ? (
            <p className="publish-problem" role="alert">
              {t('act.words.missing')}
            </p>
          ) : null}
        </>
      )}
      {worded.map((name) => (
        <Button
          key={name}
          type={name === 'pass' ? 'primary' : 'default'}
          loading={move.isPending}
          onClick={() => (name === 'pass' ? pass() : withReason(name))}
        >
          {t(`act.${name}`)}
        </Button>
      ))}
    </>
  );
}

function Deed({ deed: { at, by, did, words } }: { readonly deed: PublicationDraft['history'][number] }): ReactNode {
  const t = useWords('publish');
  const { short } = useDays();
  const said = t(`did.${did}`, { day: short(officeDay(at)), name: by.name });
  return <li className="publish-text">{words === undefined ? said : t('did.because', { said, words })}</li>;
}
