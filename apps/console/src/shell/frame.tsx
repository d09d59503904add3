import { Suspense, type ReactNode } from 'react';
import { Outlet } from 'react-router';
import { useWords } from '../i18n/use-words.js';
import { KeyHelp } from '../keys/key-help.js';
import { Connection } from '../live/connection.js';
import { usePrintFoot } from '../parts/use-print-foot.js';
import { useSession } from '../session/session.js';
import { TopBar } from './top-bar.js';
import './shell.css';

/** The bar and, below it, the screen. */
export function Frame(): ReactNode {
  const t = useWords('shell');
  usePrintFoot(useSession().user.name);
  return (
    <div className="frame">
      <a className="skip-link" href="#content">
        {t('skip-to-content')}
      </a>
      <TopBar />
      <Connection />
      <Suspense>
        <Outlet />
      </Suspense>
      <KeyHelp />
    </div>
  );
}
