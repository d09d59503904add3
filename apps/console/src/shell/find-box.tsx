import { SECTIONS } from './sections.js';
import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { useWords } from '../i18n/use-words.js';
import { useKeys } from '../keys/use-keys.js';
import { useSession } from '../session/session.js';

/** Finds a case by number, name or text, or jumps to a section by its name; `/` goes there. */
export function FindBox(): ReactNode {
  const t = useWords('shell');
  const { role } = useSession();
  const navigate = useNavigate();
  const input = useRef<HTMLInputElement>(null);
  const [wanted, setWanted] = useState('');
  useKeys([{ keys: ['/'], does: t('find'), bar: 8, run: () => input.current?.focus() }]);
  const go = (): void => {
    const text = wanted.trim();
    if (text === '') return;
    const section = SECTIONS[role].find((each) => t(`section.${each}`).toLowerCase() === text.toLowerCase());
    void navigate(section === undefined ? `/search?q=${encodeURIComponent(text)}` : `/${section}`);
    setWanted('');
    input.current?.blur();
  };
  const press = ({ key, nativeEvent }: KeyboardEvent): void => {
    if (key === 'Escape') input.current?.blur();
    if (key === 'Enter' && !nativeEvent.isComposing) go();
  };
  return (
    <label className="top-find">
      <span className="unseen">{t('find.placeholder')}</span>
      <input
        ref={input}
        type="search"
        placeholder={t('find.placeholder')}
        value={wanted}
        onChange={({ target }) => setWanted(target.value)}
        onKeyDown={press}
      />
      <kbd aria-hidden>/</kbd>
    </label>
  );
}
