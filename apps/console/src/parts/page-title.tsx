import type { ReactNode } from 'react';
import './page-title.css';

type Props = {
  readonly title: string;
  /** What matters today, in one sentence. */
  readonly sentence?: ReactNode;
  /** What can be done here, at the right. */
  readonly children?: ReactNode;
};

/** What the page is, what matters in it, and what can be done with it. */
export const PageTitle = ({ title, sentence, children }: Props): ReactNode => (
  <header className="page-title">
    <h1>{title}</h1>
    <p className="muted dense" title={typeof sentence === 'string' ? sentence : undefined}>
      {sentence}
    </p>
    <span className="spring" />
    {children}
  </header>
);
