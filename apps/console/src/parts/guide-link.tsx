import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useWords } from '../i18n/use-words.js';
import { useSession } from '../session/session.js';

/** Where the guide of an organ is filled in, for who may; everybody else is told who does. @param organ code; without it the own one */
export function GuideLink({ organ }: { readonly organ?: string | undefined }): ReactNode {
  const t = useWords('parts');
  const { user } = useSession();
  if (!user.roles.includes('admin')) return <span className="muted">{t('guide.who')}</span>;
  return <Link to={`/settings/organs?organ=${organ ?? user.organ}`}>{t('guide.fill-in')}</Link>;
}
