import { MOST_FILES, PUBLIC_FILE_BYTES, type PublicFile } from '@gongkai/contracts';
import { useState, type ReactNode } from 'react';
import { ask, type Answer, type No } from '../api.js';
import { useWords } from '../i18n/use-words.js';
import { proofHeaders } from '../proof.js';
import { Wrong } from './field.js';
import { Refusal } from './refusal.js';

/** A file that the server has taken already. */
type TakenFile = { readonly id: string; readonly name: string };

type Props = {
  readonly label: string;
  /** Where files are taken for whom they are for; null as long as that is not known. */
  readonly path: string | null;
  readonly files: readonly TakenFile[];
  readonly onChange: (files: readonly TakenFile[]) => void;
  readonly wrong?: string | undefined;
};

/** What is taken, or why nothing is. */
const hintFor = (path: string | null, files: readonly TakenFile[]) =>
  path === null ? 'file.organ-first' : files.length < MOST_FILES ? 'file.hint' : 'file.full';

/** Sends one. Where many have knocked the sum is done first, which takes a moment. */
async function sendFile(path: string, body: FormData): Promise<Answer<PublicFile>> {
  const answer = await ask<PublicFile>(path, { method: 'POST', body });
  if (answer.no?.code !== 'proof-needed') return answer;
  return ask<PublicFile>(path, { method: 'POST', body, headers: await proofHeaders() });
}

/** Files that go along: each is taken as soon as it is chosen. */
export function FilesField({ label, path, files, onChange, wrong }: Props): ReactNode {
  const say = useWords();
  const [no, setNo] = useState<No | 'too-large' | undefined>(undefined);
  const [isUnderWay, setUnderWay] = useState(false);
  const hint = hintFor(path, files);
  const send = async (file: File): Promise<void> => {
    // Said before a telephone has sent it for a minute.
    if (file.size > PUBLIC_FILE_BYTES) {
      setNo('too-large');
      return;
    }
    setUnderWay(true);
    const body = new FormData();
    body.append('file', file);
    const { data, no: refused } = await sendFile(path ?? '', body);
    setNo(refused);
    if (data !== undefined) onChange([...files.filter(({ id }) => id !== data.id), { id: data.id, name: data.name }]);
    setUnderWay(false);
  };
  return (
    <div className="field">
      <label htmlFor="file">{label}</label>
      <p className="hint" id="file-hint">
        {say(hint, { most: MOST_FILES })} <b>{say('classified')}</b>
      </p>
      {no === 'too-large' ? (
        <p className="refusal" role="alert">
          {say('file.too-large')}
        </p>
      ) : null}
      {no === undefined || no === 'too-large' ? null : <Refusal no={no} />}
      <input
        id="file"
        type="file"
        accept=".pdf,.jpg,.jpeg,.png"
        disabled={isUnderWay || hint !== 'file.hint'}
        aria-describedby={wrong === undefined ? 'file-hint' : 'file-hint file-wrong'}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file !== undefined) void send(file).finally(() => (target.value = ''));
        }}
      />
      <Wrong id="file" wrong={wrong} />
      <p role="status">{isUnderWay ? say('file.under-way') : ''}</p>
      <ul className="lines">
        {files.map(({ id, name }) => (
          <li key={id} className="beside">
            {name}
            <button type="button" disabled={isUnderWay} onClick={() => onChange(files.filter((file) => file.id !== id))}>
              {say('file.remove')} <span className="unseen">{name}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
