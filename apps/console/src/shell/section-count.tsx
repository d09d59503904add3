import type { CaseFiltersInput, Role } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { approveFilters } from '../approve/approve-filters.js';
import { archiveFilters } from '../archive/archive-filters.js';
import { arrivalFilters } from '../intake/arrival-filters.js';
import { consultationFilters, deskFilters, poolFilters } from '../desk/desk-filters.js';
import { useWaiting } from '../incoming/use-waiting.js';
import { useCaseCount } from '../list/use-cases.js';
import { OrderCount } from '../orders/order-count.js';
import { ProposalCount } from '../publish/proposal-count.js';
import { WaitingEntryCount } from '../reports/waiting-entries.js';
import { reviewFilters } from '../review/review-filters.js';
import { useSession } from '../session/session.js';
import type { Section } from './sections.js';

/** The lists behind the sections that tell how long they are. */
const LISTS: Readonly<Partial<Record<Section, (role: Role) => CaseFiltersInput>>> = {
  inbox: () => arrivalFilters,
  desk: () => deskFilters,
  pool: () => poolFilters,
  consultations: () => consultationFilters,
  review: reviewFilters,
  approve: () => approveFilters,
  archive: () => archiveFilters,
};

/** How many cases are behind a section, in the inbox also what came in and is no case yet; nothing where there are none. */
export function SectionCount({ section }: { readonly section: Section }): ReactNode {
  const { role } = useSession();
  const { waiting } = useWaiting();
  const filters = LISTS[section]?.(role);
  if (section === 'orders') return <OrderCount />;
  if (section === 'publications') return <ProposalCount />;
  if (section === 'reports') return <WaitingEntryCount />;
  return filters === undefined ? null : <Count filters={filters} also={section === 'inbox' ? waiting : 0} />;
}

function Count({ filters, also }: { readonly filters: CaseFiltersInput; readonly also: number }): ReactNode {
  const total = (useCaseCount(filters).data?.total ?? 0) + also;
  return total === 0 ? null : <span className="top-count">{total}</span>;
}
