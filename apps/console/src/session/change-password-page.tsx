import type { ReactNode } from 'react';
import { Button } from 'antd';
import { useWords } from '../i18n/use-words.js';
import { ChangePasswordForm } from './change-password-form.js';
import './log-in.css';

type Props = { readonly username: string; readonly onChanged: () => void; readonly onLogOut: () => void };

/** Before anything else: a password that an administrator has given becomes one that nobody else knows. */
export function ChangePasswordPage({ username, onChanged, onLogOut }: Props): ReactNode {
  const t = useWords('shell');
  return (
    <main className="log-in">
      <section className="card log-in-card">
        <header>
          <span className="log-in-mark" aria-hidden lang="zh-CN">
            公开
          </span>
          <h1>{t('password.own-first')}</h1>
          <span className="spring" />
          <Button type="text" onClick={onLogOut}>
            {t('log-out')}
          </Button>
        </header>
        <p className="dense">{t('password.own-first-why')}</p>
        <ChangePasswordForm username={username} onChanged={onChanged} />
      </section>
    </main>
  );
}
