import type { ReactNode } from 'react';
import { useSession } from '../session/session.js';
import { useProposals } from './use-proposals.js';

/** How many entries wait for the reader's second look, beside the name of the section: nobody looks at their own. */
export function ProposalCount(): ReactNode {
  const { user } = useSession();
  const items = useProposals().data?.items ?? [];
  const total = items.filter(({ state, proposed }) => state === 'waiting' && proposed.by.id !== user.id).length;
  return total === 0 ? null : <span className="top-count">{total}</span>;
}
