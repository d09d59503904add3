import type { ReactNode } from 'react';
import { Link, NavLink } from 'react-router';
import { Bell } from '../bell/bell.js';
import { useWords } from '../i18n/use-words.js';
import { useOrganName } from '../list/use-organ-name.js';
import { useSession } from '../session/session.js';
import { FindBox } from './find-box.js';
import { OfficeDate } from './office-date.js';
import { PersonMenu } from './person-menu.js';
import { SectionCount } from './section-count.js';
import { SECTIONS } from './sections.js';

/** On top of every screen: where one can go, which day it is, who works here. */
export function TopBar(): ReactNode {
  const t = useWords('shell');
  const { role, user } = useSession();
  const organName = useOrganName();
  const seesCases = !user.roles.includes('assessor');
  return (
    <header className="top-bar">
      <Link to="/" className="top-mark" lang="zh-CN">
        公开
      </Link>
      <span className="top-organ" title={organName(user.organ)}>
        {organName(user.organ)}
      </span>
      <nav aria-label={t('sections')}>
        {SECTIONS[role].map((section) => (
          <NavLink key={section} to={`/${section}`}>
            {t(`section.${section}`)}
            <SectionCount section={section} />
          </NavLink>
        ))}
      </nav>
      <span className="spring" />
      {seesCases ? <FindBox /> : null}
      <OfficeDate />
      {seesCases ? <Bell /> : null}
      <PersonMenu />
    </header>
  );
}
