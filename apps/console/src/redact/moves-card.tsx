import type { RedactionView } from '@gongkai/contracts';
import { Button, Input } from 'antd';
import { useRef, useState, type ReactNode } from 'react';
import { useDays } from '../i18n/use-days.js';
import { officeDay } from '../i18n/office-time.js';
import { useWords } from '../i18n/use-words.js';
import { addressOfFile } from '../parts/file-address.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { useChanges } from './use-redaction.js';

/** Where it stands, what was done to it, and what the reader can do now. */
export function MovesCard({ view }: { readonly view: RedactionView }): ReactNode {
  const t = useWords('redact');
  const { move } = useChanges(view);
  const may = new Set(view.may);
  const card = useRef<HTMLElement>(null);
  // The button that was pressed goes away with what it did: where it stands now is what is read next.
  const go = (moving: Parameters<typeof move.mutate>[0]): void => move.mutate(moving, { onSuccess: () => card.current?.focus() });
  return (
    <section className="card redact-moves" aria-label={t('standing')} tabIndex={-1} ref={card}>
      <Standing view={view} />
      <ol className="dense muted">
        {view.history.map((deed, place) => (
          <Deed key={place} deed={deed} />
        ))}
      </ol>
      {move.error === null ? null : <ErrorNotice error={move.error} />}
      {may.has('submit') ? (
        <Submit view={view} isPending={move.isPending} onSend={(name) => go({ move: 'submit', ...name })} />
      ) : null}
      {may.has('approve') ? <p className="redact-text">{t('name.will', { name: view.releasedName })}</p> : null}
      {may.has('approve') ? (
        <Button type="primary" loading={move.isPending} onClick={() => go({ move: 'approve' })}>
          {t('approve')}
        </Button>
      ) : null}
      {may.has('return') ? (
        <GiveBack isBurning={view.state === 'burning'} onSend={(reason) => go({ move: 'return', reason })} />
      ) : null}
      {may.has('again') ? (
        <Button loading={move.isPending} onClick={() => go({ move: 'again' })}>
          {t('again')}
        </Button>
      ) : null}
    </section>
  );
}

function Standing({ view }: { readonly view: RedactionView }): ReactNode {
  const t = useWords('redact');
  const { state, total, done, unreadable, result } = view;
  const text = useStanding(view);
  if (unreadable !== null) return <p role="alert">{t('unreadable', { page: unreadable })}</p>;
  return (
    <div role="status">
      <p className="strong">{text}</p>
      {state === 'burning' && total !== null ? <progress aria-label={text} value={done} max={total} /> : null}
      {result === null ? null : (
        <p>
          <a href={`${addressOfFile(result)}&inline=true`} target="_blank" rel="noreferrer">
            {result.name}
          </a>{' '}
          <span className="muted small">{t('hash', { hash: result.id.slice(0, 12) })}</span>
        </p>
      )}
    </div>
  );
}

function useStanding({ state, total, done, pages }: RedactionView): string {
  const t = useWords('redact');
  const known = total ?? 0;
  if (state === 'marking' && pages.length !== total) return t('opening', { done: pages.length, total: total ?? '…' });
  return t(`state.${state}`, { done, total: known });
}

function Deed({ deed: { at, by, did, reason } }: { readonly deed: RedactionView['history'][number] }): ReactNode {
  const t = useWords('redact');
  const { short } = useDays();
  const said = t(`did.${did}`, { day: short(officeDay(at)), name: by.name });
  return <li className="redact-text">{reason === undefined ? said : t('did.because', { said, reason })}</li>;
}

type SubmitProps = {
  readonly view: RedactionView;
  readonly isPending: boolean;
  readonly onSend: (said: { readonly name?: string }) => void;
};

/** Hands it to the second person, with the name that the released file is to bear: it goes out too, and is printed in the reply. */
function Submit({ view: { releasedName }, isPending, onSend }: SubmitProps): ReactNode {
  const t = useWords('redact');
  const [typed, setTyped] = useState<string>();
  const name = typed?.trim() ?? '';
  return (
    <div className="redact-return">
      <label htmlFor="redact-name">{t('name')}</label>
      <Input
        id="redact-name"
        value={typed ?? releasedName}
        onChange={({ target }) => setTyped(target.value)}
        maxLength={180}
        aria-describedby="redact-name-why"
      />
      <p className="muted small" id="redact-name-why">
        {t('name.why')}
      </p>
      <Button type="primary" loading={isPending} onClick={() => onSend(name === '' || name === releasedName ? {} : { name })}>
        {t('submit')}
      </Button>
    </div>
  );
}

type GiveBackProps = { readonly isBurning: boolean; readonly onSend: (reason: string) => void };

/** Gives it back with a reason; what is being burnt is stopped by that. */
function GiveBack({ isBurning, onSend }: GiveBackProps): ReactNode {
  const t = useWords('redact');
  const [reason, setReason] = useState('');
  const isEmpty = reason.trim() === '';
  const [isMissing, setMissing] = useState(false);
  const send = (): void => (isEmpty ? setMissing(true) : onSend(reason.trim()));
  return (
    <div className="redact-return">
      <label htmlFor="redact-why">{t('return.why')}</label>
      <Input
        id="redact-why"
        value={reason}
        onChange={({ target }) => setReason(target.value)}
        maxLength={500}
        onPressEnter={send}
      />
      {isMissing && isEmpty ? (
        <p className="redact-problem" role="alert">
          {t('return.missing')}
        </p>
      ) : null}
      <Button onClick={send}>{t(isBurning ? 'return.burning' : 'return')}</Button>
    </div>
  );
}
