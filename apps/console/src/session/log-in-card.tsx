import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import './log-in.css';

type Props = { readonly title: string; readonly why: string; readonly onLogOut: () => void; readonly children: ReactNode };

/** What somebody who is let in has to do before everything else. */
export function LogInCard({ title, why, onLogOut, children }: Props): ReactNode {
  const t = useWords('shell');
  return (
    <main className="log-in">
      <section className="card log-in-card">
        <header>
          <span className="log-in-mark" aria-hidden lang="zh-CN">
            公开
          </span>
          <h1>{title}</h1>
          <span className="spring" />
          <Button type="text" onClick={onLogOut}>
            {t('log-out')}
          </Button>
        </header>
        <p className="dense">{why}</p>
        {children}
      </section>
    </main>
  );
}
