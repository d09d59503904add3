import type { ReactNode } from 'react';
import './states.css';

type Props = { readonly text: string; readonly children?: ReactNode };

/** Nothing here: what would be, and the next act. */
export const EmptyState = ({ text, children }: Props): ReactNode => (
  <div className="empty-state">
    <p>{text}</p>
    {children}
  </div>
);
