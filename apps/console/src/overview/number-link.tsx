import type { ReactNode } from 'react';
import { Link } from 'react-router';

/** The query of a list, as the dashboard gives it. */
export type ListFilters = Readonly<Record<string, string>>;

type Props = {
  readonly filters: ListFilters;
  readonly className?: string;
  /** What the number says, for who does not see where it stands. */
  readonly label?: string;
  /** Among several of which the Tab key reaches one and arrows the others: whether it is that one. */
  readonly isStop?: boolean;
  readonly children: ReactNode;
};

/** A number of the dashboard, which opens exactly its list. */
export const NumberLink = ({ filters, className, label, isStop = true, children }: Props): ReactNode => (
  <Link
    className={className}
    to={`/overview/cases?${new URLSearchParams(filters).toString()}`}
    aria-label={label}
    tabIndex={isStop ? undefined : -1}
  >
    {children}
  </Link>
);
