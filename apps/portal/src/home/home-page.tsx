import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useWords } from '../i18n/use-words.js';
import { Page } from '../parts/page.js';

/** What can be done here. */
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
    </Page>
  );
}
