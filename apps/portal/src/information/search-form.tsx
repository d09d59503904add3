import { useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { useLanguage, useWords } from '../i18n/use-words.js';
import { Select } from '../parts/choice.js';
import { written, type Filters, type InformationAsked } from './information-asked.js';

type Props = Pick<InformationAsked, 'filters' | 'query' | 'organs' | 'kinds'>;

/** The words that are looked for, and more of what is wanted; it all goes into the address. */
export function SearchForm({ filters, query: asked, organs, kinds }: Props): ReactNode {
  const say = useWords();
  const language = useLanguage();
  const navigate = useNavigate();
  const [wanted, setWanted] = useState<Filters>(filters);
  const [shown, setShown] = useState(asked);
  // Going back in the browser asks for something else: the fields say what is shown.
  if (shown !== asked) {
    setShown(asked);
    setWanted(filters);
  }
  const set = (change: Partial<Filters>): void => setWanted({ ...wanted, ...change });
  const query = written(Object.entries(wanted));
  const isNarrowed = [filters.organ, filters.kind, filters.from, filters.to].some((value) => value !== '');
  const any = { value: '', text: say('information.any') };
  return (
    <form
      role="search"
      className="fields"
      onSubmit={(event) => {
        event.preventDefault();
        void navigate(`/information${query === '' ? '' : `?${query}`}`);
      }}
    >
      <label htmlFor="q">{say('information.q')}</label>
      <input id="q" type="search" maxLength={100} value={wanted.q} onChange={({ target }) => set({ q: target.value })} />
      <details open={isNarrowed}>
        <summary>{say('information.more')}</summary>
        <Select
          id="organ"
          label={say('information.organ')}
          value={wanted.organ}
          options={[any, ...organs.map(({ code, name }) => ({ value: code, text: name[language] }))]}
          onChange={(organ) => set({ organ })}
        />
        <Select
          id="kind"
          label={say('information.kind')}
          value={wanted.kind}
          options={[any, ...kinds.map(({ code, name }) => ({ value: code, text: name[language] }))]}
          onChange={(kind) => set({ kind })}
        />
        {(['from', 'to'] as const).map((end) => (
          <div key={end} className="field">
            <label htmlFor={end}>{say(`information.${end}`)}</label>
            <input id={end} type="date" value={wanted[end]} onChange={({ target }) => set({ [end]: target.value })} />
          </div>
        ))}
      </details>
      <button className="main" type="submit">
        {say('information.search')}
      </button>
    </form>
  );
}
