import type { ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import { ChangePasswordForm } from './change-password-form.js';
import { LogInCard } from './log-in-card.js';

type Props = { readonly username: string; readonly onChanged: () => void; readonly onLogOut: () => void };

/** Before anything else: a password that an administrator has given becomes one that nobody else knows. */
export function ChangePasswordPage({ username, onChanged, onLogOut }: Props): ReactNode {
  const t = useWords('shell');
  return (
    <LogInCard title={t('password.own-first')} why={t('password.own-first-why')} onLogOut={onLogOut}>
      <ChangePasswordForm username={username} onChanged={onChanged} />
    </LogInCard>
  );
}
