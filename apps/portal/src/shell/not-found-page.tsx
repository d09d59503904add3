import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useWords } from '../i18n/use-words.js';
import { Page } from '../parts/page.js';

/** No page at this address. */
export function NotFoundPage(): ReactNode {
  const say = useWords();
  return (
    <Page title={say('not-found')}>
      <p>{say('not-found.says')}</p>
      <Link className="button" to="/">
        {say('to-home')}
      </Link>
    </Page>
  );
}
