import type { FoundWords, RedactionMark } from '@gongkai/contracts';
import { Button, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { useFind } from './use-redaction.js';

type Props = {
  readonly id: string;
  /** Marks what was found. */
  readonly onMark: (found: Pick<RedactionMark, 'words' | 'places'>) => void;
};

/** Words that are looked for on all pages, and marked wherever they stand. */
export function FindCard({ id, onMark }: Props): ReactNode {
  const t = useWords('redact');
  const [words, setWords] = useState('');
  const find = useFind(id);
  const look = (): void => {
    if (words.trim() !== '') find.mutate(words.trim());
  };
  const mark = (places: RedactionMark['places']): void => {
    onMark({ words: find.variables, places });
    find.reset();
    setWords('');
  };
  return (
    <div className="redact-find">
      <label htmlFor="redact-words">{t('find')}</label>
      <div className="redact-row">
        <Input
          id="redact-words"
          value={words}
          onChange={({ target }) => setWords(target.value)}
          onPressEnter={look}
          maxLength={100}
        />
        <Button onClick={look} loading={find.isPending}>
          {t('find.look')}
        </Button>
      </div>
      {find.error === null ? null : <ErrorNotice error={find.error} />}
      {find.isSuccess ? <Found words={find.variables} found={find.data} onMark={mark} /> : null}
    </div>
  );
}

type FoundProps = {
  readonly words: string;
  readonly found: FoundWords;
  readonly onMark: (places: RedactionMark['places']) => void;
};

function Found({ words, found: { found, withoutText }, onMark }: FoundProps): ReactNode {
  const t = useWords('redact');
  const places = found.flat();
  const pages = new Set(places.map(({ page }) => page)).size;
  return (
    <>
      <div role="status" className="dense">
        <p>{t('find.found', { words, count: found.length, pages })}</p>
        {withoutText.length === 0 ? null : <p className="muted">{t('find.without-text', { pages: inShort(withoutText) })}</p>}
      </div>
      {places.length === 0 ? null : (
        <Button type="primary" onClick={() => onMark(places)}>
          {t('find.mark', { count: found.length })}
        </Button>
      )}
    </>
  );
}

/** 1, 2, 3, 7 → 1–3, 7 */
function inShort(numbers: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last?.[1] === number - 1) last[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([from, to]) => (from === to ? String(from) : `${String(from)}–${String(to)}`)).join(', ');
}
