import { useState, type ReactNode, type SyntheticEvent } from 'react';
import { useWords } from '../i18n/use-words.js';
import { Field } from '../parts/field.js';
import { FilesField } from '../parts/files-field.js';
import { Refusal } from '../parts/refusal.js';
import { pathOf, useAct, type Following } from './use-act.js';

const KINDS = {
  correct: { what: 'correction', field: 'text', done: 'correct.done' },
  pay: { what: 'payment-proof', field: 'note', done: 'pay.done' },
} as const;

/** What the office waits for: the answer to a correction notice, or the slip of a payment. */
export function YourTurn(following: Following): ReactNode {
  const say = useWords();
  const { standing, code } = following;
  const { acts, number } = standing;
  const path = `${pathOf(number, 'files')}?${new URLSearchParams({ code }).toString()}`;
  const kind = acts.includes('correct') ? 'correct' : 'pay';
  const { what, field, done } = KINDS[kind];
  const { no, isUnderWay, act } = useAct(following, what, done);
  const [text, setText] = useState('');
  const [files, setFiles] = useState<readonly { readonly id: string; readonly name: string }[]>([]);
  const send = (event: SyntheticEvent): void => {
    event.preventDefault();
    const written = text.trim() === '' ? {} : { [field]: text.trim() };
    const papers = files.length === 0 && kind === 'correct' ? {} : { fileIds: files.map(({ id }) => id) };
    void act({ ...written, ...papers });
  };
  if (!acts.includes(kind)) return null;
  return (
    <section aria-labelledby="your-turn">
      <h2 id="your-turn">{say(`${kind}.title`)}</h2>
      {kind === 'correct' ? <Asked {...following} /> : null}
      <p className="hint">{say(`${kind}.hint`)}</p>
      {no === undefined ? null : <Refusal no={no} />}
      <form className="fields" noValidate onSubmit={send}>
        <Field id="your-text" long label={say(`${kind}.text`)} value={text} onChange={setText} />
        <FilesField label={say(`${kind}.files`)} path={path} files={files} onChange={setFiles} />
        <button className="main" type="submit" aria-disabled={isUnderWay}>
          {say(`${kind}.send`)}
        </button>
      </form>
    </section>
  );
}

/** What has to be told, as the notice puts it. */
function Asked({ standing: { notices } }: Following): ReactNode {
  const say = useWords();
  const asks = notices.findLast(({ kind }) => kind === 'correction')?.asks ?? null;
  return asks === null ? null : (
    <p>
      {say('correct.asks')} <b lang="zh-CN">{asks}</b>
    </p>
  );
}
