import type { ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import { Page } from '../parts/page.js';

/** In place of a page that broke. */
export function BrokenPage(): ReactNode {
  const say = useWords();
  return (
    <Page title={say('broken')}>
      <p>{say('broken.says')}</p>
      <a className="button" href="/portal/">
        {say('to-home')}
      </a>
    </Page>
  );
}
