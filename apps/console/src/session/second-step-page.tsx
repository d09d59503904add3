import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import { SetUpSecondStep } from './set-up-second-step.js';
import './log-in.css';

type Props = { readonly onDone: () => void; readonly onLogOut: () => void };

/** Before anything else, where a post needs it: the log-in gets a second step. */
export function SecondStepPage({ onDone, onLogOut }: Props): ReactNode {
  const t = useWords('wayIn');
  const shell = useWords('shell');
  return (
    <main className="log-in">
      <section className="card log-in-card">
        <header>
          <span className="log-in-mark" aria-hidden lang="zh-CN">
            公开
          </span>
          <h1>{t('required.title')}</h1>
          <span className="spring" />
          <Button type="text" onClick={onLogOut}>
            {shell('log-out')}
          </Button>
        </header>
        <p className="dense">{t('required.why')}</p>
        <SetUpSecondStep onDone={onDone} />
      </section>
    </main>
  );
}
