import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useWords } from '../i18n/use-words.js';
import { Page } from '../parts/page.js';

/** What can be asked for, in which ways, and what can be done here. */
export function HomePage(): ReactNode {
  const say = useWords();
  return (
    <Page title={say('name')}>
      <p>{say('home.says')}</p>
      <Link className="button main" to="/apply">
        {say('apply')}
      </Link>
      <p className="hint">{say('home.apply.says')}</p>
      <Link className="button wide" to="/follow">
        {say('home.follow')}
      </Link>
      <p className="hint">{say('home.follow.says')}</p>
      <Link className="button wide" to="/records">
        {say('home.records')}
      </Link>
      <p className="hint">{say('home.records.says')}</p>
      <section aria-labelledby="what">
        <h2 id="what">{say('home.what')}</h2>
        <ul>
          {(['home.what.1', 'home.what.2', 'home.what.3'] as const).map((key) => (
            <li key={key}>{say(key)}</li>
          ))}
        </ul>
        <p>{say('home.when')}</p>
      </section>
      <section aria-labelledby="ways">
        <h2 id="ways">{say('home.ways')}</h2>
        <p>{say('home.ways.always')}</p>
        <Link className="button wide" to="/guides">
          {say('home.guides')}
        </Link>
      </section>
    </Page>
  );
}
