import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useWords } from '../i18n/use-words.js';

/** The address leads nowhere. */
export function NotFoundPage(): ReactNode {
  const t = useWords('shell');
  return (
    <main id="content" className="page">
      <h1>{t('not-found')}</h1>
      <p>{t('not-found.why')}</p>
      <p>
        <Link to="/">{t('go-home')}</Link>
      </p>
    </main>
  );
}
