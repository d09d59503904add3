import type { PublicFile } from '@gongkai/contracts';
import { useState, type ReactNode } from 'react';
import { ask, type No } from '../api.js';
import { useWords } from '../i18n/use-words.js';
import { Refusal } from '../parts/refusal.js';
import type { Filling } from './form.js';

/** Proof of identity, and whatever else belongs to the application. */
export function FileField({ draft: { files, organ }, change }: Filling): ReactNode {
  const say = useWords();
  const [no, setNo] = useState<No | undefined>(undefined);
  const [isUnderWay, setUnderWay] = useState(false);
  const send = async (file: File): Promise<void> => {
    setUnderWay(true);
    const body = new FormData();
    body.append('file', file);
    const path = `/files?${new URLSearchParams({ organ }).toString()}`;
    const { data, no: refused } = await ask<PublicFile>(path, { method: 'POST', body });
    setNo(refused);
    if (data !== undefined) change({ files: [...files.filter(({ id }) => id !== data.id), { id: data.id, name: data.name }] });
    setUnderWay(false);
  };
  return (
    <div className="field">
      <label htmlFor="file">{say('file')}</label>
      <p className="hint" id="file-hint">
        {say(organ === '' ? 'file.organ-first' : 'file.hint')} <b>{say('classified')}</b>
      </p>
      {no === undefined ? null : <Refusal no={no} />}
      <input
        id="file"
        type="file"
        accept=".pdf,.jpg,.jpeg,.png"
        disabled={organ === '' || isUnderWay}
        aria-describedby="file-hint"
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file !== undefined) void send(file).finally(() => (target.value = ''));
        }}
      />
      <p role="status">{isUnderWay ? say('file.under-way') : ''}</p>
      <ul className="lines">
        {files.map(({ id, name }) => (
          <li key={id} className="beside">
            {name}
            <button type="button" onClick={() => change({ files: files.filter((file) => file.id !== id) })}>
              {say('file.remove')} <span className="unseen">{name}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
