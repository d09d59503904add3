import type { ReactNode } from 'react';

/** What would be here, in a sentence. */
export const Empty = ({ children }: { readonly children: ReactNode }): ReactNode => (
  <p className="case-empty dense muted">{children}</p>
);
