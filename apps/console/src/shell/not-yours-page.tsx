import { roleTexts, type Role } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { Link, Outlet } from 'react-router';
import { useText, useWords } from '../i18n/use-words.js';
import { useSession } from '../session/session.js';

type Props = { readonly roles: readonly Role[] };

/** What stands below an address, for those who have a role that it is meant for; who has none reads whose it is. */
export function ForRoles({ roles }: Props): ReactNode {
  const { user } = useSession();
  return user.roles.some((role) => roles.includes(role)) ? <Outlet /> : <NotYoursPage roles={roles} />;
}

function NotYoursPage({ roles }: Props): ReactNode {
  const t = useWords('shell');
  const text = useText();
  return (
    <main id="content" className="page">
      <h1>{t('not-yours')}</h1>
      <p>{t('not-yours.why', { roles: roles.map((role) => text(roleTexts[role])).join(t('not-yours.or')) })}</p>
      <p>
        <Link to="/">{t('go-home')}</Link>
      </p>
    </main>
  );
}
