import { useState, type ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import { EntryFacts } from '../information/entry-facts.js';
import { useAlike } from './use-alike.js';

type Props = {
  /** What is wanted, as far as it has been typed. */
  readonly text: string;
  /** Whether nothing else is asked for: then there is no need to apply. */
  readonly isAll: boolean;
  readonly onFound: (id: string) => void;
};

/** Under what is wanted: what of it may be public already. It stands in nobody's way. */
export function AlreadyPublic({ text, isAll, onFound }: Props): ReactNode {
  const say = useWords();
  const items = useAlike(text);
  const [declined, decline] = useState('');
  const isDeclined = items.map(({ id }) => id).join() === declined;
  return (
    <div aria-live="polite">
      {items.length === 0 || isDeclined ? null : (
        <section className="box" aria-label={say('alike')}>
          <p>
            <b>{say('alike')}</b>
          </p>
          <ul className="lines">
            {items.map((entry) => (
              <li key={entry.id}>
                <a href={`/portal/information/${entry.id}`} target="_blank" rel="noreferrer">
                  {entry.title}
                </a>
                <EntryFacts entry={entry} />
                <button type="button" onClick={() => onFound(entry.id)}>
                  {say(isAll ? 'alike.that' : 'alike.that-item')} <span className="unseen">{entry.title}</span>
                </button>
              </li>
            ))}
          </ul>
          <button type="button" className="plain" onClick={() => decline(items.map(({ id }) => id).join())}>
            {say('alike.go-on')}
          </button>
        </section>
      )}
    </div>
  );
}
