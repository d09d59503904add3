import { Suspense, useLayoutEffect, type ReactNode } from 'react';
import { Outlet, useLocation } from 'react-router';
import { useWords } from '../i18n/use-words.js';
import { KeyHelp } from '../keys/key-help.js';
import { Connection } from '../live/connection.js';
import { usePrintFoot } from '../parts/use-print-foot.js';
import { MARK } from '../parts/use-window-title.js';
import { useSession } from '../session/session.js';
import { useFollowAbsences } from '../session/use-stood-in-for.js';
import { isSection } from './sections.js';
import { TopBar } from './top-bar.js';
import './shell.css';

/** The bar and, below it, the screen. */
export function Frame(): ReactNode {
  const t = useWords('shell');
  const { user } = useSession();
  usePrintFoot(user.name);
  useSectionTitle();
  useFollowAbsences();
  return (
    <div className="frame">
      <a className="skip-link" href="#content">
        {t('skip-to-content')}
      </a>
      <TopBar />
      {/* What changes in cases is not told to a third-party assessor. */}
      {user.roles.includes('assessor') ? null : <Connection />}
      <Suspense>
        <Outlet />
      </Suspense>
      <KeyHelp />
    </div>
  );
}

/** Names the window after its section, before a case that is shown there names it by its number. */
function useSectionTitle(): void {
  const t = useWords('shell');
  const { pathname } = useLocation();
  const place = pathname.slice(1);
  const section = [place, place.split('/')[0] ?? ''].find(isSection);
  const title = section === undefined ? MARK : `${t(`section.${section}`)} · ${MARK}`;
  useLayoutEffect(() => {
    document.title = title;
    return () => {
      document.title = MARK;
    };
  }, [title, pathname]);
}
