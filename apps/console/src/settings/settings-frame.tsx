import type { Role } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { Navigate, NavLink, Outlet } from 'react-router';
import { useWords } from '../i18n/use-words.js';
import { useSession } from '../session/session.js';
import './settings.css';

type Page = 'organs' | 'people' | 'calendars' | 'wordings' | 'letters' | 'ladders' | 'webhooks' | 'tokens' | 'import' | 'log';

/** The pages of administration and who reads them. */
const PAGES: Readonly<Record<Page, readonly Role[]>> = {
  organs: ['admin'],
  people: ['admin'],
  calendars: ['admin'],
  wordings: ['admin'],
  letters: ['admin'],
  ladders: ['admin'],
  webhooks: ['admin'],
  tokens: ['admin'],
  import: ['admin'],
  log: ['admin', 'auditor'],
};

const NAMES = Object.keys(PAGES) as Page[];

function usePages(): readonly Page[] {
  const { roles } = useSession().user;
  return NAMES.filter((page) => PAGES[page].some((role) => roles.includes(role)));
}

/** Administration: its pages side by side. */
export function SettingsFrame(): ReactNode {
  const t = useWords('settings');
  const pages = usePages();
  const { roles } = useSession().user;
  return (
    <main id="content" className="page">
      <nav className="set-pages" aria-label={t('pages')}>
        {pages.map((page) => (
          <NavLink key={page} to={`/settings/${page}`}>
            {t(`page.${page}`)}
          </NavLink>
        ))}
        {roles.includes('admin') && <a href="/admin/queues">{t('page.queues')}</a>}
      </nav>
      {pages.length === 0 ? <p className="set-empty">{t('not-yours')}</p> : <Outlet />}
    </main>
  );
}

/** The first page that the person may read. */
export function FirstPage(): ReactNode {
  const [first] = usePages();
  return first === undefined ? null : <Navigate to={`/settings/${first}`} replace />;
}
