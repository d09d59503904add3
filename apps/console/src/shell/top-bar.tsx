import type { ReactNode } from 'react';
import { Link, NavLink } from 'react-router';
import { useWords } from '../i18n/use-words.js';
import { useSession } from '../session/session.js';
import { OfficeDate } from './office-date.js';
import { PersonMenu } from './person-menu.js';
import { SECTIONS } from './sections.js';

/** On top of every screen: where one can go, which day it is, who works here. */
export function TopBar(): ReactNode {
  const t = useWords('shell');
  const { role } = useSession();
  return (
    <header className="top-bar">
      <Link to="/" className="top-mark" aria-label={t('brand')} lang="zh-CN">
        公开
      </Link>
      <nav aria-label={t('sections')}>
        {SECTIONS[role].map((section) => (
          <NavLink key={section} to={`/${section}`}>
            {t(`section.${section}`)}
          </NavLink>
        ))}
      </nav>
      <span className="spring" />
      <OfficeDate />
      <PersonMenu />
    </header>
  );
}
